import type { Logger } from 'pino';

const PURPOSES = [
  'connecting to the gateway',
  'registering the commands',
  'looking for servers that removed the bot',
  'sending a reply',
  'reading a channel',
] as const;

/** The reason why a REST client of this program asks Discord something. */
export type Purpose = (typeof PURPOSES)[number];

/** The purposes without which the bot cannot answer: while one of them waits, the program is not ready. */
const NEEDED: readonly Purpose[] = ['connecting to the gateway', 'registering the commands'];

/** The fewest milliseconds of a wait that is worth a warning. A shorter one only spaces out the edits of a reply. */
const TOLD_FROM_MS = 1000;

/** Milliseconds by which the ends of two waits may differ and still be one wait, told twice by @discordjs/rest. */
const SAME_MS = 1000;

/** Milliseconds after the end of a wait in which Discord answers the request; an unanswered one was given up. */
const ANSWER_MS = 20_000;

/** A request that waits for one of Discord's rate limits. Times are milliseconds since 1970. */
interface Wait {
  purpose: Purpose;
  /** The beginning of the first of the waits that follow each other. */
  since: number;
  until: number;
}

/** The waits for Discord's rate limits, as `/readyz` and `/metrics` report them. */
export interface RateLimitReport {
  /** The purposes that wait now, each with the latest end of its waits, in words for an operator; null: none waits. */
  waiting: string | null;
  /** Whether a purpose waits without which the bot cannot answer. */
  blocking: boolean;
  /** The number of requests that wait now, by purpose. */
  requests: Record<Purpose, number>;
  /** The seconds until the last of the requests that wait now may be sent, by purpose. */
  secondsLeft: Record<Purpose, number>;
  /** The number of waits since the start of the program, by purpose. */
  waits: Record<Purpose, number>;
}

/**
 * The requests that wait for Discord's rate limits. An operator reads of them in the log, in `/readyz` and in `/metrics`:
 * without these, a bot that waits for hours looks like one that is well.
 */
export class RateLimitWaits {
  readonly #log: Logger;
  readonly #waiting = new Map<string, Wait>();
  /** By purpose: the wait that the last warning told of. */
  readonly #told = new Map<Purpose, { since: number; until: number }>();
  readonly #waits = byPurpose();

  constructor(log: Logger) {
    this.#log = log;
  }

  /**
   * Notes that a request has to wait from now on, and warns about a wait of a second or more.
   *
   * @param request tells requests apart; it is never shown
   */
  begin(purpose: Purpose, request: string, milliseconds: number): void {
    this.#forget();
    const now = Date.now();
    const until = now + milliseconds;
    const before = this.#waiting.get(request);
    this.#waiting.set(request, { purpose, since: before?.since ?? now, until });
    if (before !== undefined && before.until > now && Math.abs(before.until - until) < SAME_MS) return;
    this.#waits[purpose] += 1;
    this.#tell(purpose, before?.since ?? now, until);
  }

  /** Notes that Discord has answered a request: it waits no longer. */
  end(request: string): void {
    this.#waiting.delete(request);
  }

  /** The waits now, and their number since the start. */
  report(): RateLimitReport {
    this.#forget();
    const now = Date.now();
    const [requests, secondsLeft] = [byPurpose(), byPurpose()];
    const ends = new Map<Purpose, number>();
    for (const { purpose, until } of this.#waiting.values()) {
      requests[purpose] += 1;
      secondsLeft[purpose] = Math.max(secondsLeft[purpose], (until - now) / 1000);
      ends.set(purpose, Math.max(ends.get(purpose) ?? 0, until));
    }
    const texts = [...ends].map(([purpose, until]) => `${new Date(until).toISOString()}: ${purpose}`);
    return {
      waiting: texts.length === 0 ? null : `waits for a rate limit until ${texts.join('; until ')}`,
      blocking: NEEDED.some((purpose) => ends.has(purpose)),
      requests,
      secondsLeft,
      waits: { ...this.#waits },
    };
  }

  /**
   * Warns about a wait, unless a warning has told of it. Waits that are short and follow each other are told each time
   * that their length together has doubled; so an endless row of them is told, and does not flood the log.
   */
  #tell(purpose: Purpose, since: number, until: number): void {
    const now = Date.now();
    const told = this.#told.get(purpose);
    if (until - since < TOLD_FROM_MS) return;
    if (told !== undefined && until - told.until < SAME_MS) return;
    const isNewWait = until - now >= TOLD_FROM_MS && (told === undefined || told.until <= now + SAME_MS);
    const hasDoubled = told === undefined || until - told.since >= 2 * (told.until - told.since);
    if (!isNewWait && !hasDoubled) return;
    this.#told.set(purpose, { since: told === undefined ? since : Math.min(told.since, since), until });
    this.#log.warn(
      { until: new Date(until), seconds: Math.round((until - now) / 1000) },
      `Discord's rate limit: ${purpose} waits until ${new Date(until).toISOString()}`,
    );
  }

  /** Forgets requests that were given up while they waited, and warnings about purposes that wait no longer. */
  #forget(): void {
    const now = Date.now();
    for (const [request, { until }] of this.#waiting) {
      if (until + ANSWER_MS < now) this.#waiting.delete(request);
    }
    const purposes = new Set([...this.#waiting.values()].map(({ purpose }) => purpose));
    for (const purpose of this.#told.keys()) if (!purposes.has(purpose)) this.#told.delete(purpose);
  }
}

function byPurpose(): Record<Purpose, number> {
  return Object.fromEntries(PURPOSES.map((purpose) => [purpose, 0])) as Record<Purpose, number>;
}
