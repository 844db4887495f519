import { afterAll, beforeAll, expect, test } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { findCommand } from '../../../src/commands/catalogue/catalogue.ts';
import { DataSets } from '../../../src/engine/data-set/data-sets.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../support/raw-files.ts';
import { ASKER } from '../small-data-set.ts';

let database: TestDatabase;
let dataSets: DataSets;

beforeAll(async () => {
  database = await createTestDatabase();
  await load(60);
  dataSets = new DataSets(database.answers);
});
afterAll(async () => {
  await closeDataSet(await dataSets.current());
  await database.remove();
});

/** Publishes a data set in which game 10 was played for this number of minutes. */
async function load(minutes: number): Promise<void> {
  const files = await writeRawFiles({
    games: lines(game(10), game(20)),
    reviews: lines(reviewer('p', review(10))),
    libraries: lines(library('p', { 10: minutes, 20: 0 })),
  });
  await refresh(database.direct, { ...files.settings, publishAnyway: true });
  await files.remove();
}

async function ask(name: string, options: Record<string, unknown>) {
  const command = await findCommand(name);
  const context = { dataSet: () => dataSets.current(), asker: ASKER, administration: null, progress: null };
  return command.answer(context, options);
}

const hours = async () => (await ask('playtime-genre', { genre: 'Action' })).answer;

test('an answer is kept until the next data set is served', async () => {
  expect(await hours()).toMatchObject({ hours: 1 });
  // A served data set never changes. This change shows that the second answer does not come from the database.
  const { id } = await dataSets.current();
  await database.direct`update ${database.direct(`steamscope_data_${id}.genre_years`)} set minutes = 0`;
  expect(await hours()).toMatchObject({ hours: 1 });
  await load(180);
  expect(await hours()).toMatchObject({ hours: 3 });
});

test('a kept answer serves every language and every order of its options', async () => {
  const first = await ask('users-recommend', { year: 2015, 'year-of': 'released' });
  const again = await ask('users-recommend', { 'year-of': 'released', year: 2015 });
  expect(again.answer).toBe(first.answer);
  const [english, spanish] = ['en-US', 'es-ES'].map((locale) =>
    JSON.stringify(again.reply(Words.of(locale))),
  );
  expect(JSON.stringify(first.reply(Words.of('en-US')))).toBe(english);
  expect(spanish).not.toBe(english);
});

test('an answer about a user is never kept', async () => {
  const first = await ask('user-for-genre', { genre: 'Action' });
  expect((await ask('user-for-genre', { genre: 'Action' })).answer).not.toBe(first.answer);
  const library = await ask('recommend-user', { user: 'p' });
  expect((await ask('recommend-user', { user: 'p' })).answer).not.toBe(library.answer);
});
