import { createServer } from 'node:net';
import type { Config } from '../../config/config.ts';
import { type Finding, ok, reasonOf, wrong } from './check.ts';

/** Checks that the pages can be served: the port is free, or Steamscope itself has it. */
export async function checkPort({ host, port }: Config['http'], limitMs: number): Promise<Finding> {
  const where = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const refusal = await whyNotListen(host, port);
  switch (refusal) {
    case null:
      return ok(port === 0 ? `any free port of ${host}` : `${where} is free`);
    case 'EADDRINUSE':
      if (await isSteamscope(host, port, limitMs)) return ok(`${where}: Steamscope is running there`);
      return wrong(
        `${where} is taken by another program`,
        `Set HTTP_PORT to another one, such as ${port < 65535 ? port + 1 : 3000}`,
      );
    case 'EACCES':
      return wrong(
        `${where}: this user may not use ports below 1024`,
        'Set HTTP_PORT to a higher one, such as 3000',
      );
    default:
      return wrong(
        `${where} is no address of this machine (${refusal})`,
        'Set HTTP_HOST to 127.0.0.1, or to 0.0.0.0 for all addresses of this machine',
      );
  }
}

/** Listens on the port for a moment. @returns the code of the error; null where it worked */
function whyNotListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(reasonOf(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Whether Steamscope answers there: its pages have the name in their title. */
async function isSteamscope(host: string, port: number, limitMs: number): Promise<boolean> {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  try {
    const page = await fetch(`http://${name}:${port}/`, { signal: AbortSignal.timeout(limitMs) });
    return /<title>[^<]*Steamscope/.test(await page.text());
  } catch {
    return false;
  }
}
