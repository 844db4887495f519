import { ChannelType, Locale, PermissionFlagsBits } from 'discord-api-types/v10';
import type { JsonObject } from './json.ts';

interface ChannelOptions {
  id: string;
  name?: string;
  /** `GuildText` by default. */
  type?: ChannelType;
  ageRestricted?: boolean;
}

/** A server that the bot is a member of. */
export interface GuildOptions {
  id: string;
  name?: string;
  /** `en-US` by default. */
  locale?: string;
  /** If none of them is open to everyone, one more is added. */
  channels?: readonly ChannelOptions[];
  /** Age-restricted text channels, besides `channels`. */
  ageRestrictedChannelIds?: readonly string[];
}

export interface Guild {
  id: string;
  name: string;
  locale: string;
  channels: (Required<Omit<ChannelOptions, 'type'>> & { type: ChannelType })[];
}

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;
const { UseApplicationCommands, UseExternalEmojis } = PermissionFlagsBits;

/** The permissions of everyone in a server, unless a test says otherwise. */
export const MEMBER_PERMISSIONS =
  ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | UseApplicationCommands;

/** The bot's permissions in a channel, as interactions tell them. */
export const APP_PERMISSIONS = (MEMBER_PERMISSIONS | UseExternalEmojis).toString();

const FEATURES: readonly string[] = ['COMMUNITY', 'NEWS'];

/** @param newId makes the id of the added channel */
export function createGuild(options: GuildOptions, newId: () => string): Guild {
  const channels = (options.channels ?? []).map((channel) => ({
    id: channel.id,
    name: channel.name ?? 'games',
    type: channel.type ?? ChannelType.GuildText,
    ageRestricted: channel.ageRestricted ?? false,
  }));
  for (const id of options.ageRestrictedChannelIds ?? []) {
    channels.push({ id, name: 'late-night', type: ChannelType.GuildText, ageRestricted: true });
  }
  if (!channels.some(({ ageRestricted }) => !ageRestricted)) {
    channels.unshift({ id: newId(), name: 'general', type: ChannelType.GuildText, ageRestricted: false });
  }
  return {
    id: options.id,
    name: options.name ?? `Server ${options.id}`,
    locale: options.locale ?? Locale.EnglishUS,
    channels,
  };
}

export function userPayload(id: string, username: string, bot = false): JsonObject {
  return {
    id,
    username,
    discriminator: '0',
    global_name: bot ? null : username,
    avatar: null,
    bot,
    system: false,
    public_flags: 0,
    flags: 0,
    avatar_decoration_data: null,
    clan: null,
    primary_guild: null,
  };
}

export function memberPayload(user: JsonObject, roles: readonly string[], permissions?: bigint): JsonObject {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    unusual_dm_activity_until: null,
    ...(permissions === undefined ? {} : { permissions: permissions.toString() }),
  };
}

/** The `guild` field of an interaction. */
export function partialGuildPayload(id: string, locale: string): JsonObject {
  return { id, locale, features: FEATURES };
}

/** A channel of a server in the form of GUILD_CREATE. */
export function channelPayload(channel: Guild['channels'][number], position = 0): JsonObject {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    position,
    nsfw: channel.ageRestricted,
    flags: 0,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: [],
  };
}

/** The payload of GUILD_CREATE. */
export function guildPayload(guild: Guild, bot: JsonObject, recipientOfReady: string): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    owner_id: recipientOfReady,
    preferred_locale: guild.locale,
    features: FEATURES,
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    channels: guild.channels.map((channel, index) => channelPayload(channel, index)),
    members: [memberPayload(bot, [])],
    roles: [everyoneRole(guild.id)],
    ...Object.fromEntries(EMPTY_LISTS.map((key) => [key, []])),
    afk_timeout: 300,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    verification_level: 1,
    version: 1,
  };
}

const EMPTY_LISTS = [
  'emojis',
  'stickers',
  'threads',
  'presences',
  'voice_states',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
];

function everyoneRole(guildId: string): JsonObject {
  return {
    id: guildId,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: MEMBER_PERMISSIONS.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
