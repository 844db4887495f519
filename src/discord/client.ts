import { type APIInteraction, Client, Events, GatewayDispatchEvents, Options } from 'discord.js';
import type { Logger } from 'pino';

export interface ClientSettings {
  apiUrl: string;
  /** Unset: all shards, as many as Discord recommends. */
  shards: { ids: number[]; count: number } | undefined;
}

/**
 * discord.js's client, not yet connected.
 *
 * It asks for no intents: interactions come without any, and carry all that an answer needs (who asks, what they may do,
 * whether the channel is age-restricted). So Discord sends nothing else, and nothing else is kept: caches are empty but for
 * the servers' ids. Interactions are taken as the gateway sends them, since replies are Discord's own JSON too.
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
    makeCache: Options.cacheWithLimits(NOTHING_IS_KEPT),
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js failed'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'the gateway connection failed'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'the gateway connects again'));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'the gateway has resumed'),
  );
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'the gateway is connected'));
  return client;
}

/** Guilds and channels cannot be limited; without intents they are little. */
const NOTHING_IS_KEPT = {
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
