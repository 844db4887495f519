import { afterAll, beforeAll, expect, test } from 'vitest';
import { findServedDataSet } from '../../../src/database/served-data-set.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { watchDisk } from '../../../src/etl/refresh/watch-disk.ts';
import { RefreshError } from '../../../src/etl/report/refresh-error.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { SMALLEST, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
let raw: Awaited<ReturnType<typeof writeRawFiles>>;
beforeAll(async () => {
  database = await createTestDatabase();
  raw = await writeRawFiles(SMALLEST);
});
afterAll(() => Promise.all([database.remove(), raw.remove()]));

test('a refresh stops when the reserve of the disk is reached, and the served data set stays', async () => {
  const roomy = async () => ({ room: 1e9, reserve: 1e9 });
  await refresh(database.direct, { ...raw.settings, roomForDatabase: roomy });
  const before = await findServedDataSet(database.answers);
  const full = async () => ({ room: -4e8, reserve: 1e9 });
  const error = await refresh(database.direct, {
    ...raw.settings,
    reload: true,
    roomForDatabase: full,
  }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefreshError);
  expect(error).toMatchObject({
    failure: 'database-full',
    message: expect.stringMatching(
      /almost full: 600 MB are free, and a refresh leaves 1\.0 GB free\. Free some space/,
    ),
  });
  expect(await findServedDataSet(database.answers)).toEqual(before);
  const [last] = await database.direct`select outcome from steamscope.refreshes order by id desc limit 1`;
  expect(last).toEqual({ outcome: 'failed' });
});

test('the watch sees a disk fill up, tells it once, and does not mind a disk that it cannot see', async () => {
  const looks: (() => { room: number; reserve: number })[] = [
    () => ({ room: 2, reserve: 1 }),
    () => {
      throw new Error('the disk is away');
    },
    () => ({ room: 1, reserve: 1 }),
  ];
  const told: RefreshError[] = [];
  const error = await new Promise<RefreshError>((resolve) => {
    watchDisk(
      async () => (looks.shift() ?? (() => ({ room: 0, reserve: 1 })))(),
      (full) => {
        told.push(full);
        resolve(full);
      },
      1,
    );
  });
  expect(error.failure).toBe('database-full');
  expect(looks).toEqual([]);
  expect(told).toHaveLength(1);
});
