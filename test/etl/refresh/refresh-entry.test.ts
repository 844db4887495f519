import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordModeratorAction } from '../../../src/community/moderator-actions.ts';
import { erasePerson, storedOfPerson } from '../../../src/community/stored-of-person.ts';
import { LASTING_TABLES } from '../../../src/community/tables.ts';
import { RefreshEntry } from '../../../src/etl/refresh/refresh-entry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const BY = '300000000000000001';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());
beforeEach(() => database.direct`truncate steamscope.refreshes, steamscope.moderator_actions`);

const record = () => recordModeratorAction(database.records, { by: BY, guildId: null, action: 'refresh' });
const begin = (moderatorAction: number) => RefreshEntry.begin(database.direct, { moderatorAction });
const erase = () => erasePerson(database.records, LASTING_TABLES, BY);
const starters = async () =>
  (await database.direct`select started_by from steamscope.refreshes`).map((row) => row.started_by);

test('the entry of a refresh names the moderator whose action started it, until they are erased', async () => {
  await begin(await record());
  expect(await starters()).toEqual([BY]);
  expect(await erase()).toEqual({ actions: 1, refreshes: 1 });
  expect(await starters()).toEqual(['moderator']);
});

test('a moderator who was erased before the refresh began does not come back with it', async () => {
  const action = await record();
  await erase();
  await begin(action);
  expect(await starters()).toEqual(['moderator']);
  expect(await storedOfPerson(database.records, LASTING_TABLES, BY)).toEqual({ actions: [], refreshes: [] });
});

test('nor one whose deletion is under way while it begins', async () => {
  const action = await record();
  let begun: Promise<unknown> | undefined;
  await database.owner.transaction(async (transaction) => {
    await erasePerson(transaction, LASTING_TABLES, BY);
    begun = begin(action);
    // The entry waits for the end of the deletion.
    await expect
      .poll(async () => {
        const [waiting] = await database.direct<{ count: number }[]>`
          select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return waiting!.count;
      })
      .toBe(1);
  });
  await begun;
  expect(await starters()).toEqual(['moderator']);
});

test.each(['terminal', 'schedule', 'start'] as const)(
  'a refresh by %s is nobody in particular',
  async (starter) => {
    await RefreshEntry.begin(database.direct, starter);
    expect(await starters()).toEqual([starter]);
  },
);
