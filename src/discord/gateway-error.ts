/**
 * The most milliseconds that a start waits for a rate limit of Discord: 15 minutes. A longer one is that of a day, and ends the
 * program with a clear line.
 */
const LONGEST_WAIT_MS = 900_000;

/** The most milliseconds that an error names: a year. JavaScript has no date for every number that Discord could send. */
const LONGEST_TOLD_MS = 31_536_000_000;

/** Milliseconds between attempts where Discord limits them and does not say for how long. */
const UNTOLD_WAIT_MS = 1000;

/** The reason why there is no gateway connection, in one line for the operator. It never holds the token. */
export class GatewayError extends Error {
  /** Whether trying again later may help. */
  readonly passing: boolean;
  /** Milliseconds for which Discord takes no further attempt; 0 where it does not say so. */
  readonly limitedMs: number;

  constructor(message: string, options: { passing: boolean; limitedMs?: number; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.passing = options.passing;
    this.limitedMs = options.limitedMs ?? 0;
  }
}

/** The gateway's close codes after which reconnecting is pointless, with an explanation for the operator. */
const CLOSINGS: Record<number, string> = {
  4004: 'Discord refuses the token (4004): is DISCORD_TOKEN right, or was the token reset?',
  4010: 'Discord does not know this shard (4010): is DISCORD_SHARDS right?',
  4011: 'Discord asks for more shards (4011): leave DISCORD_SHARDS unset, or raise its number.',
  4012: 'Discord no longer accepts this version of its gateway (4012): update the program.',
  4013: 'Discord refuses the intents (4013).',
  4014: 'Discord refuses the intents (4014).',
};

/** The error for a gateway connection that Discord has closed for good with this code. */
export function closedForGood(code: number): GatewayError {
  return new GatewayError(CLOSINGS[code] ?? `Discord has closed the gateway for good (${code}).`, {
    passing: false,
  });
}

/** The error for a failed login of discord.js. */
export function loginFailure(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const { code, status, message, retryAfter } = Object(error) as Record<string, unknown>;
  // Only @discordjs/rest's RateLimitError has it. Its class is not imported, because loading that package takes long.
  if (typeof retryAfter === 'number') return limited(retryAfter, error);
  if (code === 'TokenInvalid' || status === 401) {
    return new GatewayError('Discord refuses the token (401): is DISCORD_TOKEN right?', {
      passing: false,
      cause: error,
    });
  }
  if (String(message).startsWith('Not enough sessions remaining')) {
    return new GatewayError(`Discord allows no more connections today: ${message}`, {
      passing: false,
      cause: error,
    });
  }
  const why = [status, code, message].find((each) => each !== undefined && each !== '');
  return new GatewayError(`Discord's gateway cannot be reached (${String(why)}): is DISCORD_API_URL right?`, {
    passing: true,
    cause: error,
  });
}

/** The error for a login that a rate limit of Discord (429) puts off. @param retryAfter milliseconds */
function limited(retryAfter: number, cause: unknown): GatewayError {
  const limitedMs = retryAfter > 0 ? retryAfter : UNTOLD_WAIT_MS;
  const until = new Date(Date.now() + Math.min(limitedMs, LONGEST_TOLD_MS)).toISOString();
  return new GatewayError(`Discord lets the bot connect no more until ${until}: too many requests (429).`, {
    passing: limitedMs <= LONGEST_WAIT_MS,
    limitedMs,
    cause,
  });
}
