import { DiscordAPIError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

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
