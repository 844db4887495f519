import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import postgres from 'postgres';

/** Channel on which every process hears that another data set is being served; the payload is its number. */
export const PUBLISHED_CHANNEL = 'steamscope_published';

/** What was heard is trusted for so long after the last sign that the server's notifications come through. */
const TRUSTED_MS = 3000;

const SIGN_EVERY_MS = 1000;

/**
 * Hears which data set is being served. Its own signs, sent through the server once a second, tell whether it would hear of
 * another one: a connection may be cut without a word, and a pooler in transaction mode lets nothing through.
 */
export class PublishWatch {
  readonly #directUrl: string;
  readonly #signChannel = `steamscope_sign_${randomUUID()}`;
  #client: postgres.Sql | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #served: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param directUrl the server itself, not a pooler; nothing connects before `start` */
  constructor(directUrl: string) {
    this.#directUrl = directUrl;
  }

  /** The number of the data set that is being served; null where none is, or where another one would not be heard of. */
  get served(): number | null {
    return performance.now() - this.#heardAt < TRUSTED_MS ? this.#served : null;
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

  async #listen(): Promise<void> {
    const client = postgres(this.#directUrl, { max: 1, onnotice: () => {}, fetch_types: false });
    this.#client = client;
    try {
      let heard = 0;
      const hear = (number: number | null) => {
        if (this.#client === client) this.#served = number;
      };
      await client.listen(
        PUBLISHED_CHANNEL,
        (payload) => {
          heard++;
          hear(Number(payload));
        },
        () => {
          // What was published while nobody listened was not heard.
          const before = ++heard;
          hear(null);
          client<{ id: number }[]>`select data_set_id as id from steamscope.served_data_set`
            .then(([row]) => before === heard && hear(row?.id ?? null))
            .catch(() => {});
        },
      );
      await client.listen(this.#signChannel, () => {
        if (this.#client === client) this.#heardAt = performance.now();
      });
      await client.notify(this.#signChannel, '');
    } catch {
      // The next sign finds that nothing comes through.
    }
  }

  #giveSign(): void {
    const client = this.#client;
    if (client === null) return;
    client.notify(this.#signChannel, '').catch(() => {});
    if (performance.now() - this.#heardAt < TRUSTED_MS) return;
    // postgres.js listens again by itself, but not for ever.
    this.#client = null;
    client.end({ timeout: 1 }).catch(() => {});
    void this.#listen();
  }
}
