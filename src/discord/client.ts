import { type APIInteraction, Client, Events, GatewayDispatchEvents, Options } from 'discord.js';
import type { Logger } from 'pino';

export interface ClientSettings {
  apiUrl: string;
  /** The shards of this process and the number of all shards; undefined: all shards, as many as Discord recommends. */
  shards: { ids: number[]; count: number } | undefined;
}

/**
 * discord.js's client, not yet connected.
 *
 * It asks for no intents. Interactions come without any, and carry everything that an answer needs: the asker, their
 * permissions, and whether the channel is age-restricted. So Discord sends nothing else, and the caches hold nothing but
 * the servers' ids. The client passes interactions on as the gateway's JSON, because replies are Discord's own JSON too.
 */
export function createClient(
  { apiUrl, shards }: ClientSettings,
  onInteraction: (interaction: APIInteraction) => void,
  log: Logger,
): Client {
  const client = new Client({
    intents: [],
    shards: shards?.ids ?? 'auto',
    ...(shards === undefined ? {} : { shardCount: shards.count }),
    rest: { api: apiUrl },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(CACHE_LIMITS),
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js failed'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'the gateway connection failed'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'the gateway is reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'the gateway connection has resumed'),
  );
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'the gateway is connected'));
  return client;
}

/**
 * The number of objects that each cache may hold. discord.js allows no limit on servers and channels; without intents these
 * are few.
 */
const CACHE_LIMITS = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;
