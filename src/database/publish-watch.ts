import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';
import { openClient } from './driver/open-client.ts';

/** The channel that tells every process of a data set that has just been published; the payload is its number. */
export const PUBLISHED_CHANNEL = 'steamscope_published';

/** Milliseconds after the last sign of life for which the heard number is still trusted. */
const TRUSTED_MS = 3000;

/** Milliseconds between two signs of life. */
const SIGN_EVERY_MS = 1000;

/**
 * The options of a client that listens by itself. postgres.js's own `listen` opens a second connection and does
 * not say when that is lost. Its types leave `onnotify` out.
 */
type ListeningOptions = postgres.Options<Record<string, never>> & {
  onnotify(channel: string, payload: string): void;
};

/**
 * Knows which data set is served, because the server notifies it of each one that is published. A
 * connection may be cut silently, and a pooler in transaction mode passes no notifications on. So the
 * watch also notifies itself through the server once a second (a sign of life), and trusts what it knows
 * only while these signs arrive.
 */
export class PublishWatch {
  readonly #directUrl: () => string;
  readonly #onPublished: () => void;
  readonly #signChannel = `steamscope_sign_${randomUUID()}`;
  #client: postgres.Sql | null = null;
  #listeningSince = Number.NEGATIVE_INFINITY;
  #heardAt = Number.NEGATIVE_INFINITY;
  #served: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param directUrl gives the address of the server itself, not of a pooler, whenever the watch connects; it does so
   *   when it is started and when its connection was lost
   * @param onPublished called when another data set has been published
   */
  constructor(directUrl: () => string, onPublished: () => void = () => {}) {
    this.#directUrl = directUrl;
    this.#onPublished = onPublished;
  }

  /** The number of the served data set; null where there is none, or where notifications may not be arriving. */
  get served(): number | null {
    return this.#isTrusted() ? this.#served : null;
  }

  /** Connects, and starts to send signs of life. */
  start(): void {
    void this.#listen();
    this.#timer = setInterval(() => this.#giveSign(), SIGN_EVERY_MS);
    this.#timer.unref();
  }

  /** Stops the signs of life, and closes the connection. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end({ timeout: 1 });
  }

  #isTrusted(): boolean {
    return performance.now() - this.#heardAt < TRUSTED_MS;
  }

  async #listen(): Promise<void> {
    const options: ListeningOptions = {
      max: 1,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => {},
      onnotify: (channel, payload) => {
        if (this.#client !== client) return;
        if (channel === PUBLISHED_CHANNEL) {
          this.#served = Number(payload);
          this.#onPublished();
        } else this.#heardAt = performance.now();
      },
      onclose: () => {
        // postgres.js connects again by itself, but the new connection does not listen to the channels.
        if (this.#client === client) this.#heardAt = this.#listeningSince = Number.NEGATIVE_INFINITY;
      },
    };
    const client = openClient(this.#directUrl(), options);
    this.#client = client;
    this.#listeningSince = performance.now();
    try {
      for (const channel of [PUBLISHED_CHANNEL, this.#signChannel]) await client`listen ${client(channel)}`;
      // A data set may have been published before the watch listened, so the number is read once. Notifications that
      // arrive from now on are newer than this answer.
      const [row] = await client<{ id: number }[]>`
        select data_set_id as id from steamscope.served_data_set`;
      if (this.#client !== client) return;
      this.#served = row?.id ?? null;
      await client.notify(this.#signChannel, '');
    } catch {
      // `#giveSign` notices that no sign of life arrives, and connects again.
    }
  }

  /** Sends a sign of life, or connects anew where none has arrived for too long. */
  #giveSign(): void {
    const client = this.#client;
    if (client === null) return;
    client.notify(this.#signChannel, '').catch(() => {});
    if (this.#isTrusted() || performance.now() - this.#listeningSince < TRUSTED_MS) return;
    this.#client = null;
    client.end({ timeout: 1 }).catch(() => {});
    void this.#listen();
  }
}
