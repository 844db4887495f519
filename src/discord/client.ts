import { Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { GuardedShards, type ShardListeners } from './guarded-shards.ts';
import type { RestClients } from './rest.ts';
import { ShardOutages } from './shard-outages.ts';

export interface ClientSettings {
  /** The shards of this process and the number of all shards; undefined: all shards, as many as Discord recommends. */
  shards: { ids: number[]; count: number } | undefined;
}

/**
 * discord.js's client, not yet connected.
 *
 * It asks for no intents. Interactions come without any, and carry everything that an answer needs: the asker, their
 * permissions, and whether the channel is age-restricted. So Discord sends nothing else. The client hears of READY and RESUMED
 * alone; interactions are passed on as the gateway's JSON, because replies are Discord's own JSON too.
 *
 * @param ended once it is aborted, the client does not connect any more; an open connection stays
 */
export function createClient(
  { shards }: ClientSettings,
  rest: RestClients,
  listeners: ShardListeners,
  log: Logger,
  ended: AbortSignal,
): Client {
  const outages = new ShardOutages(log);
  const client = new Client({
    intents: [],
    shards: shards?.ids ?? 'auto',
    ...(shards === undefined ? {} : { shardCount: shards.count }),
    ws: { buildStrategy: (manager) => new GuardedShards(manager, listeners, outages, ended, log) },
  });
  // A wait for a rate limit is ours: it counts as an attempt, and ends at a stop.
  client.rest = rest.client('connecting to the gateway', { longestWaitMs: 0 });
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js failed'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (err, shard) => outages.failed(shard, err));
  client.on(Events.ShardReconnecting, (shard) => outages.failed(shard));
  client.on(Events.ShardResume, (shard) => outages.works(shard));
  client.on(Events.ShardReady, (shard) => {
    outages.works(shard);
    log.info({ shard }, 'the gateway is connected');
  });
  return client;
}
