import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, SourceError } from '../../../../src/etl/sources/read/open-source.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-source-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const content = Buffer.from(
  Array.from({ length: 200_000 }, (_, i) => `line ${(i * 7919) % 100_003}\n`).join(''),
);

describe('gives the bytes of a file', () => {
  it.each<[what: string, name: string, bytes: Buffer]>([
    ['plain', 'plain.json', content],
    ['packed', 'packed.json.gz', gzipSync(content)],
    ['packed, by another name', 'packed.json', gzipSync(content)],
    ['plain, named as if packed', 'plain.json.gz', content],
    [
      'several gzip members',
      'members.gz',
      Buffer.concat([gzipSync(content.subarray(0, 9)), gzipSync(content.subarray(9))]),
    ],
    ['one byte', 'one', Buffer.from('1')],
    ['the first byte of a gzip', 'first', Buffer.from([0x1f])],
  ])('%s', async (_, name, bytes) => {
    const expected = name === 'one' || name === 'first' ? bytes : content;
    expect((await read(write(name, bytes))).equals(expected)).toBe(true);
  });
});

describe('fails with a reason', () => {
  const packed = gzipSync(content);
  const damaged = Buffer.from(packed);
  damaged.fill(0xff, 1000, 1100);

  it.each<[what: string, bytes: Buffer, reason: string]>([
    ['empty', Buffer.alloc(0), 'empty-file'],
    ['nothing packed', gzipSync(''), 'empty-file'],
    ['cut in the middle', packed.subarray(0, packed.length / 2), 'cut-gzip'],
    ['cut before the checksum', packed.subarray(0, -8), 'cut-gzip'],
    ['cut by one byte', packed.subarray(0, -1), 'cut-gzip'],
    ['cut within the header', packed.subarray(0, 5), 'cut-gzip'],
    ['nothing but the magic bytes', packed.subarray(0, 2), 'cut-gzip'],
    ['cut in the second member', Buffer.concat([packed, packed.subarray(0, 100)]), 'cut-gzip'],
    ['damaged', damaged, 'corrupt-gzip'],
    ['wrong checksum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), 'corrupt-gzip'],
    ['other bytes after the packed ones', Buffer.concat([packed, Buffer.from('text')]), 'corrupt-gzip'],
  ])('%s', async (what, bytes, reason) => {
    const path = write(what, bytes);
    const failure = await read(path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceError);
    expect(failure).toMatchObject({ reason, path });
  });

  it('for a missing file and for a folder', async () => {
    await expect(read(join(folder, 'missing'))).rejects.toMatchObject({ reason: 'not-found' });
    await expect(read(folder)).rejects.toMatchObject({ reason: 'not-a-file' });
  });
});

it.each(['plain', 'packed'])('closes a %s file when the reader stops early', async (kind) => {
  const path = write(`stopped-${kind}`, kind === 'plain' ? content : gzipSync(content));
  for await (const chunk of openSource(path)) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  expect(await isOpen(path)).toBe(false);
});

it("passes on the reader's own error unchanged", async () => {
  const path = write('own-error', content);
  const own = new Error('mine');
  const reading = async () => {
    for await (const chunk of openSource(path)) if (chunk.length > 0) throw own;
  };
  await expect(reading()).rejects.toBe(own);
});

function write(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function read(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of openSource(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether this process has the file open, by Linux's list. Other systems have no such list, so there it is false. */
async function isOpen(path: string): Promise<boolean> {
  const descriptors = await readdir('/proc/self/fd').catch(() => []);
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.includes(path);
}
