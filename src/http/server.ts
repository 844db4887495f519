import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { statusPage } from './status-page.ts';

/** What the pages are made of; each is asked anew for every request. */
export interface HttpSources {
  /** What is served, or null before the first data set. @throws where the database does not answer */
  dataSet(): Promise<PageDataSet | null>;
  /** Something more to say, such as that a data set is being loaded. */
  activity(): string | null;
  /** Told why the database did not answer. */
  onFailure?(error: unknown): void;
}

export interface PageDataSet {
  id: number;
  publishedAt: Date;
  summary: {
    invented: boolean;
    games: number;
    users: number;
    libraryRows: number;
    reviews: number;
    span: { from: string; to: string } | null;
  };
}

/** The pages of `npm start`: `/`, `/healthz` (the process is alive) and `/readyz` (it can answer; 503 otherwise). */
export function createPages(sources: HttpSources): Hono {
  const pages = new Hono();
  pages.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  pages.get('/healthz', (c) => c.json({ status: 'alive' }));
  pages.get('/readyz', async (c) => {
    const checks = await readiness(sources);
    const ready = Object.values(checks).every((check) => check === 'ok');
    return c.json({ status: ready ? 'ready' : 'not ready', ...checks }, ready ? 200 : 503);
  });
  pages.get('/', async (c) => {
    try {
      const dataSet = await sources.dataSet();
      return c.html(statusPage(dataSet, dataSet === null ? sources.activity() : null));
    } catch (error) {
      sources.onFailure?.(error);
      return c.html(statusPage(null, 'The database does not answer.'), 503);
    }
  });
  return pages;
}

async function readiness(sources: HttpSources): Promise<{ database: string; dataSet: string }> {
  try {
    const dataSet = await sources.dataSet();
    return { database: 'ok', dataSet: dataSet === null ? 'none is loaded yet' : 'ok' };
  } catch (error) {
    sources.onFailure?.(error);
    return { database: 'does not answer', dataSet: 'unknown' };
  }
}

/** A listening server. */
export interface HttpServer {
  /** `http://127.0.0.1:3000`. */
  url: string;
  close(): Promise<void>;
}

/** Listens. @throws Node's listen errors, such as EADDRINUSE */
export function listen(pages: Hono, host: string, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: pages.fetch, hostname: host, port }, (address: AddressInfo) => {
      const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${shown}:${address.port}`,
        close: () => closeServer(server),
      });
    });
    server.once('error', reject);
  });
}

/** Waits for answers that are under way, but not for clients that never finish asking. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((closed) => {
    const impatient = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, 2000);
    server.close(() => {
      clearTimeout(impatient);
      closed();
    });
  });
}
