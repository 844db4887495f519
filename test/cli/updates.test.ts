import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { acquireEmbeddedServer } from '../../src/database/embedded/server.ts';
import { removeWithServer } from '../database/embedded/programs.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Program, run } from '../support/program.ts';

const release = (file: string) => fileURLToPath(new URL(`../fixtures/release-0.1/${file}`, import.meta.url));

// A data folder in the state in which version 0.1 left it.
let dataFolder: string;
let settings: Record<string, string>;
beforeAll(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'steamscope-updates-'));
  settings = {
    DATA_FOLDER: dataFolder,
    HTTP_PORT: '0',
    GAMES_SOURCE: release('games.jsonl'),
    REVIEWS_SOURCE: release('reviews.jsonl'),
    LIBRARIES_SOURCE: release('libraries.jsonl'),
  };
  await inDatabase((sql) => sql.unsafe(readFileSync(release('database.sql'), 'utf8')));
});
afterAll(() => removeWithServer(dataFolder));

async function inDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const server = await acquireEmbeddedServer({ dataFolder });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
    await server.release();
  }
}

/** The rows that come from no source, as version 0.1 wrote them. */
const lasting = () =>
  inDatabase(async (sql) => ({
    actions: await sql`
      select id, at::text, by, guild_id, action from steamscope.moderator_actions order by id`,
    refreshes: await sql`select id, outcome, report from steamscope.refreshes where id <= 2 order by id`,
  }));

async function answer(...question: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run(['ask', ...question, '--json'], settings);
  return JSON.parse(stdout);
}

test('the data folder of the last release opens, answers, and has lost nothing', async () => {
  const before = await lasting();
  expect(before.actions).toHaveLength(2);
  expect(before.refreshes.map(({ outcome }) => outcome)).toEqual(['published', 'failed']);

  const program = new Program(['start'], settings);
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  // Ready at once, or after its data has been loaded again if the format of data sets has changed.
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
    timeout: PATIENCE_MS,
    interval: 50,
  });
  // Counted by hand in the three files.
  expect(await answer('users-recommend', '--year', '2015')).toMatchObject({
    games: [
      { name: 'Game 10', recommendations: 4 },
      { name: 'Game 20', recommendations: 4 },
      { name: 'Game 30', recommendations: 3 },
    ],
  });
  expect(await answer('users-worst-developer', '--year', '2015')).toMatchObject({
    developers: [{ developer: 'Studio 0', badReviews: 4 }],
  });
  expect(await answer('playtime-genre', '--genre', 'Action')).toMatchObject({
    releaseYear: 2019,
    hours: 117,
  });
  const alike = (await answer('recommend-game', '--game', '10')).games;
  expect(Array.isArray(alike) && alike.length).toBeGreaterThan(0);

  program.child.kill('SIGTERM');
  expect((await program.ended()).status).toBe(0);
  expect(await lasting()).toEqual(before);
});

test('a data folder of another major version of Postgres is left alone, and the way out is explained once', async () => {
  const file = path.join(dataFolder, 'postgres/PG_VERSION');
  const before = readFileSync(file, 'utf8');
  const kept = await lasting();
  writeFileSync(file, '17\n');
  try {
    const { status, stderr } = await run(['start'], settings);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^The database in .* was written by Postgres 17, and this is Postgres 18, .*npm run backup -- FILE.*npm run restore -- FILE/,
      ),
    ]);
    expect(readFileSync(file, 'utf8')).toBe('17\n');
  } finally {
    writeFileSync(file, before);
  }
  expect(await lasting()).toEqual(kept);
});

test('a database of a newer version is refused and left alone', async () => {
  const everything = () =>
    inDatabase(async (sql) => ({
      migrations: await sql`select * from steamscope_migrations.__drizzle_migrations order by id`,
      columns: await sql`
        select table_schema, table_name, column_name from information_schema.columns
        where table_schema like 'steamscope%' order by 1, 2, 3`,
    }));
  await inDatabase(async (sql) => {
    await sql`insert into steamscope_migrations.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`;
    await sql`alter table steamscope.moderator_actions add column reason text`;
  });
  const before = { ...(await everything()), ...(await lasting()) };
  for (const verb of [['start'], ['refresh'], ['ask', 'help']]) {
    const { status, stderr } = await run(verb, settings);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^A newer version of Steamscope has changed this database .* Nothing has been changed\./,
      ),
    ]);
  }
  expect({ ...(await everything()), ...(await lasting()) }).toEqual(before);
});
