import { randomBytes } from 'node:crypto';
import { ChannelType } from 'discord-api-types/v10';
import type { ClientAction, Dispatcher } from './client-action.ts';
import type { Clock } from './clock.ts';
import type { GatewayServer } from './gateway-server.ts';
import type { Journal } from './journal.ts';
import type { JsonObject } from './json.ts';
import { LiveInteraction, type LiveInteractions } from './live-interaction.ts';
import { localeOf, permissionsOf } from './member.ts';
import { Reply } from './reply.ts';
import { ATTACHMENT_SIZE_LIMIT } from './request-body.ts';
import { APP_PERMISSIONS, memberPayload, partialGuildPayload, userPayload } from './world.ts';

export interface DispatcherParts {
  applicationId: string;
  newId: () => string;
  clock: Clock;
  interactions: LiveInteractions;
  gateway: GatewayServer;
  journal: Journal;
}

/** Turns the actions of members into INTERACTION_CREATE events in Discord's form (API version 10), and sends them. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  return {
    dispatch(action) {
      const { member, place, type, source } = action;
      const id = parts.newId();
      const token = randomBytes(48).toString('base64url');
      const owners = ownersOf(action);
      const user = userPayload(member.userId, member.options.username ?? `player-${member.userId}`);
      const metadata = {
        id,
        type,
        user,
        authorizing_integration_owners: owners,
        ...(action.commandName === null ? {} : { name: action.commandName, command_type: 1 }),
        ...(source === null ? {} : { interacted_message_id: source.id }),
      };
      const payload: JsonObject = {
        id,
        application_id: parts.applicationId,
        type,
        token,
        version: 1,
        locale: localeOf(member.options),
        ...whereAndWho(action, user),
        app_permissions: APP_PERMISSIONS,
        entitlements: [],
        entitlement_sku_ids: [],
        authorizing_integration_owners: owners,
        context: place.context,
        attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
        data: action.data,
        ...(source === null ? {} : { message: source.data }),
      };
      const interaction = new LiveInteraction({
        id,
        token,
        payload,
        userId: member.userId,
        metadata,
        dispatchedAt: parts.clock.now(),
        source,
        choiceKind: action.choiceKind,
      });
      parts.interactions.add(interaction);
      parts.gateway.dispatch(place.botIsThere ? place.guildId : null, 'INTERACTION_CREATE', payload);
      return new Reply(interaction, parts.journal);
    },
  };
}

/** Under `"0"` the server, or 0 in a direct message with the bot; under `"1"` the user. */
function ownersOf({ member, place, integrations }: ClientAction): Record<string, string> {
  const entries = integrations.map((type) => [
    String(type),
    type === 0 ? (place.guildId ?? '0') : member.userId,
  ]);
  return Object.fromEntries(entries);
}

function whereAndWho({ member, place }: ClientAction, user: JsonObject): JsonObject {
  const permissions = permissionsOf(member.options);
  const { guildId, channel } = place;
  if (guildId === null) {
    const recipients = channel.type === ChannelType.DM ? { recipients: [user] } : {};
    return { channel_id: channel.id, channel: { ...channel, ...recipients }, user };
  }
  return {
    guild_id: guildId,
    guild_locale: place.guildLocale,
    guild: partialGuildPayload(guildId, place.guildLocale),
    channel_id: channel.id,
    channel: { ...channel, guild_id: guildId, permissions: permissions.toString() },
    member: memberPayload(user, member.options.roles ?? [], permissions),
  };
}
