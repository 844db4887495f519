import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events, Status } from 'discord.js';
import type { Logger } from 'pino';
import { unlessAborted, withinLimit } from '../platform/time-limit.ts';
import { type ClientSettings, createClient } from './client.ts';
import { closedForGood, loginFailure } from './gateway-error.ts';
import type { ShardListeners } from './guarded-shards.ts';
import type { RestClients } from './rest.ts';

/** Seconds before each further attempt to connect. */
const WAITS = [1, 2, 4, 8];

/** Milliseconds that Discord has to confirm the end of a connection. */
const CLOSE_MS = 500;

export interface GatewaySettings extends ClientSettings {
  /** The bot's token: a secret. */
  token: string;
  /** Seconds before each further attempt to connect; unset: 1, 2, 4 and 8. */
  waits?: readonly number[];
}

/** The connection to Discord's gateway: all shards of this process. */
export class Gateway {
  /** Rejects with a GatewayError when Discord has closed a connection for good; never resolves. */
  readonly lost: Promise<never>;
  readonly #client: Client;
  readonly #ended = new AbortController();
  readonly #guildIds = new Map<number, readonly string[]>();

  /**
   * Connects, and passes interactions on from then on. Where Discord cannot be reached, it tries again after a longer wait
   * each time, and not before the end of a rate limit. A refusal is final at once: another attempt changes nothing, and
   * Discord counts attempts.
   *
   * @param onInteraction gets the gateway's JSON, of any shape
   * @param signal gives up connecting when it is aborted
   * @throws GatewayError where Discord refuses the connection or cannot be reached; the signal's reason
   */
  static async connect(
    { token, waits = WAITS, ...settings }: GatewaySettings,
    rest: RestClients,
    onInteraction: ShardListeners['onInteraction'],
    log: Logger,
    signal: AbortSignal,
  ): Promise<Gateway> {
    for (let attempt = 0; ; attempt++) {
      const gateway = new Gateway(settings, rest, onInteraction, log);
      try {
        await gateway.#login(token, signal);
        return gateway;
      } catch (error) {
        await gateway.close();
        signal.throwIfAborted();
        const failure = loginFailure(error);
        const seconds = waits[attempt];
        if (!failure.passing || seconds === undefined) throw failure;
        const waitMs = Math.max(seconds * 1000, failure.limitedMs);
        if (failure.limitedMs > 0) rest.waits.begin('connecting to the gateway', GATEWAY_INFORMATION, waitMs);
        else log.warn(`${failure.message} Trying again in ${seconds} s.`);
        await wait(waitMs, undefined, { signal });
        rest.waits.end(GATEWAY_INFORMATION);
      }
    }
  }

  private constructor(
    settings: ClientSettings,
    rest: RestClients,
    onInteraction: ShardListeners['onInteraction'],
    log: Logger,
  ) {
    const onGuilds: ShardListeners['onGuilds'] = (shard, guildIds) => this.#guildIds.set(shard, guildIds);
    this.#client = createClient(settings, rest, { onInteraction, onGuilds }, log, this.#ended.signal);
    this.lost = new Promise<never>((_, reject) => {
      this.#client.on(Events.ShardDisconnect, ({ code }) => reject(closedForGood(code)));
    });
    this.lost.catch(() => {});
  }

  /** The state now; `connected` means that every shard of this process is. */
  get state(): 'connected' | 'connecting' {
    const { shards } = this.#client.ws;
    return this.#client.isReady() && shards.every(({ status }) => status === Status.Ready)
      ? 'connected'
      : 'connecting';
  }

  /** The application's id. @throws TypeError before the gateway is connected */
  get applicationId(): string {
    return this.#client.application!.id;
  }

  /** The ids of the servers on this process's shards, as they were when the session began. */
  get guildIds(): string[] {
    return [...this.#guildIds.values()].flat();
  }

  /** Whether this process has the first shard. Work that only one process should do, such as registering, is done there. */
  get isFirst(): boolean {
    return this.#client.ws.shards.has(0);
  }

  /** Connects no more: open connections stay, and a broken one stays broken. */
  hold(): void {
    this.#client.removeAllListeners(Events.ShardReconnecting);
    this.#ended.abort();
  }

  /** Closes every connection with close code 1000, a normal end. Waits half a second at most for Discord's confirmation. */
  async close(): Promise<void> {
    this.hold();
    await withinLimit(CLOSE_MS, this.#client.destroy(), () => {});
  }

  async #login(token: string, signal: AbortSignal): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#client.once(Events.ClientReady, () => resolve()));
    signal.throwIfAborted();
    const connected = Promise.race([this.#client.login(token).then(() => ready), this.lost]);
    await unlessAborted(signal, connected);
  }
}

/** The request for the gateway's address, among those that wait for a rate limit. */
const GATEWAY_INFORMATION = 'gateway information';
