import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import postgres from 'postgres';

/** Channel on which every process hears that another data set is being served; the payload is its number. */
export const PUBLISHED_CHANNEL = 'steamscope_published';

/** What was heard is trusted for so long after the last sign that the server's notifications come through. */
const TRUSTED_MS = 3000;

const SIGN_EVERY_MS = 1000;

/** postgres.js's own `listen` opens a second connection, and does not say when it is lost; its types leave this out. */
type ListeningOptions = postgres.Options<Record<string, never>> & {
  onnotify(channel: string, payload: string): void;
};

/**
 * Hears which data set is being served. Its own signs, sent through the server once a second, tell whether it would hear of
 * another one: a connection may be cut without a word, and a pooler in transaction mode lets nothing through.
 */
export class PublishWatch {
  readonly #directUrl: string;
  readonly #onPublished: () => void;
  readonly #signChannel = `steamscope_sign_${randomUUID()}`;
  #client: postgres.Sql | null = null;
  #listeningSince = Number.NEGATIVE_INFINITY;
  #heardAt = Number.NEGATIVE_INFINITY;
  #served: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param directUrl the server itself, not a pooler; nothing connects before `start`
   * @param onPublished told that another data set is served from now on
   */
  constructor(directUrl: string, onPublished: () => void = () => {}) {
    this.#directUrl = directUrl;
    this.#onPublished = onPublished;
  }

  /** The number of the data set that is being served; null where none is, or where another one would not be heard of. */
  get served(): number | null {
    return this.#isTrusted() ? this.#served : null;
  }

  start(): void {
    void this.#listen();
    this.#timer = setInterval(() => this.#giveSign(), SIGN_EVERY_MS);
    this.#timer.unref();
  }

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
        // Its next connection listens to nothing.
        if (this.#client === client) this.#heardAt = this.#listeningSince = Number.NEGATIVE_INFINITY;
      },
    };
    const client = postgres(this.#directUrl, options);
    this.#client = client;
    this.#listeningSince = performance.now();
    try {
      for (const channel of [PUBLISHED_CHANNEL, this.#signChannel]) await client`listen ${client(channel)}`;
      // What was published while nobody listened was not heard. What is heard from here on comes after this answer.
      const [row] = await client<{ id: number }[]>`
        select data_set_id as id from steamscope.served_data_set`;
      if (this.#client !== client) return;
      this.#served = row?.id ?? null;
      await client.notify(this.#signChannel, '');
    } catch {
      // The next sign finds that nothing comes through.
    }
  }

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
