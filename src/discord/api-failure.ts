import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** Discord gave no answer to a request: the connection broke, the time was over, or something else answered. */
export class NoAnswerError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'NoAnswerError';
  }
}

/** A request was given up before Discord confirmed it. The cause is the failure of the last try. */
export class UndeliveredError extends Error {
  /** Whether Discord may have carried it out, though nothing confirmed that. */
  readonly mayHaveArrived: boolean;

  constructor(mayHaveArrived: boolean, cause: unknown) {
    super('An answer could not be delivered in time.', { cause });
    this.name = 'UndeliveredError';
    this.mayHaveArrived = mayHaveArrived;
  }
}

/**
 * The codes of Discord's errors for an answer that comes too late: after three seconds, after 15 minutes, or after its
 * message was removed.
 */
const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** The codes of errors that come before a connection is open, so before anything was sent. */
const NOT_SENT: readonly unknown[] = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether an error means that no answer can be delivered any more. That is not a failure of ours. */
export function isGone(error: unknown): boolean {
  return error instanceof UndeliveredError || (error instanceof DiscordAPIError && GONE.includes(error.code));
}

/** Whether an error means that the interaction has had its first answer already. */
export function isAcknowledged(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** Whether an error means that the message does not exist, or no longer. */
export function isUnknownMessage(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage);
}

/** Whether a failure may pass, so that the same request is worth another try. Discord's own refusals do not pass. */
export function isPassing(error: unknown): boolean {
  return error instanceof NoAnswerError || error instanceof HTTPError || error instanceof RateLimitError;
}

/** Whether Discord may have carried out a request that failed so. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  return error instanceof NoAnswerError && !NOT_SENT.includes(Object(error.cause).code);
}

/** The milliseconds for which Discord asked to wait; 0 where it named no time. */
export function askedWaitMs(error: unknown): number {
  const asked = error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : 0;
  return Number.isFinite(asked) ? asked : 0;
}

function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
