import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { allCommands } from '../commands/catalogue/catalogue.ts';
import { terminalQuestions } from '../commands/catalogue/terminal-questions.ts';
import { newReference } from '../commands/message/describe-error.ts';
import { PROBE_MS, withinLimit } from '../platform/time-limit.ts';
import type { PageDataSet } from './preview/page-data-set.ts';
import { pageText } from './preview/page-texts.ts';
import { previewRoutes } from './preview/routes.ts';
import type { PreviewSources } from './preview/sources.ts';
import { statusPage } from './preview/status-page.ts';
import { assetRoutes } from './web/assets.ts';
import { ownRequestsOnly } from './web/guards.ts';

/** What the pages are made of; each is asked anew for every request. */
export interface HttpSources {
  /** What is served, or null before the first data set. @throws where the database does not answer */
  dataSet(): Promise<PageDataSet | null>;
  /** Something more to say, such as that a data set is being loaded. */
  activity(): string | null;
  /** How the bot stands with Discord's gateway; null, or left out, where no token is set. */
  gateway?(): 'connected' | 'connecting' | null;
  /** What `/metrics` answers; left out, there is none. */
  metrics?(): Promise<{ contentType: string; text: string }>;
  /** What the preview page asks; left out, there is none. */
  preview?: PreviewSources;
  /** `HTTP_HOST`: pages answer under this name and the loopback's own. */
  host?: string;
  /** Told why the database did not answer, or a page failed: then with the reference code that the page shows. */
  onFailure?(error: unknown, reference?: string): void;
}

/** Where the pictures of games are. */
const PICTURES = 'https://cdn.cloudflare.steamstatic.com';

/**
 * The pages of `npm start`: `/` (the preview where there is one, else what is loaded), `/healthz` (the process is alive),
 * `/readyz` (it can answer; 503 otherwise) and `/metrics`. The last three answer under any name: probes have names of their own.
 */
export function createPages(sources: HttpSources): Hono {
  const { preview, host = '127.0.0.1' } = sources;
  const pages = new Hono();
  const headers = (styleSrc: string[]) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc,
        imgSrc: ["'self'", 'data:', PICTURES],
        ...(preview === undefined
          ? { formAction: ["'none'"] }
          : { scriptSrc: ["'self'"], connectSrc: ["'self'"], formAction: ["'self'"] }),
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // With no referrer at all, a browser wouldn't say from which page a form comes either.
      referrerPolicy: 'same-origin',
    });
  // The report is one file with its styles in it. What is used first has the last word on the headers.
  pages.use('/data', headers(["'self'", "'unsafe-inline'"]));
  pages.use(headers(["'self'"]));
  pages.onError((err, c) => {
    if (err instanceof HTTPException) return err.getResponse();
    const reference = newReference();
    if (preview === undefined) sources.onFailure?.(err, reference);
    else preview.onFailure({ reference, err });
    return c.text(`${pageText('en-US', 'page.failed')} ${reference}`, 500);
  });
  pages.get('/healthz', (c) => c.json({ status: 'alive' }));
  pages.get('/readyz', async (c) => {
    const checks = await readiness(sources);
    const ready = Object.values(checks).every((check) => check === 'ok');
    return c.json({ status: ready ? 'ready' : 'not ready', ...checks }, ready ? 200 : 503);
  });
  if (sources.metrics !== undefined) {
    const { metrics } = sources;
    pages.get('/metrics', async (c) => {
      const { contentType, text } = await metrics();
      return c.body(text, 200, { 'Content-Type': contentType });
    });
  }
  pages.use(ownRequestsOnly(host));
  pages.route('/assets', assetRoutes());

  const standing = async () => {
    try {
      const dataSet = await sources.dataSet();
      return { dataSet, activity: dataSet === null ? sources.activity() : null, away: false };
    } catch (error) {
      sources.onFailure?.(error);
      return { dataSet: null, activity: pageText('en-US', 'page.databaseAway'), away: true };
    }
  };
  if (preview !== undefined) pages.route('/', previewRoutes(preview, standing));
  else {
    pages.get('/', async (c) => {
      const { dataSet, activity, away } = await standing();
      const questions = terminalQuestions((await allCommands()).values());
      return c.html(statusPage(dataSet, activity, questions), away ? 503 : 200);
    });
  }
  return pages;
}

async function readiness(sources: HttpSources): Promise<Record<string, string>> {
  const gateway = sources.gateway?.() ?? null;
  const atGateway: { gateway?: string } =
    gateway === null ? {} : { gateway: gateway === 'connected' ? 'ok' : gateway };
  try {
    const dataSet = await withinLimit(PROBE_MS, sources.dataSet());
    return { database: 'ok', dataSet: dataSet === null ? 'none is loaded yet' : 'ok', ...atGateway };
  } catch (error) {
    sources.onFailure?.(error);
    return { database: 'does not answer', dataSet: 'unknown', ...atGateway };
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

/** Milliseconds that answers which are under way have to end when the server closes. */
const CLOSE_MS = 2000;

/** Waits for answers that are under way, but not for clients that never finish asking. */
function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  return withinLimit(CLOSE_MS, closed, () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    return closed;
  });
}
