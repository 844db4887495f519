import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeBallast, freeBallastIfFull, keepBallast } from '../../../src/database/embedded/ballast.ts';
import { EmbeddedServerError } from '../../../src/database/embedded/embedded-server-error.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-ballast-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A disk of a gigabyte with this many free bytes. */
const disk = (free: number) => async () => ({ bsize: 1, blocks: 1e9, bavail: free });
const ROOMY = disk(5e8);

test('is made once, of 32 MB that only its owner can read, and is made again after it was needed', async () => {
  await keepBallast(folder, ROOMY);
  const made = await stat(join(folder, 'ballast'));
  expect([made.size, made.mode & 0o777]).toEqual([2 ** 25, 0o600]);
  await keepBallast(folder, ROOMY);
  expect((await stat(join(folder, 'ballast'))).ino).toBe(made.ino);
  expect(await freeBallast(folder)).toBe(true);
  expect(await freeBallast(folder)).toBe(false);
  await keepBallast(folder, ROOMY);
  expect(await readdir(folder)).toEqual(['ballast']);
});

test('is not made where it would take the reserve of the disk', async () => {
  await keepBallast(folder, disk(5e7 + 2 ** 25 - 1));
  expect(await readdir(folder)).toEqual([]);
});

test('is deleted before a server starts on a full disk, and not before', async () => {
  await keepBallast(folder, ROOMY);
  await freeBallastIfFull(folder, disk(4e6));
  expect(await readdir(folder)).toEqual(['ballast']);
  await freeBallastIfFull(folder, disk(0));
  expect(await readdir(folder)).toEqual([]);
});

test('that is missing on a disk without room: the server is not even tried, and the error says what to free', async () => {
  const used = freeBallastIfFull(folder, disk(4096));
  await expect(used).rejects.toThrow(EmbeddedServerError);
  await expect(used).rejects.toThrow(
    /No space is left on the disk of .*Free a few megabytes.*downloads may be deleted/,
  );
  await freeBallastIfFull(folder, disk(1_000_000));
  await freeBallastIfFull(folder, async () => ({ bsize: 4096, blocks: 0, bavail: 0 }));
});
