import { MessageFlags } from 'discord-api-types/v10';
import { expiredToken, invalidForm, unknownMessage, unknownWebhook } from './api-error.ts';
import type { Clock } from './clock.ts';
import { HeldMessage } from './held-message.ts';
import { isObject, type JsonObject } from './json.ts';
import type { LiveInteraction, LiveInteractions } from './live-interaction.ts';
import type { MessageFrames } from './message-frames.ts';
import { checkSchema } from './openapi.ts';
import type { Route, RouteRequest } from './rest-server.ts';

/** Milliseconds that the token of an interaction lives. */
const TOKEN_LIFE = 15 * 60_000;

export interface WebhookParts {
  interactions: LiveInteractions;
  clock: Clock;
  frames: MessageFrames;
  applicationId: string;
}

/** The uses of an interaction's token after the first answer: edit, delete, read, follow up. */
export function webhookRoutes({ interactions, clock, frames, applicationId }: WebhookParts): Route[] {
  const live = ({ params }: RouteRequest): LiveInteraction => {
    const interaction = interactions.byToken(params.token!);
    if (params.application !== applicationId || interaction === undefined) throw unknownWebhook();
    if (clock.now() - interaction.start.dispatchedAt > TOKEN_LIFE) throw expiredToken();
    if (interaction.callback === undefined) throw unknownWebhook();
    return interaction;
  };

  const edit = (
    interaction: LiveInteraction,
    message: HeldMessage,
    body: JsonObject,
    request: RouteRequest,
  ) => {
    message.apply(body, request.files, [], clock.now());
    if (message === interaction.original) interaction.edits += 1;
    interaction.changes.notify();
    return { status: 200, body: message.data };
  };

  return [
    {
      ...MESSAGE,
      name: 'read-message',
      method: 'GET',
      handle: (request) => ({ status: 200, body: messageOf(live(request), request.params.message!).data }),
    },
    {
      ...MESSAGE,
      name: 'edit',
      method: 'PATCH',
      handle(request) {
        const interaction = live(request);
        const message = messageOf(interaction, request.params.message!);
        return edit(interaction, message, checked('IncomingWebhookUpdateRequestPartial', request), request);
      },
    },
    {
      ...MESSAGE,
      name: 'delete',
      method: 'DELETE',
      handle(request) {
        const interaction = live(request);
        messageOf(interaction, request.params.message!).deleted = true;
        interaction.changes.notify();
        return { status: 204 };
      },
    },
    {
      name: 'followup',
      method: 'POST',
      path: '/webhooks/{application}/{token}',
      authorized: false,
      handle(request) {
        const interaction = live(request);
        const body = checked('IncomingWebhookRequestPartial', request);
        const { original } = interaction;
        // Right after a defer this route edits the loading message, which stays ephemeral if it was.
        if (original?.loading === true && !original.deleted)
          return edit(interaction, original, body, request);
        const ephemeral = (Number(body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
        const message = new HeldMessage({
          frame: frames.followup(interaction),
          onlyFor: ephemeral ? interaction.start.userId : null,
          loading: false,
        });
        message.apply(body, request.files, [], clock.now());
        interaction.followups.push(message);
        interaction.changes.notify();
        return { status: 200, body: message.data };
      },
    },
  ];
}

const MESSAGE = { path: '/webhooks/{application}/{token}/messages/{message}', authorized: false } as const;

function messageOf(interaction: LiveInteraction, id: string): HeldMessage {
  const { original, followups } = interaction;
  const message =
    id === '@original' ? original : [original, ...followups].find((each) => each !== null && each.id === id);
  if (message === null || message === undefined || message.deleted) throw unknownMessage();
  return message;
}

function checked(schema: string, { payload }: RouteRequest): JsonObject {
  const body = isObject(payload) ? payload : {};
  const errors = checkSchema(schema, body);
  if (errors.length > 0) throw invalidForm(errors);
  return body;
}
