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
 * @throws SourceError while it is read: `not-found`; `unreadable`; `empty-file`, also where what is packed is empty;
 *   `cut-gzip`, where the file ends too early; `corrupt-gzip`
 */
export async function* openSource(path: string): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    const file = await open(path);
    try {
      for await (const chunk of await unpacked(file)) {
        size += chunk.length;
        yield chunk;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new SourceError(faultOf(error), path, { cause: error });
  }
  if (size === 0) throw new SourceError('empty-file', path);
}

async function unpacked(file: FileHandle): Promise<AsyncIterable<Buffer>> {
  const head = Buffer.alloc(2);
  await file.read(head, 0, head.length, 0);
  const bytes = file.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES, autoClose: false });
  if (head.readUInt16BE() !== 0x1f8b) return bytes;
  // An error of either stream comes out of the last one, which is being read.
  return pipeline(bytes, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

function faultOf(error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'not-found';
  if (code === 'Z_BUF_ERROR') return 'cut-gzip';
  return typeof code === 'string' && code.startsWith('Z_') ? 'corrupt-gzip' : 'unreadable';
}
