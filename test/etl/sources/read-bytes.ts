import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceName } from '../../../src/database/schema/sources.ts';
import { Tally } from '../../../src/etl/report/tally.ts';
import { CONNECTORS } from '../../../src/etl/sources/connectors.ts';
import { judgeTally } from '../../../src/etl/sources/judge-tally.ts';
import { faultOfSource } from '../../../src/etl/sources/try-source.ts';

/** Reads files made of bytes, as a refresh reads the file of a source. */
export class Bytes {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async begin(): Promise<Bytes> {
    return new Bytes(await mkdtemp(join(tmpdir(), 'steamscope-bytes-')));
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }

  /** The path of the file of a source. */
  path(source: SourceName): string {
    return join(this.#folder, source);
  }

  /**
   * The records and the tally of a file.
   *
   * @throws FileRefused if the file is not fit to be loaded
   */
  async read(source: SourceName, bytes: Buffer | string) {
    await writeFile(this.path(source), bytes);
    const tally = new Tally(source);
    const records: unknown[] = [];
    const batches = CONNECTORS[source].records(this.path(source), { tally, undatedReviewYear: 2016 });
    for await (const batch of batches) records.push(...batch);
    judgeTally(tally, this.path(source));
    return { records, tally };
  }

  /** The refusal's message without the path at its end; null if the file is taken. */
  async refusal(source: SourceName, bytes: Buffer | string): Promise<string | null> {
    try {
      await this.read(source, bytes);
      return null;
    } catch (error) {
      const { name, message } = error as Error;
      if (name !== 'RefreshError') throw error;
      const end = `: ${this.path(source)}`;
      return message.endsWith(end) ? message.slice(0, -end.length) : `without its path: ${message}`;
    }
  }

  /** The doctor's finding about the file, as the refusal of a refresh; null if it is well. */
  async doctor(source: SourceName, bytes: Buffer | string): Promise<string | null> {
    await writeFile(this.path(source), bytes);
    const fault = await faultOfSource(this.path(source), source, 1000);
    if (fault === null) return null;
    return `The ${source} file ${fault.says}${fault.cure === null ? '' : `; ${fault.cure}`}`;
  }
}

/** Text as UTF-16, without a byte-order mark. */
export function utf16(text: string, order: 'LE' | 'BE'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
}

/** Text as UTF-32 with little ends, without a byte-order mark. */
export function utf32(text: string): Buffer {
  const points = Uint32Array.from(text, (letter) => letter.codePointAt(0)!);
  return Buffer.from(points.buffer);
}
