import type { ServerResponse } from 'node:http';
import type { RouteName } from './journal.ts';

export interface Fault {
  /** The route whose next request fails; `any` for the next request of any route. */
  route: RouteName | 'any';
  /** The status to answer with; `cut` to break the connection instead, `hang` to give no answer at all. */
  status: number | 'cut' | 'hang';
  /** For `cut`: the moment, before the request's body is read, before the answer (the default), or in the middle of it. */
  at?: 'request' | 'answer' | 'middle';
  /** For `cut`: whether the connection is reset (RST) rather than closed (FIN). */
  reset?: boolean;
  /** For a status: whether the body is a web page, as a proxy sends it. */
  page?: boolean;
  /** The number of requests that fail; 1 by default. */
  times?: number;
  /** For 429: seconds until the bot may try again; 0.05 by default. */
  retryAfter?: number;
  /** For 429: whether the limit is that of all routes together. */
  global?: boolean;
  /** Whether the request is carried out and only its answer is lost. */
  applied?: boolean;
}

/** The failures of Discord that a test has asked for. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];

  /** Makes the next `times` requests of this route fail. */
  failNext(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** Drops the faults that have not happened yet. */
  clear(): void {
    this.#pending = [];
  }

  /** The fault that this request meets, if any. It is used up by this call. */
  take(route: RouteName): Fault | undefined {
    const entry = this.#pending.find(({ fault }) => fault.route === route || fault.route === 'any');
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#pending.splice(this.#pending.indexOf(entry), 1);
    return entry.fault;
  }
}

/**
 * Breaks the connection of a request.
 *
 * @param answer the answer that would be sent
 */
export function cut(
  { at, reset }: Fault,
  response: ServerResponse,
  answer: { status: number; body?: unknown },
): void {
  const { socket } = response;
  const end = () => (reset === true ? socket?.resetAndDestroy() : socket?.destroy());
  if (at !== 'middle') end();
  else socket?.write(halfOf(answer), end);
}

/** The first half of an answer with a body, or of the status line of one without. */
function halfOf({ status, body }: { status: number; body?: unknown }): string {
  if (body === undefined) return `HTTP/1.1 ${status} N`;
  const text = JSON.stringify(body);
  const head = `HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`;
  return `${head}\r\n\r\n${text.slice(0, text.length / 2)}`;
}

/** The response to a request that meets a fault. */
export function faultResponse({
  status,
  retryAfter = 0.05,
  global = false,
  page = false,
}: Fault & { status: number }): {
  status: number;
  body: unknown;
  headers: Record<string, string>;
} {
  if (page) return { status, body: '<html></html>', headers: { 'content-type': 'text/html' } };
  if (status === 429) {
    return {
      status,
      body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
      headers: {
        'retry-after': String(retryAfter),
        'x-ratelimit-scope': global ? 'global' : 'user',
        ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      },
    };
  }
  return { status, body: { message: `${status}: made to fail by the test`, code: 0 }, headers: {} };
}
