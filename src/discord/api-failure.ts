import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { type Logger, stdSerializers } from 'pino';

/** Nobody can be answered any more: it is too late, the message was removed, or its 15 minutes are over. */
const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** Whether an error says that there is nobody to answer any more; not a failure of ours. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.includes(error.code);
}

/** Whether an error says that the interaction has its first answer already. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** The log, in which errors of Discord's API do not show what they carry: an interaction's token, and what was sent. */
export function logWithoutTokens(log: Logger): Logger {
  return log.child({}, { serializers: { err: shownError } });
}

function shownError(error: unknown): unknown {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { name, status, method, message } = error;
    return { type: name, status, method, message, ...('code' in error ? { code: error.code } : {}) };
  }
  return error instanceof Error ? stdSerializers.err(error) : error;
}
