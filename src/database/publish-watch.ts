import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import postgres from 'postgres';

/** Channel on which every process hears that another data set is being served; the payload is its number. */
export const PUBLISHED_CHANNEL = 'steamscope_published';

/** What is heard is trusted for so long after the last sign that the server's notifications come through. */
const TRUSTED_MS = 3000;

const SIGN_EVERY_MS = 1000;

/**
 * Hears when another data set is published. Its own signs, sent through the server once a second, tell whether it would:
 * a connection may be cut without a word, and a pooler in transaction mode lets nothing through.
 */
export class PublishWatch {
  readonly #directUrl: string;
  readonly #signChannel = `steamscope_sign_${randomUUID()}`;
  #client: postgres.Sql | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #generation = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param directUrl the server itself, not a pooler; nothing connects before `start` */
  constructor(directUrl: string) {
    this.#directUrl = directUrl;
  }

  /** A number that is another one when another data set may have been published; null where that would not be heard. */
  get generation(): number | null {
    return performance.now() - this.#heardAt < TRUSTED_MS ? this.#generation : null;
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
      // What was published while nobody listened was not heard.
      await client.listen(
        PUBLISHED_CHANNEL,
        () => this.#generation++,
        () => this.#generation++,
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
    if (this.generation !== null) return;
    // postgres.js listens again by itself, but not for ever.
    this.#client = null;
    client.end({ timeout: 1 }).catch(() => {});
    void this.#listen();
  }
}
