import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERY_INTERFACE = ['0.0.0.0', '::'];

/**
 * Middleware that answers 403 to requests from foreign sites. It refuses two kinds:
 *
 * - A request under a host name that is neither a name of this machine nor the configured one. A foreign site sends these
 *   after DNS rebinding, when its own name suddenly leads to this machine. A server that listens on every interface also
 *   accepts any numeric address, because only names can be rebound.
 * - A request from a page of a foreign site that changes or computes something.
 *
 * Under an allowed host the page answers at whatever port the request came in, since a proxy or a tunnel lies between.
 *
 * @param host the setting `HTTP_HOST`
 * @param allowedHosts the setting `HTTP_ALLOWED_HOSTS`: hosts with their ports, where these are not the usual ones
 */
export function ownRequestsOnly(
  host: string,
  allowedHosts: readonly string[],
): MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> {
  const own = new Set([...LOOPBACK, host.toLowerCase(), isIP(host) === 6 ? `[${host}]` : host]);
  const allowed = new Set(allowedHosts.map((name) => hostOf(name)?.host));
  return async (c, next) => {
    const asked = hostOf(c.req.header('host') ?? new URL(c.req.url).host);
    if (asked === null) return c.text(refusal('address'), 403);
    if (!allowed.has(asked.host)) {
      const isOwnName = own.has(asked.name) || (EVERY_INTERFACE.includes(host) && isAddress(asked.name));
      if (!isOwnName) return c.text(refusal('address'), 403);
      const port = c.env?.incoming?.socket.localPort;
      if (port !== undefined && asked.port !== port) return c.text(refusal('port'), 403);
    }
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isOwnOrigin(c.req, asked.host) || !(reads || isOwnForm(c.req))) {
      return c.text('This page answers its own forms and scripts only.', 403);
    }
    return next();
  };
}

function refusal(what: 'address' | 'port'): string {
  return `This page answers under its own ${what} only. The setting HTTP_ALLOWED_HOSTS names others.`;
}

interface Headers {
  header(name: string): string | undefined;
}

/** A browser names the origin of a form or a script in a header; a link and a program send no such header. */
function isOwnOrigin(request: Headers, host: string): boolean {
  const origin = request.header('origin');
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * Whether a form comes from a page of ours. A browser that sends no origin still says whether the origin is the same; a
 * request without either header does not come from a browser.
 */
function isOwnForm(request: Headers): boolean {
  if (request.header('origin') !== undefined) return true;
  const site = request.header('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

function hostOf(header: string): { host: string; name: string; port: number } | null {
  if (!/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return null;
  const { host, hostname, port } = new URL(`http://${header}`);
  return { host, name: hostname, port: port === '' ? 80 : Number(port) };
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}
