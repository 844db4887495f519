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

/** The sources of the pages' content, asked anew for every request. */
export interface HttpSources {
  /** The served data set, or null before the first one. @throws if the database does not answer */
  dataSet(): Promise<PageDataSet | null>;
  /**
   * A note about the program's current work, such as the loading of a data set, in the language of a locale; null if
   * there is none. It is asked while there is no data set.
   */
  activity(locale: string): string | null | Promise<string | null>;
  /** The state of the connection to Discord's gateway; null or left out if no token is set. */
  gateway?(): 'connected' | 'connecting' | null;
  /**
   * The requests to Discord that wait for a rate limit, in words, and whether the bot cannot answer before they are done; null or
   * left out if no token is set.
   */
  rateLimits?(): { waiting: string | null; blocking: boolean } | null;
  /** The content of `/metrics`; without it there is no such page. */
  metrics?(): Promise<{ contentType: string; text: string }>;
  /** The sources of the preview; without them there is no preview. */
  preview?: PreviewSources;
  /** The setting `HTTP_HOST`: pages answer under this name and under the names of the loopback interface. */
  host?: string;
  /** The setting `HTTP_ALLOWED_HOSTS`: further hosts under which pages answer. */
  allowedHosts?: readonly string[];
  /** Called when the database does not answer, or when a page fails: then with the reference code that the page shows. */
  onFailure?(error: unknown, reference?: string): void;
}

/** The host of the games' pictures. */
const PICTURES = 'https://cdn.cloudflare.steamstatic.com';

/**
 * The pages of `npm start`:
 *
 * - `/`: the preview, or without one a page about the loaded data
 * - `/healthz`: 200 while the process is alive
 * - `/readyz`: 200 if the program can answer questions, otherwise 503
 * - `/metrics`: figures for Prometheus
 *
 * The last three answer under any host name, because probes use names of their own.
 */
export function createPages(sources: HttpSources): Hono {
  const { preview, host = '127.0.0.1', allowedHosts = [] } = sources;
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
      // With the policy `no-referrer`, a browser would not name the origin of a form either, and the guards need it.
      referrerPolicy: 'same-origin',
    });
  // The report is one file that contains its styles. The middleware that is registered first sets its headers last.
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
    const limits = sources.rateLimits?.() ?? null;
    const checks = await readiness(sources);
    const ready = Object.values(checks).every((check) => check === 'ok') && limits?.blocking !== true;
    // A wait that only delays a reply is told, and the program stays ready.
    const discord = limits === null ? {} : { discord: limits.waiting ?? 'ok' };
    return c.json({ status: ready ? 'ready' : 'not ready', ...checks, ...discord }, ready ? 200 : 503);
  });
  if (sources.metrics !== undefined) {
    const { metrics } = sources;
    pages.get('/metrics', async (c) => {
      const { contentType, text } = await metrics();
      return c.body(text, 200, { 'Content-Type': contentType });
    });
  }
  pages.use(ownRequestsOnly(host, allowedHosts));
  pages.route('/assets', assetRoutes());

  const standing = async (locale: string) => {
    try {
      const dataSet = await sources.dataSet();
      return { dataSet, activity: dataSet === null ? await sources.activity(locale) : null, away: false };
    } catch (error) {
      sources.onFailure?.(error);
      return { dataSet: null, activity: pageText(locale, 'page.databaseAway'), away: true };
    }
  };
  if (preview !== undefined) pages.route('/', previewRoutes(preview, standing));
  else {
    pages.get('/', async (c) => {
      const { dataSet, activity, away } = await standing('en-US');
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
    if (dataSet !== null) return { database: 'ok', dataSet: 'ok', ...atGateway };
    const activity = await withinLimit(PROBE_MS, Promise.resolve(sources.activity('en-US')));
    const lack = `none is loaded yet${activity === null ? '' : `: ${activity}`}`;
    return { database: 'ok', dataSet: lack, ...atGateway };
  } catch (error) {
    sources.onFailure?.(error);
    return { database: 'does not answer', dataSet: 'unknown', ...atGateway };
  }
}

/** A server that accepts requests. */
export interface HttpServer {
  /** The address of the start page, such as `http://127.0.0.1:3000`. */
  url: string;
  close(): Promise<void>;
}

/** Starts a server for the pages; port 0 takes any free port. @throws Node's listen errors, such as EADDRINUSE */
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

/** Milliseconds that running answers have to end when the server closes. */
const CLOSE_MS = 2000;

/** Waits for running answers, but not for clients that never finish their requests. */
function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  return withinLimit(CLOSE_MS, closed, () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    return closed;
  });
}
