import type { ReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NotAFileError, openRegularFile } from '../../../platform/regular-file.ts';

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

/** The number of unpacked bytes above which a file may unpack to no more than {@link MOST_TIMES_PACKED} times its size. */
const UNPACKED_WITHOUT_DOUBT = 2e9;

/** The number of times that a file may grow by unpacking. The published files grow tenfold; gzip can reach a thousand. */
const MOST_TIMES_PACKED = 100;

/**
 * Reads the bytes of a file and unpacks them if the content, not the name, shows that it is gzip. Several gzip
 * members in a row form one file (RFC 1952, 2.2). Only a few chunks are in memory at a time. The file is closed
 * when the reader stops early.
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
  let size = 0;
  try {
    const file = await openRegularFile(path);
    try {
      const { size: packedSize } = await file.stat();
      const { packed, bytes } = await unpacked(file);
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > Math.max(UNPACKED_WITHOUT_DOUBT, MOST_TIMES_PACKED * packedSize) && bytes !== packed) {
          throw new SourceError('unpacks-too-far', path);
        }
        yield chunk;
        onShare(packedSize === 0 ? 1 : packed.bytesRead / packedSize);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(faultOf(error), path, { cause: error });
  }
  if (size === 0) throw new SourceError('empty-file', path);
}

/**
 * Opens two streams on a file: `packed` for its bytes as stored, `bytes` for its unpacked content. They are the
 * same stream if the file is not gzip.
 */
async function unpacked(file: FileHandle): Promise<{ packed: ReadStream; bytes: AsyncIterable<Buffer> }> {
  const head = Buffer.alloc(2);
  await file.read(head, 0, head.length, 0);
  const packed = file.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES, autoClose: false });
  if (head.readUInt16BE() !== 0x1f8b) return { packed, bytes: packed };
  // `pipeline` passes an error of either stream on to the last one, which is the one being read.
  return { packed, bytes: pipeline(packed, createGunzip({ chunkSize: CHUNK_BYTES }), () => {}) };
}

function faultOf(error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof NotAFileError) return 'not-a-file';
  if (code === 'ENOENT') return 'not-found';
  if (code === 'Z_BUF_ERROR') return 'cut-gzip';
  return typeof code === 'string' && code.startsWith('Z_') ? 'corrupt-gzip' : 'unreadable';
}
