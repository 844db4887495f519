import type { IncomingMessage } from 'node:http';
import type { Cut } from './cuts.ts';
import type { RouteName } from './journal.ts';

export interface Fault {
  /** The route whose next request fails; `any` for the next request of any route. */
  route: RouteName | 'any';
  /** The status to answer with, or `cut` to close the connection without an answer. */
  status: number | 'cut';
  /** For `cut`: when and how; by default the connection is closed once the request is read. */
  cut?: Cut;
  /** The number of requests that fail; 1 by default, infinity until {@link Faults.clear}. */
  times?: number;
  /** Whether a request of this route is meant; all are by default. */
  only?(request: IncomingMessage): boolean;
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

  /** The number of faults that have not happened yet. */
  get left(): number {
    return this.#pending.length;
  }

  /** The fault that this request meets, if any. It is used up by this call. */
  take(route: RouteName, request: IncomingMessage): Fault | undefined {
    const entry = this.#pending.find(
      ({ fault }) =>
        (fault.route === route || fault.route === 'any') && (fault.only === undefined || fault.only(request)),
    );
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#pending.splice(this.#pending.indexOf(entry), 1);
    return entry.fault;
  }
}

/** The response to a request that meets a fault. */
export function faultResponse({ status, retryAfter = 0.05, global = false }: Fault & { status: number }): {
  status: number;
  body: unknown;
  headers: Record<string, string>;
} {
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
