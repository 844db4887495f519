import { setTimeout as delay } from 'node:timers/promises';
import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from '@discordjs/rest';
import type { Logger } from 'pino';
import { type Purpose, RateLimitWaits } from './rate-limit-waits.ts';

/** The purposes of answers: their requests are also sent while the program stops. */
const OF_ANSWERS: readonly Purpose[] = ['sending a reply', 'reading a channel'];

/** The most milliseconds for which a request waits for a rate limit if its client names no other number: a day. */
const LONGEST_WAIT_MS = 86_400_000;

/** Milliseconds that a request waits where Discord limits it and does not say for how long. */
const UNTOLD_WAIT_MS = 1000;

/**
 * The number of refused requests (401, 403, 429) after each of which a warning is logged. Discord blocks an address that has
 * 10,000 of them in ten minutes.
 */
const REFUSED_BETWEEN_WARNINGS = 1000;

/** A request that the program does not send any more, because it is stopping. */
class StoppedError extends Error {
  constructor() {
    super('not sent: the program is stopping');
    this.name = 'StoppedError';
  }
}

export interface RestSettings {
  /** The address of Discord's API, such as `https://discord.com/api`. */
  apiUrl: string;
  /** The bot's token: a secret. */
  token: string;
}

export interface ClientOptions extends Partial<RESTOptions> {
  /** The most milliseconds for which a request waits for a rate limit; a longer wait throws a RateLimitError at once. */
  longestWaitMs?: number;
  /**
   * The place of waits for rate limits: in this client, or elsewhere. In the second case a request that is limited throws a
   * RateLimitError at once, and its wait is reported nevertheless.
   */
  waits?: 'here' | 'elsewhere';
}

/**
 * Makes all clients of Discord's REST API, one for each purpose. They report every wait for a rate limit, and they send
 * nothing but answers once the program stops.
 */
export class RestClients {
  readonly waits: RateLimitWaits;
  readonly #settings: RestSettings;
  readonly #log: Logger;
  #stopped = false;

  constructor(settings: RestSettings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
    this.waits = new RateLimitWaits(log);
  }

  /** A client for one purpose, with the bot's token. */
  client(purpose: Purpose, options: ClientOptions = {}): REST {
    const { apiUrl, token } = this.#settings;
    const {
      longestWaitMs = LONGEST_WAIT_MS,
      waits = 'here',
      makeRequest = DefaultRestOptions.makeRequest,
      ...others
    } = options;
    const rest = new REST({
      api: apiUrl,
      version: '10',
      invalidRequestWarningInterval: REFUSED_BETWEEN_WARNINGS,
      ...others,
      // Unlike the event `rateLimited`, this function hears of the waits of callbacks and of sub-limits, too.
      rejectOnRateLimit: async ({ method, url, retryAfter }) => {
        const isTold = retryAfter > 0;
        const milliseconds = isTold ? retryAfter : UNTOLD_WAIT_MS;
        if (milliseconds > longestWaitMs) return true;
        this.waits.begin(purpose, requestOf(method, url), milliseconds);
        if (waits === 'elsewhere') return true;
        if (!isTold) await delay(milliseconds);
        return false;
      },
      makeRequest: async (url, init) => {
        if (this.#stopped && !OF_ANSWERS.includes(purpose)) throw new StoppedError();
        const response = await makeRequest(url, init);
        if (response.status !== 429) this.waits.end(requestOf(init.method, url));
        return response;
      },
    });
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
      this.#log.warn(
        { count, seconds: Math.round(remainingTime / 1000) },
        'Discord has refused many requests (401, 403, 429): after 10,000 in ten minutes it blocks this address',
      ),
    );
    return rest.setToken(token);
  }

  /** Sends no request from now on, except those of answers. A request that waits for a rate limit fails after its wait. */
  stop(): void {
    this.#stopped = true;
  }
}

/** Tells a request from others; it holds tokens of interactions, so it is never shown. */
function requestOf(method = 'GET', url: string): string {
  return `${method.toUpperCase()} ${url}`;
}
