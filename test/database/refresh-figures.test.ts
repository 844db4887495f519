import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCKS } from '../../src/database/locks.ts';
import { refreshFigures } from '../../src/database/refresh-figures.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.remove());

test('a database without a refresh has no figures', async () => {
  expect(await refreshFigures(database.answers)).toEqual({
    ended: {},
    running: false,
    phases: {},
    confirmedAt: null,
  });
});

test('finished refreshes are counted by outcome, and the phases are those of the last published one', async () => {
  const { direct } = database;
  const report = (games: number) => direct.json({ phases: { games, fit: 2 } });
  await direct`insert into steamscope.refreshes (outcome, finished_at, report) values
    ('published', now(), ${report(1)}), ('published', now(), ${report(3)}), ('failed', now(), ${direct.json({ failure: 'x' })}),
    ('killed', null, null), ('running', null, null)`;
  const figures = {
    ended: { published: 2, failed: 1, killed: 1 },
    phases: { games: 3, fit: 2 },
    confirmedAt: null,
  };
  // A killed refresh leaves its entry behind, but no lock.
  expect(await refreshFigures(database.answers)).toEqual({ ...figures, running: false });
  const lock = await direct.reserve();
  await lock`select pg_advisory_lock(${LOCKS.refresh})`;
  expect(await refreshFigures(database.answers)).toEqual({ ...figures, running: true });
  await lock`select pg_advisory_unlock(${LOCKS.refresh})`;
  lock.release();
});

test('the data is confirmed by the last refresh that found nothing to change', async () => {
  await database.direct`insert into steamscope.refreshes (outcome, finished_at) values
    ('unchanged', '2026-05-01T04:00:00Z'), ('unchanged', '2026-05-02T04:00:00Z'), ('failed', '2026-05-03T04:00:00Z')`;
  const { confirmedAt } = await refreshFigures(database.answers);
  expect(confirmedAt).toEqual(new Date('2026-05-02T04:00:00Z'));
});
