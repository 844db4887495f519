import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findCommand } from '../../src/commands/catalogue/catalogue.ts';
import { DataSets } from '../../src/engine/data-set/data-sets.ts';
import { closeDataSet } from '../../src/engine/data-set/per-data-set.ts';
import { QuestionError } from '../../src/engine/data-set/question-error.ts';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import { shownPostgresAddress } from '../../src/platform/postgres-address.ts';
import { ASKER } from '../commands/small-data-set.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { run } from '../support/program.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../support/raw-files.ts';

/** `p01` has played most and `p15` least, one hour less each. Twelve are more than a refresh keeps for a genre. */
const PLAYERS = Array.from({ length: 15 }, (_, place) => `p${String(place + 1).padStart(2, '0')}`);

let database: TestDatabase;
let files: Awaited<ReturnType<typeof writeRawFiles>>;
let dataSets: DataSets;

beforeAll(async () => {
  database = await createTestDatabase();
  files = await writeRawFiles({
    games: lines(game(10), game(20, { release_date: '2016-05-01' }), game(30, { genres: ['Racing'] })),
    reviews: lines(reviewer('p01', review(10))),
    libraries: lines(
      ...PLAYERS.map((player, place) => library(player, { 10: 60, 20: 60 * (20 - place), 30: 0 })),
    ),
  });
  await refresh(database.direct, files.settings);
  dataSets = new DataSets(database.answers);
});
afterAll(async () => {
  await closeDataSet(await dataSets.current());
  await Promise.all([database.remove(), files.remove()]);
});
beforeEach(() => database.direct`delete from steamscope.hidden_users`);

const hide = (...args: string[]) => run(['hide', ...args], { DATABASE_URL: database.url });

/** An answer of this process, which has answered before. Nothing tells it that a user has been hidden. */
async function ask(name: string, options: Record<string, unknown>) {
  const command = await findCommand(name);
  const context = { dataSet: () => dataSets.current(), asker: ASKER, administration: null, progress: null };
  return (await command.answer(context, options)).answer;
}

const mostPlayed = () => ask('user-for-genre', { genre: 'Action' });
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );

describe('a user who is hidden', () => {
  test('is replaced by the next user with their own hours as the one who has played most, until it is undone', async () => {
    expect(await mostPlayed()).toMatchObject({ userId: 'p01', hours: 21 });
    expect(await hide('p01')).toMatchObject({ status: 0, stdout: expect.stringContaining('p01 is hidden') });
    expect(await mostPlayed()).toEqual({
      genre: 'Action',
      userId: 'p02',
      hours: 20,
      byReleaseYear: [
        { year: 2016, hours: 19 },
        { year: 2015, hours: 1 },
      ],
      // Hidden users still count in the totals.
      restsOn: { players: 15, hours: 15 + (20 * 21) / 2 - (5 * 6) / 2, gamesEnd: 2016 },
    });
    expect((await hide('--undo', 'p01')).status).toBe(0);
    expect(await mostPlayed()).toMatchObject({ userId: 'p01', hours: 21 });
  });

  test('is answered about like an unknown user', async () => {
    expect(await ask('recommend-user', { user: 'p03' })).toMatchObject({ userId: 'p03' });
    await hide('p03');
    const hidden = await failure(ask('recommend-user', { user: 'p03' }));
    const unknown = await failure(ask('recommend-user', { user: 'nobody' }));
    expect(hidden).toEqual(new QuestionError('unknown-user', { userId: 'p03' }));
    expect({ ...(hidden as QuestionError), values: null }).toEqual({
      ...(unknown as QuestionError),
      values: null,
    });
    await hide('--undo', 'p03');
    expect(await ask('recommend-user', { user: 'p03' })).toMatchObject({ userId: 'p03' });
  });

  test('stays hidden in the next data set, and can come back in it', async () => {
    await hide('p01');
    await refresh(database.direct, files.settings);
    expect(await mostPlayed()).toMatchObject({ userId: 'p02' });
    await hide('--undo', 'p01');
    expect(await mostPlayed()).toMatchObject({ userId: 'p01' });
  });

  test('is replaced by another, however many are hidden, before and after the next refresh', async () => {
    const hidden = PLAYERS.slice(0, 12);
    await database.direct`insert into steamscope.hidden_users (user_id) select unnest(${hidden}::text[])`;
    const thirteenth = {
      userId: 'p13',
      hours: 9,
      byReleaseYear: [
        { year: 2016, hours: 8 },
        { year: 2015, hours: 1 },
      ],
    };
    expect(await mostPlayed()).toMatchObject(thirteenth);
    await refresh(database.direct, files.settings);
    expect(await mostPlayed()).toMatchObject(thirteenth);
    await database.direct`insert into steamscope.hidden_users (user_id) values ('p13'), ('p14'), ('p15')`;
    expect(await failure(mostPlayed())).toEqual(new QuestionError('no-hours-in-genre', { genre: 'Action' }));
  });

  test('is not used by evaluate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'steamscope-predictions-'));
    const file = join(folder, 'predictions');
    const settings = { DATABASE_URL: database.url };
    await run(['refresh'], settings);
    const predicted = async () => {
      expect((await run(['evaluate', '--predictions', file], settings)).status).toBe(0);
      const all = (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      return all.flatMap(({ userId }) => userId ?? []) as string[];
    };
    const before = await predicted();
    await hide(before[1]!);
    expect(await predicted()).toEqual(before.toSpliced(1, 1));
    await refresh(database.direct, files.settings);
    await rm(folder, { recursive: true });
  });
});

describe('hide', () => {
  test('accepts an id that is not in the data, and says that it is not there', async () => {
    const { status, stdout } = await hide('P01');
    expect(status).toBe(0);
    expect(stdout).toContain('Nobody in the data');
    expect(await mostPlayed()).toMatchObject({ userId: 'p01' });
  });

  test('lists the hidden users with their dates, and says when there is nothing to do', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await hide('--list')).toMatchObject({ status: 0, stdout: '' });
    await hide('p02');
    const place = `the database ${shownPostgresAddress(database.url)}`;
    expect((await hide('p02')).stdout).toBe(`p02 was hidden already in ${place}.\n`);
    await hide('someone\u001b[31m');
    expect((await hide('--list')).stdout).toBe(`${today}  p02\n${today}  someone�[31m\n`);
    expect(await hide('--undo', 'p04')).toMatchObject({
      status: 1,
      stderr: `p04 was not hidden in ${place}.\n`,
    });
  });

  test.each([[[]], [['p01', 'p02']], [['--list', 'p01']], [['--undo']], [['']], [['--unknown', 'p01']]])(
    'does nothing when it is called with arguments that it does not know: %j',
    async (args) => {
      expect((await hide(...args)).status).toBe(2);
      expect(await mostPlayed()).toMatchObject({ userId: 'p01' });
    },
  );
});
