import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordModeratorAction } from '../../../src/community/moderator-actions.ts';
import { requestCancel, runningRefresh } from '../../../src/database/refresh-log.ts';
import { findServedDataSet } from '../../../src/database/served-data-set.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import type { Phase } from '../../../src/etl/report/progress.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
let raw: Awaited<ReturnType<typeof writeRawFiles>>;
beforeAll(async () => {
  [database, raw] = await Promise.all([
    createTestDatabase(),
    writeRawFiles({
      games: lines(game(10), game(20)),
      libraries: lines(library('ann', { 10: 60, 20: 5 })),
      reviews: lines(reviewer('ann', review(10))),
    }),
  ]);
  await refresh(database.direct, raw.settings);
});
afterAll(() => Promise.all([database.remove(), raw.remove()]));

/** The schemas and rows of data sets, and the locks of this database (`pg_locks` lists those of the whole server). */
async function left() {
  const schemas = await database.direct`select nspname from pg_namespace where nspname ~ '^steamscope_data_'`;
  const rows = await database.direct`select id from steamscope.data_sets`;
  const locks = await database.direct`
    select from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  return { schemas: schemas.length, rows: rows.length, locks: locks.length };
}

async function lastLogged() {
  const [row] = await database.direct`
    select outcome, started_by, finished_at is not null as finished, data_set_id
    from steamscope.refreshes order by id desc limit 1`;
  return row;
}

test.each<[Phase]>([['games'], ['libraries'], ['reviews'], ['derive'], ['fit']])(
  'one that is stopped when %s begins ends at once and leaves nothing behind',
  async (stopAt) => {
    const before = await left();
    const stop = new AbortController();
    const refreshing = refresh(
      database.direct,
      { ...raw.settings, reload: true, startedBy: 'schedule' },
      { signal: stop.signal, onPhase: (phase) => phase === stopAt && stop.abort() },
    );
    await expect(refreshing).rejects.toMatchObject({ failure: 'cancelled' });
    expect(await lastLogged()).toEqual({
      outcome: 'cancelled',
      started_by: 'schedule',
      finished: true,
      data_set_id: null,
    });
    // The server needs a moment to roll back.
    await expect.poll(left, { timeout: PATIENCE_MS }).toEqual(before);
    expect(await runningRefresh(database.answers)).toBeNull();
  },
);

test('another process sees the progress of a refresh and who started it, and can stop it', async () => {
  const served = await findServedDataSet(database.answers);
  const by = '400000000000000001';
  const moderatorAction = await recordModeratorAction(database.records, {
    by,
    guildId: null,
    action: 'refresh',
  });
  let asked: Promise<boolean> | undefined;
  let seen: ReturnType<typeof runningRefresh> | undefined;
  const refreshing = refresh(
    database.direct,
    { ...raw.settings, reload: true, startedBy: { moderatorAction } },
    {
      onPhase(phase) {
        if (phase !== 'reviews') return;
        seen = runningRefresh(database.answers);
        asked = seen.then(() => requestCancel(database.answers));
      },
    },
  );
  await expect(refreshing).rejects.toMatchObject({
    failure: 'cancelled',
    message: 'The refresh was stopped.',
  });
  expect(await asked).toBe(true);
  expect(await seen).toMatchObject({ startedBy: by });
  expect(await findServedDataSet(database.answers)).toEqual(served);
  // The id of the person is kept only while the refresh runs.
  expect(await lastLogged()).toMatchObject({ outcome: 'cancelled', started_by: 'moderator' });
});

test('there is nothing to stop if no refresh is running', async () => {
  expect(await requestCancel(database.answers)).toBe(false);
});

test('a refresh that is stopped before it begins does nothing', async () => {
  const before = await left();
  const refreshing = refresh(
    database.direct,
    { ...raw.settings, reload: true },
    { signal: AbortSignal.abort() },
  );
  await expect(refreshing).rejects.toMatchObject({ failure: 'cancelled' });
  expect(await left()).toEqual(before);
});
