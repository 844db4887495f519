import type { ReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type SourceFault = 'not-found' | 'unreadable' | 'empty-file' | 'cut-gzip' | 'corrupt-gzip';

/** A raw file that cannot be read to its end. */
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

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file, unpacked if it is gzip by its content, whatever its name says. Several gzip members one after
 * another are one file (RFC 1952, 2.2). No more than a few chunks are in memory at a time, and the file is closed when
 * the reader stops early.
 *
 * @param onShare told which share of the file, packed as it is, has been read
 * @throws SourceError while it is read: `not-found`; `unreadable`; `empty-file`, also where what is packed is empty;
 *   `cut-gzip`, where the file ends too early; `corrupt-gzip`
 */
export async function* openSource(
  path: string,
  onShare: (share: number) => void = () => {},
): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    const file = await open(path);
    try {
      const { size: packedSize } = await file.stat();
      const { packed, bytes } = await unpacked(file);
      for await (const chunk of bytes) {
        size += chunk.length;
        yield chunk;
        onShare(packedSize === 0 ? 1 : packed.bytesRead / packedSize);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new SourceError(faultOf(error), path, { cause: error });
  }
  if (size === 0) throw new SourceError('empty-file', path);
}

/** The file as it lies there, and what comes out of it. */
async function unpacked(file: FileHandle): Promise<{ packed: ReadStream; bytes: AsyncIterable<Buffer> }> {
  const head = Buffer.alloc(2);
  await file.read(head, 0, head.length, 0);
  const packed = file.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES, autoClose: false });
  if (head.readUInt16BE() !== 0x1f8b) return { packed, bytes: packed };
  // An error of either stream comes out of the last one, which is being read.
  return { packed, bytes: pipeline(packed, createGunzip({ chunkSize: CHUNK_BYTES }), () => {}) };
}

function faultOf(error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'not-found';
  if (code === 'Z_BUF_ERROR') return 'cut-gzip';
  return typeof code === 'string' && code.startsWith('Z_') ? 'corrupt-gzip' : 'unreadable';
}
