import { open } from 'node:fs/promises';
import type { SourceName } from '../../database/schema/sources.ts';
import { isAddress } from '../../platform/source-address.ts';
import { type FileFault, FileRefused } from '../report/file-fault.ts';
import { Tally } from '../report/tally.ts';
import { CONNECTORS } from './connectors.ts';
import { checkStatus } from './download/download.ts';
import { httpGet, TransferError } from './download/http-get.ts';
import { judgeTally } from './judge-tally.ts';
import { CUT, isCut } from './read/source.ts';

/** The number of lines that are read of a source, blank ones not counted. */
const LINES_READ = 500;

/** The number of blank lines, of those alone, after which the reading gives up. */
const BLANKS_READ = 20_000;

/** The number of bytes that are asked of a server. */
const BYTES_ASKED = 1024 * 1024;

/** The number of bytes at the end of a file in which its last record has to end. */
const TAIL_BYTES = 64 * 1024;

/**
 * Reads the beginning of a source as a refresh does, and keeps nothing of it.
 *
 * @param source a path or an http(s) address
 * @param silenceMs milliseconds that a server may be silent for
 * @returns the fault for which a refresh would refuse the file, without the path or any part of the address; null if
 *   the beginning has none
 */
export async function faultOfSource(
  source: string,
  name: SourceName,
  silenceMs: number,
): Promise<FileFault | null> {
  if (!isAddress(source)) {
    return (await faultOfBeginning(source, name)) ?? ((await endsWithinRecord(source)) ? CUT : null);
  }
  try {
    const answer = await httpGet(new URL(source), {}, silenceMs);
    try {
      checkStatus(answer);
      return await faultOfBeginning(source, name, answer);
    } finally {
      answer.destroy();
    }
  } catch (error) {
    if (error instanceof TransferError) return { says: `cannot be downloaded: ${error.message}`, cure: null };
    throw error;
  }
}

/** @param answer the bytes of the file, if it is not on this machine */
async function faultOfBeginning(
  path: string,
  name: SourceName,
  answer?: AsyncIterable<Buffer>,
): Promise<FileFault | null> {
  const tally = new Tally(name);
  const asked = answer === undefined ? undefined : new Asked(answer);
  const bytes = asked === undefined ? {} : { bytes: asked.beginning() };
  try {
    for await (const _ of CONNECTORS[name].records(path, { tally, undatedReviewYear: 2000, ...bytes })) {
      if (tally.lines - tally.blankLines >= LINES_READ) break;
      if (tally.lines === tally.blankLines && tally.lines >= BLANKS_READ) return null;
    }
    judgeTally(tally, path);
    return null;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    // Only a part was asked for, and that ends in the middle.
    return asked?.isCut === true && isCut(error.cause) ? null : error.fault;
  }
}

/** The beginning of a server's answer. */
class Asked {
  readonly #answer: AsyncIterable<Buffer>;
  /** Whether the answer goes on after the beginning. */
  isCut = false;

  constructor(answer: AsyncIterable<Buffer>) {
    this.#answer = answer;
  }

  async *beginning(): AsyncGenerator<Buffer, void, undefined> {
    let bytes = 0;
    for await (const chunk of this.#answer) {
      yield chunk;
      bytes += chunk.length;
      this.isCut = bytes >= BYTES_ASKED;
      if (this.isCut) return;
    }
  }
}

/** Whether a plain file ends without a line end and without a closing bracket, as one that was cut does. */
async function endsWithinRecord(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    await file.read(tail, 0, tail.length, size - tail.length);
    const head = Buffer.alloc(1);
    await file.read(head, 0, 1, 0);
    return /^[{[]/.test(head.toString('latin1')) && !/[\n}\]\0]\s*$/.test(tail.toString('latin1'));
  } finally {
    await file.close();
  }
}
