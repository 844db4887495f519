import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NotAFileError, openRegularFile } from '../../../platform/regular-file.ts';
import { Beginning } from './beginning.ts';

/** The ways in which the reading of a raw file fails. */
export type SourceFault =
  | 'not-found'
  | 'not-a-file'
  | 'unreadable'
  | 'empty-file'
  | 'cut-gzip'
  | 'corrupt-gzip'
  | 'unpacks-too-far';

/** Thrown when a raw file cannot be read to its end. */
export class SourceError extends Error {
  readonly reason: SourceFault;
  readonly path: string;

  constructor(reason: SourceFault, path: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.name = 'SourceError';
    this.reason = reason;
    this.path = path;
  }
}

/** Bytes read, or unpacked, at a time. */
const CHUNK_BYTES = 256 * 1024;

/** The first two bytes of gzip. */
const GZIP = 0x1f8b;
/** The number of times that a file may be packed with gzip, one within the other. */
const MAX_LAYERS = 4;

/** The number of unpacked bytes above which a file may unpack to no more than {@link MOST_TIMES_PACKED} times its size. */
const UNPACKED_WITHOUT_DOUBT = 2e9;

/** The number of times that a file may grow by unpacking. The published files grow tenfold; gzip can reach a thousand. */
const MOST_TIMES_PACKED = 100;

/**
 * Reads the bytes of a file and unpacks them if the content, not the name, shows that it is gzip, also gzip within
 * gzip. Several gzip members in a row form one file (RFC 1952, 2.2). Only a few chunks are in memory at a time. The
 * file is closed when the reader stops early.
 *
 * @param onShare called with the share, 0 to 1, of the file's bytes (packed, if it is gzip) that has been read
 * @throws SourceError during the reading: `not-found`; `not-a-file`, with a NotAFileError as its cause; `unreadable`;
 *   `empty-file`, also for gzip with nothing inside; `cut-gzip`, if the file ends too early; `corrupt-gzip`;
 *   `unpacks-too-far`, for gzip that was made to fill a disk
 */
export async function* openSource(
  path: string,
  onShare: (share: number) => void = () => {},
): AsyncGenerator<Buffer, void, undefined> {
  let file: FileHandle;
  try {
    file = await openRegularFile(path);
  } catch (error) {
    throw new SourceError(faultOf(error), path, { cause: error });
  }
  try {
    const { size } = await file.stat();
    const packed = file.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES, autoClose: false });
    let unpackedBytes = 0;
    for await (const chunk of openBytes(packed, path)) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > Math.max(UNPACKED_WITHOUT_DOUBT, MOST_TIMES_PACKED * size)) {
        throw new SourceError('unpacks-too-far', path);
      }
      yield chunk;
      onShare(size === 0 ? 1 : packed.bytesRead / size);
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(faultOf(error), path, { cause: error });
  } finally {
    await file.close();
  }
}

/**
 * Unpacks bytes as {@link openSource} does those of a file.
 *
 * @param path the place of the bytes, for the error
 * @throws SourceError
 */
export async function* openBytes(
  bytes: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of unpacked(bytes, MAX_LAYERS)) {
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw new SourceError(faultOf(error), path, { cause: error });
  }
  if (size === 0) throw new SourceError('empty-file', path);
}

/** Takes off as many layers of gzip as there are, but no more than `layers`. */
async function* unpacked(
  bytes: AsyncIterable<Buffer>,
  layers: number,
): AsyncGenerator<Buffer, void, undefined> {
  const beginning = new Beginning(bytes);
  try {
    const head = await beginning.upTo(2);
    if (layers === 0 || head.length < 2 || head.readUInt16BE() !== GZIP) {
      yield* beginning.whole();
      return;
    }
    // `pipeline` passes an error of the bytes on to the unpacked ones, which are being read.
    const within = pipeline(beginning.whole(), createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
    yield* unpacked(within, layers - 1);
  } finally {
    await beginning.close();
  }
}

function faultOf(error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof NotAFileError) return 'not-a-file';
  if (code === 'ENOENT') return 'not-found';
  if (code === 'Z_BUF_ERROR') return 'cut-gzip';
  return typeof code === 'string' && code.startsWith('Z_') ? 'corrupt-gzip' : 'unreadable';
}
