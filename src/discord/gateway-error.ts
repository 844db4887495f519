/** The reason why there is no gateway connection, in one line for the operator. It never holds the token. */
export class GatewayError extends Error {
  /** Whether trying again later may help. */
  readonly passing: boolean;

  constructor(message: string, options: { passing: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.passing = options.passing;
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
  const { code, status, message } = Object(error) as { code?: unknown; status?: unknown; message?: unknown };
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
