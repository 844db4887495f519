import {
  type APIApplicationCommandOptionChoice,
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { ApiError, alreadyAcknowledged, invalidForm, unknownInteraction } from './api-error.ts';
import type { Clock } from './clock.ts';
import { HeldMessage } from './held-message.ts';
import { isObject, type JsonObject } from './json.ts';
import type { LiveInteraction, LiveInteractions } from './live-interaction.ts';
import type { MessageFrames } from './message-frames.ts';
import { checkChoices } from './message-limits.ts';
import { checkSchema } from './openapi.ts';
import type { Route, RouteRequest, RouteResponse } from './rest-server.ts';

/** Milliseconds that a bot has for its first answer. */
const FIRST_ANSWER = 3000;

const MESSAGES: readonly number[] = [
  Callback.ChannelMessageWithSource,
  Callback.DeferredChannelMessageWithSource,
];
const UPDATES: readonly number[] = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];

/** The callback types that may answer each type of interaction. */
const ALLOWED: Record<number, readonly number[]> = {
  [InteractionType.ApplicationCommand]: [...MESSAGES, Callback.Modal],
  [InteractionType.MessageComponent]: [...MESSAGES, ...UPDATES, Callback.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Callback.ApplicationCommandAutocompleteResult],
};

const SCHEMAS: Record<number, string> = {
  [Callback.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [Callback.DeferredChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [Callback.DeferredMessageUpdate]: 'UpdateMessageInteractionCallbackRequest',
  [Callback.UpdateMessage]: 'UpdateMessageInteractionCallbackRequest',
  [Callback.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequest',
  [Callback.Modal]: 'ModalInteractionCallbackRequest',
};

/** Takes the first answer to an interaction: one only, in time, of a type that fits, and within Discord's limits. */
export function callbackRoutes(interactions: LiveInteractions, clock: Clock, frames: MessageFrames): Route[] {
  return [
    {
      name: 'callback',
      method: 'POST',
      path: '/interactions/{id}/{token}/callback',
      authorized: false,
      handle(request) {
        const now = clock.now();
        const interaction = interactions.byToken(request.params.token!);
        if (interaction === undefined || interaction.start.id !== request.params.id)
          throw unknownInteraction();
        const { dispatchedAt } = interaction.start;
        if (interaction.callback !== undefined) throw alreadyAcknowledged();
        if (now - dispatchedAt > FIRST_ANSWER) throw unknownInteraction();
        const body = checkedBody(interaction, request);
        const type = Number(body.type);
        const data = isObject(body.data) ? body.data : {};
        accept(interaction, type, data, request, frames, now);
        interaction.callbacks.push({ type, body, afterMs: now - dispatchedAt });
        interaction.changes.notify();
        return response(interaction, type, request.query.with_response === 'true');
      },
    },
  ];
}

function checkedBody(interaction: LiveInteraction, { payload }: RouteRequest): JsonObject {
  const body = isObject(payload) ? payload : {};
  const allowed = ALLOWED[interaction.type] ?? [];
  const type = Number(body.type);
  if (!allowed.includes(type)) {
    const message = `Value must be one of {${allowed.join(', ')}} for interaction type ${interaction.type}.`;
    throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
  }
  const errors = checkSchema(SCHEMAS[type]!, body);
  if (errors.length > 0) throw invalidForm(errors);
  return body;
}

function accept(
  interaction: LiveInteraction,
  type: number,
  data: JsonObject,
  { files }: RouteRequest,
  frames: MessageFrames,
  now: number,
): void {
  if (MESSAGES.includes(type)) {
    const onlyFor =
      (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0 ? interaction.start.userId : null;
    const loading = type === Callback.DeferredChannelMessageWithSource;
    const message = new HeldMessage({ frame: frames.reply(interaction), onlyFor, loading });
    if (!loading) message.apply(data, files, ['data'], now);
    interaction.original = message;
  } else if (UPDATES.includes(type)) {
    const { source } = interaction.start;
    if (source === null || source.deleted) throw new ApiError(404, 10008, 'Unknown Message');
    if (type === Callback.UpdateMessage) source.apply(data, files, ['data'], now);
    interaction.original = source;
  } else if (type === Callback.ApplicationCommandAutocompleteResult) {
    const errors = checkChoices(['data'], data, interaction.start.choiceKind ?? 'string');
    if (errors.length > 0) throw invalidForm(errors);
    interaction.choices = (data.choices ?? []) as APIApplicationCommandOptionChoice[];
  }
}

function response(interaction: LiveInteraction, type: number, withResponse: boolean): RouteResponse {
  if (!withResponse) return { status: 204 };
  const { start, original } = interaction;
  return {
    status: 200,
    body: {
      interaction: {
        id: start.id,
        type: interaction.type,
        ...(original === null
          ? {}
          : {
              response_message_id: original.id,
              response_message_loading: original.loading,
              response_message_ephemeral: original.ephemeral,
            }),
        channel_id: start.payload.channel_id,
        ...(start.payload.guild_id === undefined ? {} : { guild_id: start.payload.guild_id }),
      },
      ...(original === null ? {} : { resource: { type, message: original.data } }),
    },
  };
}
