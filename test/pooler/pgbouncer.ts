import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endChildWithThisProcess } from '../support/end-with-this-process.ts';

const PGBOUNCER = process.env.PGBOUNCER ?? '/usr/sbin/pgbouncer';

/** The number of connections to the server, so few that all have to share them. */
const POOL_SIZE = 3;

/** A pooler in transaction mode. */
export interface Pooler {
  /** The address of the same database through the pooler. */
  url: string;
  stop(): Promise<void>;
}

/** Starts the system's pgbouncer in front of a database. @throws if it is not installed or does not start */
export async function startPgbouncer(databaseUrl: string): Promise<Pooler> {
  if (!existsSync(PGBOUNCER)) {
    throw new Error(
      `No pgbouncer at ${PGBOUNCER}: install it (Debian: apt-get install pgbouncer), or set PGBOUNCER.`,
    );
  }
  const { hostname, port, pathname, username, password } = new URL(databaseUrl);
  const name = pathname.slice(1);
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-pgbouncer-'));
  await chmod(folder, 0o755);
  const listenPort = await freePort();
  await writeFile(join(folder, 'users.txt'), `"${username}" "${password}"\n`);
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]
${name} = host=${hostname} port=${port} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = ${POOL_SIZE}
`,
  );
  // pgbouncer refuses to run as root.
  const as = process.getuid?.() === 0 ? ['--user', 'nobody'] : [];
  const child = spawn(PGBOUNCER, [...as, join(folder, 'pgbouncer.ini')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endChildWithThisProcess(child);
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('process up')) resolve();
    });
    child.once('exit', (status) => reject(new Error(`pgbouncer has ended with status ${status}`)));
  });
  const url = new URL(databaseUrl);
  url.port = String(listenPort);
  return {
    url: url.href,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
