import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError, notFound, unauthorized } from './api-error.ts';
import type { Clock } from './clock.ts';
import { cut, type Faults, faultResponse } from './faults.ts';
import type { Journal, RouteName } from './journal.ts';
import { type RequestBody, readBody } from './request-body.ts';

/** A request that has found its route. */
export interface RouteRequest extends RequestBody {
  /** The values of the path's placeholders by name. */
  params: Record<string, string>;
  query: Record<string, string>;
}

export interface RouteResponse {
  status: number;
  /** The JSON body; none for status 204. */
  body?: unknown;
}

export interface Route {
  name: RouteName;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path in the notation of Discord's documentation: `/webhooks/{application}/{token}`. */
  path: string;
  /** Whether the route needs the bot's token. Routes of interactions carry a token of their own. */
  authorized: boolean;
  /** Answers a request. @throws ApiError to refuse it */
  handle(request: RouteRequest): RouteResponse;
}

export interface RestServerParts {
  routes: readonly Route[];
  token: string;
  clock: Clock;
  journal: Journal;
  faults: Faults;
}

/** Discord's REST API, version 10, at `/api/v10` of a server that does not listen yet. */
export function createRestServer(parts: RestServerParts): Server {
  const routes = parts.routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return createServer((request, response) => {
    serve(routes, parts, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

const NO_BODY: RequestBody = { payload: undefined, files: new Map() };

interface CompiledRoute {
  route: Route;
  pattern: RegExp;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

async function serve(
  routes: readonly CompiledRoute[],
  { token, clock, journal, faults }: RestServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = clock.now();
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const path = decodeURIComponent(url.pathname).replace(/^\/api(?:\/v10)?(?=\/)/, '');
  const found = routes.find(({ route, pattern }) => route.method === method && pattern.test(path));
  const name = found?.route.name ?? 'unknown';
  const query = Object.fromEntries(url.searchParams);
  const fault = faults.take(name);
  let body: RequestBody = NO_BODY;
  let outcome: RouteResponse & { headers?: Record<string, string> };
  try {
    if (fault?.at !== 'request') body = await readBody(request);
    if (fault !== undefined && fault.applied !== true) outcome = { status: 0 };
    else if (found === undefined) throw notFound();
    else if (found.route.authorized && request.headers.authorization !== `Bot ${token}`) throw unauthorized();
    else outcome = found.route.handle({ ...body, query, params: { ...found.pattern.exec(path)?.groups } });
  } catch (error) {
    // An error of the stand-in itself is a violation too, so that a test cannot take it for a refusal of Discord's.
    const refusal = error instanceof ApiError ? error : new ApiError(500, -1, `stand-in: ${String(error)}`);
    const reason = `${method} ${path}: ${refusal.describe()}`;
    const { status, code } = refusal;
    journal.violations.push({ route: name, status, code, reason, payload: body.payload });
    outcome = { status, body: refusal.body() };
  }
  const answer = outcome.status === 0 ? { status: 200, body: {} } : outcome;
  if (fault !== undefined) {
    const { status } = fault;
    outcome = typeof status === 'string' ? { status: 0 } : faultResponse({ ...fault, status });
  }
  const injected = fault !== undefined;
  journal.requests.push({
    route: name,
    method,
    path,
    query,
    payload: body.payload,
    status: outcome.status,
    at,
    injected,
  });
  if (fault?.status === 'cut') cut(fault, response, answer);
  else if (fault?.status !== 'hang') respond(response, outcome, `${method}-${name}`);
}

/** Sends a response. Its rate-limit headers describe a bucket that is never empty; `failNext` makes a test's limits. */
function respond(
  response: ServerResponse,
  { status, body, headers }: RouteResponse & { headers?: Record<string, string> },
  bucket: string,
): void {
  response.writeHead(status, {
    'x-ratelimit-bucket': bucket,
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': status === 429 ? '0' : '999',
    'x-ratelimit-reset-after': headers?.['retry-after'] ?? '1.000',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  const isPage = headers?.['content-type'] === 'text/html';
  response.end(body === undefined ? undefined : isPage ? body : JSON.stringify(body));
}
