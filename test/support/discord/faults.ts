import type { RouteName } from './journal.ts';

export interface Fault {
  /** `any`: whatever comes next. */
  route: RouteName | 'any';
  /** The status to answer with, or `cut` to close the connection without an answer. */
  status: number | 'cut';
  /** How many requests fail; 1 unless said. */
  times?: number;
  /** For 429: seconds until the bot may try again; 0.05 unless said. */
  retryAfter?: number;
  /** For 429: whether it is the limit of all routes. */
  global?: boolean;
  /** The request is carried out and only its answer is lost. */
  applied?: boolean;
}

/** Failures of Discord's that a test asks for. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];

  /** The next `times` requests of this route fail. */
  failNext(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** Forgets what was asked for and has not happened. */
  clear(): void {
    this.#pending = [];
  }

  /** The fault that this request meets, if any; it is used up. */
  take(route: RouteName): Fault | undefined {
    const entry = this.#pending.find(({ fault }) => fault.route === route || fault.route === 'any');
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#pending.splice(this.#pending.indexOf(entry), 1);
    return entry.fault;
  }
}

/** The response of a fault. */
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
