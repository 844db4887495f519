import { readFileSync } from 'node:fs';
import { type Answer, FileServer, type ServedFile } from '../../support/file-server.ts';
import { SOURCE_NAMES, type Sources, VARIANTS, type Variant } from './sources.ts';

export type SourceName = (typeof SOURCE_NAMES)[number];

/** The raw files on a web server. Each address stays the same, and either variant can be put there. */
export class WebSources {
  readonly #server = new FileServer();
  readonly #files: Record<Variant, Record<SourceName, ServedFile>>;

  private constructor(sources: Sources) {
    const filesOf = (variant: Variant) =>
      Object.fromEntries(
        SOURCE_NAMES.map((name) => [
          name,
          { body: readFileSync(sources[variant][name]), etag: `"${variant}-${name}"` },
        ]),
      ) as Record<SourceName, ServedFile>;
    this.#files = Object.fromEntries(VARIANTS.map((variant) => [variant, filesOf(variant)])) as Record<
      Variant,
      Record<SourceName, ServedFile>
    >;
  }

  static async start(sources: Sources): Promise<WebSources> {
    const web = new WebSources(sources);
    await web.#server.start();
    return web;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Puts a variant at the addresses, and forgets earlier requests. @returns the settings that name the addresses */
  offer(variant: Variant): Record<string, string> {
    this.#server.requests.length = 0;
    this.#server.insteadOf.clear();
    const address = (name: SourceName) => {
      this.#server.files.set(`/${name}.gz`, this.#files[variant][name]);
      return `http://${this.#server.host}/${name}.gz`;
    };
    return {
      GAMES_SOURCE: address('games'),
      LIBRARIES_SOURCE: address('libraries'),
      REVIEWS_SOURCE: address('reviews'),
    };
  }

  /** Gives the next `times` requests for a file another answer. */
  insteadOf(name: SourceName, times: number, answer: Answer): void {
    this.#server.insteadOf.set(
      `/${name}.gz`,
      Array.from({ length: times }, () => answer),
    );
  }

  fileOf(variant: Variant, name: SourceName): ServedFile {
    return this.#files[variant][name];
  }

  /** Whether a request for a part of a file has come since the last {@link offer}. */
  get wasResumed(): boolean {
    return this.#server.ranges.some((range) => range !== null);
  }
}
