import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { type APIInteraction, Events, Status } from 'discord.js';
import type { Logger } from 'pino';
import { type ClientSettings, createClient } from './client.ts';
import { closedForGood, loginFailure } from './gateway-error.ts';

/** Seconds before each further attempt to connect. */
const WAITS = [1, 2, 4, 8];

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

  /**
   * Connects, and passes interactions on from then on. Where Discord cannot be reached, it tries again after a longer wait
   * each time. A refusal is final at once: another attempt changes nothing, and Discord counts attempts.
   *
   * @param signal gives up connecting when it is aborted
   * @throws GatewayError where Discord refuses the connection or cannot be reached; the signal's reason
   */
  static async connect(
    { token, waits = WAITS, ...settings }: GatewaySettings,
    onInteraction: (interaction: APIInteraction) => void,
    log: Logger,
    signal: AbortSignal,
  ): Promise<Gateway> {
    for (let attempt = 0; ; attempt++) {
      const gateway = new Gateway(createClient(settings, onInteraction, log));
      try {
        await gateway.#login(token, signal);
        return gateway;
      } catch (error) {
        await gateway.close();
        signal.throwIfAborted();
        const failure = loginFailure(error);
        const seconds = waits[attempt];
        if (!failure.passing || seconds === undefined) throw failure;
        log.warn(`${failure.message} Trying again in ${seconds} s.`);
        await wait(seconds * 1000, undefined, { signal });
      }
    }
  }

  private constructor(client: Client) {
    this.#client = client;
    this.lost = new Promise<never>((_, reject) => {
      client.on(Events.ShardDisconnect, ({ code }) => reject(closedForGood(code)));
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

  /** The ids of the servers on this process's shards. */
  get guildIds(): string[] {
    return [...this.#client.guilds.cache.keys()];
  }

  /** Whether this process has the first shard. Work that only one process should do, such as registering, is done there. */
  get isFirst(): boolean {
    return this.#client.ws.shards.has(0);
  }

  /** Closes every connection with close code 1000, a normal end. */
  async close(): Promise<void> {
    this.#client.removeAllListeners(Events.ShardReconnecting);
    await this.#client.destroy();
  }

  async #login(token: string, signal: AbortSignal): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#client.once(Events.ClientReady, () => resolve()));
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    aborted.catch(() => {});
    signal.throwIfAborted();
    await Promise.race([this.#client.login(token).then(() => ready), this.lost, aborted]);
  }
}
