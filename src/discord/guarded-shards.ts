import { setTimeout as delay } from 'node:timers/promises';
import {
  WebSocketShardEvents as ShardEvent,
  SimpleShardingStrategy,
  type WebSocketManager,
  type WebSocketShard,
} from '@discordjs/ws';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { GatewayError } from './gateway-error.ts';
import { type Frame, FrameError, isGatewayUrl, type Ready, readFrame } from './gateway-frame.ts';
import type { ShardOutages } from './shard-outages.ts';

export interface ShardListeners {
  /** Called with each interaction: the gateway's JSON, of any shape. */
  onInteraction(interaction: unknown): void;
  /** Called with the ids of a shard's servers, each time that it begins a session. */
  onGuilds(shardId: number, guildIds: readonly string[]): void;
}

/** The events that discord.js hears of. It would build objects from all others, and an exception there ends the process. */
const FOR_DISCORD_JS: readonly (string | null)[] = [
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
];

/** Milliseconds before the second attempt of a row to connect again; the wait doubles with each further attempt. */
const FIRST_WAIT_MS = 1000;

/**
 * The attempts to resume a session that come to nothing before another session begins. A session is resumed at an address of its own,
 * which may stay away when the gateway itself is back.
 */
const MOST_RESUMPTIONS = 4;

/** The most milliseconds between two attempts. */
const LONGEST_WAIT_MS = 60_000;

/**
 * discord.js's way to the gateway, made safe: whatever comes through the gateway is one line in the log at most, and once
 * `ended` is aborted no shard connects, identifies or resumes any more.
 */
export class GuardedShards extends SimpleShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #outages: ShardOutages;
  readonly #ended: AbortSignal;
  readonly #log: Logger;

  constructor(
    manager: WebSocketManager,
    listeners: ShardListeners,
    outages: ShardOutages,
    ended: AbortSignal,
    log: Logger,
  ) {
    super(guardedView(manager, listeners, log));
    this.#manager = manager;
    this.#outages = outages;
    this.#ended = ended;
    this.#log = log;
  }

  /** @throws GatewayError where Discord names an address that cannot be one of the gateway */
  override async spawn(shardIds: number[]): Promise<void> {
    const { url } = await this.#manager.fetchGatewayInformation();
    if (!isGatewayUrl(url)) {
      throw new GatewayError('Discord names no address of its gateway: is DISCORD_API_URL right?', {
        passing: true,
      });
    }
    await super.spawn(shardIds);
    const { shards } = this as unknown as { shards: ReadonlyMap<number, WebSocketShard> };
    for (const shard of shards.values())
      guardShard(shard, this.#manager, this.#outages, this.#ended, this.#log);
  }
}

/** An event of a shard, as far as it is looked at here. */
interface ShardPayload {
  shardId: number;
  /** A frame for `dispatch`, the `d` of READY for `ready`. */
  data?: unknown;
}

/** The manager as the shards see it: their events reach its listeners through a guard. */
function guardedView(
  manager: WebSocketManager,
  { onInteraction, onGuilds }: ShardListeners,
  log: Logger,
): WebSocketManager {
  const pass = (event: string, payload: ShardPayload) => {
    const { shardId, data } = payload;
    if (event === ShardEvent.Ready) onGuilds(shardId, (data as Ready).guildIds);
    if (event === ShardEvent.Dispatch) {
      const { t, d } = data as Frame;
      if (t === GatewayDispatchEvents.InteractionCreate) return onInteraction(d);
      if (!FOR_DISCORD_JS.includes(t)) return;
    }
    manager.emit(event as ShardEvent.Dispatch, payload as never);
  };
  const emit = (event: string, payload: ShardPayload) => {
    try {
      pass(event, payload);
    } catch (err) {
      log.error({ shard: payload.shardId, err }, `the gateway's event "${event}" could not be handled`);
    }
    return true;
  };
  return Object.create(manager, { emit: { value: emit } }) as WebSocketManager;
}

/**
 * The parts of a shard that are changed or read here. Most are private in its types: the tests of hostile frames fail where a
 * new version of @discordjs/ws names them otherwise.
 */
interface OpenShard {
  connection: { on(event: 'error', listener: () => void): void; terminate(): void } | null;
  internalConnect(): Promise<void>;
  waitForEvent(event: string, milliseconds?: number): Promise<{ ok: boolean }>;
  destroy(options?: { recover?: number }): Promise<void>;
  send(payload: { op: number }): Promise<void>;
  heartbeat(requested?: boolean): Promise<void>;
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  onClose(code: number): Promise<void>;
  unpackMessage(data: unknown): Promise<unknown>;
}

/** A wait between the half and the whole of another one, so that the bots of a lost gateway do not all come back at once. */
function spread(milliseconds: number): number {
  return milliseconds * (1 - Math.random() / 2);
}

/**
 * Guards one shard. @discordjs/ws starts the work of a shard in many places without waiting for it, where a rejection would
 * end the process; it takes the shape of frames for granted; and it closes a connection twice, and so fails, where two frames
 * ask for that.
 */
function guardShard(
  guarded: WebSocketShard,
  manager: WebSocketManager,
  outages: ShardOutages,
  ended: AbortSignal,
  log: Logger,
): void {
  const shard = guarded as unknown as OpenShard;
  const own = {
    internalConnect: shard.internalConnect.bind(shard),
    waitForEvent: shard.waitForEvent.bind(shard),
    destroy: shard.destroy.bind(shard),
    send: shard.send.bind(shard),
    heartbeat: shard.heartbeat.bind(shard),
    onMessage: shard.onMessage.bind(shard),
    onClose: shard.onClose.bind(shard),
  };
  const fields = { shard: guarded.id };
  const failed = (err: unknown) => log.warn({ ...fields, err }, 'the gateway connection failed');
  /** The attempts to connect since the shard was last connected. */
  let attempts = 0;
  let hasSaidHello = false;
  let closing: Promise<void> | null = null;
  for (const event of [ShardEvent.Ready, ShardEvent.Resumed] as const) {
    guarded.on(event, () => {
      attempts = 0;
    });
  }

  shard.internalConnect = async () => {
    try {
      const waitMs =
        attempts < 2 ? 0 : spread(Math.min(FIRST_WAIT_MS * 2 ** (attempts - 2), LONGEST_WAIT_MS));
      attempts += 1;
      if (waitMs > 0) await delay(waitMs, undefined, { signal: ended });
      closing = null;
      hasSaidHello = false;
      if (attempts > MOST_RESUMPTIONS) await manager.options.updateSessionInfo(guarded.id, null);
      if (!ended.aborted) await own.internalConnect();
    } catch (error) {
      if (!ended.aborted) outages.failed(guarded.id, error);
    }
  };
  shard.waitForEvent = (event, milliseconds) => {
    // An error of a connection that was given up, such as a handshake that comes to nothing, would be heard by nobody.
    shard.connection?.on('error', () => {});
    return own.waitForEvent(event, milliseconds);
  };
  shard.destroy = (options) => {
    if (closing !== null) return closing;
    const closed = own
      .destroy(options)
      .catch(failed)
      .finally(() => {
        if (closing === closed) closing = null;
        if (ended.aborted) shard.connection?.terminate();
      });
    closing = closed;
    return closed;
  };
  shard.send = async (payload) => {
    const begins = payload.op === GatewayOpcodes.Identify || payload.op === GatewayOpcodes.Resume;
    if (!(begins && ended.aborted)) await own.send(payload);
  };
  shard.heartbeat = (requested) => own.heartbeat(requested).catch(failed);
  shard.onMessage = (data, isBinary) => own.onMessage(data, isBinary).catch(failed);
  shard.onClose = (code) => own.onClose(code).catch(failed);
  shard.unpackMessage = async (data) => {
    try {
      const frame = readFrame(data);
      if (frame.op === GatewayOpcodes.Hello) {
        if (hasSaidHello) throw new FrameError('a second HELLO');
        hasSaidHello = true;
      }
      return frame;
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      log.warn(fields, error.message);
      return null;
    }
  };
}
