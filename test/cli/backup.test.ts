import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BACKUP_TABLES, LASTING_TABLES } from '../../src/community/tables.ts';
import { LOCKS } from '../../src/database/locks.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Program, run } from '../support/program.ts';

let folder: string;
let from: TestDatabase;
let to: TestDatabase;

beforeEach(async () => {
  [folder, from, to] = await Promise.all([
    mkdtemp(join(tmpdir(), 'steamscope-backup-')),
    createTestDatabase(),
    createTestDatabase(),
  ]);
  await from.direct`insert into steamscope.data_sets (format) values (1)`;
  await from.direct`
    insert into steamscope.refreshes (started_at, finished_at, outcome, data_set_id, report) values
      ('2026-11-01 04:00:00.123456Z', '2026-11-01 04:00:36Z', 'published', 1, '{"games": 3, "text": "«ñ» \\n\\u2028\\""}'),
      ('2026-11-08 04:00:00Z', null, 'killed', null, null)`;
  await from.direct`
    insert into steamscope.moderator_actions (at, by, guild_id, action) values
      ('2026-11-02 04:00:00.000001Z', '400000000000000001', '200000000000000002', 'refresh'),
      ('2026-11-01 04:00:00Z', '400000000000000001', null, 'cancel')`;
  await from.direct`insert into steamscope.hidden_users values ('it''s {"me"}', '2026-10-01Z'), ('x', '2026-10-02Z')`;
  await from.direct`insert into steamscope.left_guilds values ('200000000000000009', '2026-11-20 04:23:01Z')`;
});
afterEach(async () => {
  await Promise.all([from.remove(), to.remove(), rm(folder, { recursive: true })]);
});

const file = (name = 'backup') => join(folder, name);
const backup = (path: string, ...more: string[]) =>
  run(['backup', path, ...more], { DATABASE_URL: from.url });
const restore = (path: string, ...more: string[]) =>
  run(['restore', path, ...more], { DATABASE_URL: to.url });

/** All rows that a back-up holds, in the order in which it reads them. */
async function contentOf({ direct }: TestDatabase): Promise<Record<string, string[]>> {
  const queries = {
    refreshes: direct`select started_at, finished_at, outcome, report from steamscope.refreshes order by id`,
    actions: direct`select at, by, guild_id, action from steamscope.moderator_actions order by id`,
    hidden: direct`select * from steamscope.hidden_users order by user_id`,
    left: direct`select * from steamscope.left_guilds order by guild_id`,
  };
  const content: Record<string, string[]> = {};
  for (const [name, query] of Object.entries(queries)) content[name] = (await query.values()).map(String);
  return content;
}

const EMPTY = { refreshes: [], actions: [], hidden: [], left: [] };

test.each(['backup', 'backup.gz'])('a back-up to %s is restored as it was', async (name) => {
  const made = await backup(file(name));
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toContain('refreshes: 2, moderator actions: 2, hidden users: 2, servers left: 1');
  const bytes = await readFile(file(name));
  expect((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).toMatch(/^\{"steamscope":"backup"/);
  // The file names people, so nobody else on the machine may read it.
  expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual([name]);

  const restored = await restore(file(name));
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(restored.stdout).toContain('refreshes: 2, moderator actions: 2, hidden users: 2, servers left: 1');
  expect(await contentOf(to)).toEqual(await contentOf(from));
  // The microseconds are kept too, which JavaScript's dates don't have.
  const [row] = await to.direct`select started_at::text as at from steamscope.refreshes order by id limit 1`;
  expect(row!.at).toContain('04:00:00.123456');
});

test('a back-up of another version is restored, and a refresh that ran at its time no longer counts as running', async () => {
  const { status } = await restore('test/database/backup/format-1.jsonl');
  expect(status).toBe(0);
  const outcomes = await to.direct`select outcome from steamscope.refreshes order by id`;
  expect(outcomes).toEqual([{ outcome: 'published' }, { outcome: 'killed' }]);
});

describe('an existing log', () => {
  beforeEach(async () => {
    await backup(file());
    await to.direct`insert into steamscope.refreshes (outcome) values ('published')`;
    await to.direct`insert into steamscope.hidden_users (user_id) values ('x'), ('hidden since')`;
  });

  test('is not replaced by default', async () => {
    const before = await contentOf(to);
    const { status, stderr } = await restore(file());
    expect(status).toBe(1);
    expect(stderr).toMatch(/There is a log already \(refreshes: 1,.*--replace/);
    expect(await contentOf(to)).toEqual(before);
  });

  test('is replaced on request, and users who were hidden since the back-up stay hidden', async () => {
    const { status, stdout } = await restore(file(), '--replace');
    expect(status).toBe(0);
    expect(stdout).toContain('hidden users: 1,');
    expect(stdout).toContain('Deleted before: refreshes: 1, moderator actions: 0');
    const { hidden, ...rest } = await contentOf(to);
    const { hidden: _, ...backedUp } = await contentOf(from);
    expect(rest).toEqual(backedUp);
    expect(hidden!.map((row) => row.split(',')[0])).toEqual(['hidden since', 'it\'s {"me"}', 'x']);
  });

  test('is not replaced while a refresh is running', async () => {
    const lock = await to.direct.reserve();
    await lock`select pg_advisory_lock(${LOCKS.refresh})`;
    const { status, stderr } = await restore(file(), '--replace');
    await lock`select pg_advisory_unlock(${LOCKS.refresh})`;
    lock.release();
    expect(status).toBe(1);
    expect(stderr).toContain('A refresh is running');
    expect((await contentOf(to)).refreshes).toHaveLength(1);
  });
});

test('an existing file is overwritten only on request', async () => {
  await writeFile(file(), 'of somebody else');
  const refused = await backup(file());
  expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--force') });
  expect(await readFile(file(), 'utf8')).toBe('of somebody else');
  expect((await backup(file(), '--force')).status).toBe(0);
  expect((await restore(file())).status).toBe(0);
});

test('a cut file restores nothing, and is found before a database is needed', async () => {
  await backup(file());
  const whole = await readFile(file());
  await writeFile(file('cut'), whole.subarray(0, whole.length - 100));
  const { status, stderr } = await run(['restore', file('cut')], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Nothing was restored.*The back-up is cut/);
});

test('a file that cannot be written or read is reported in one line', async () => {
  const made = await backup(file('no/such/folder'));
  expect(made).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Nothing was backed up: .*ENOENT/),
  });
  const read = await restore(file('nothing'));
  expect(read).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Nothing was restored.*ENOENT/) });
  expect((await run(['backup'], { DATABASE_URL: from.url })).status).toBe(2);
  expect((await run(['restore', 'a', 'b'], { DATABASE_URL: to.url })).status).toBe(2);
});

test('a restore that is killed half-way changes nothing', async () => {
  await backup(file());
  // The trigger holds the restore up at the last table, after everything else has been written.
  await to.direct`
    create function public.wait() returns trigger language plpgsql as
      'begin perform pg_advisory_lock(42); return new; end'`;
  await to.direct`
    create trigger wait before insert on steamscope.left_guilds for each row execute function public.wait()`;
  const lock = await to.direct.reserve();
  await lock`select pg_advisory_lock(42)`;
  const program = new Program(['restore', file()], { DATABASE_URL: to.url });
  const waiting = () => to.direct`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitUntil(async () => (await waiting()).length > 0, { timeout: PATIENCE_MS });
  program.child.kill('SIGKILL');
  await program.ended();
  await lock`select pg_advisory_unlock(42)`;
  lock.release();
  const others = () => to.direct`
    select from pg_locks where database = (select oid from pg_database where datname = current_database())
      and mode = 'ShareRowExclusiveLock'`;
  await vi.waitUntil(async () => (await others()).length === 0, { timeout: PATIENCE_MS });
  expect(await contentOf(to)).toEqual(EMPTY);
});

test('a back-up that is killed leaves no file', async () => {
  const lock = await from.direct.reserve();
  await lock`begin`;
  await lock`lock table steamscope.hidden_users in access exclusive mode`;
  const program = new Program(['backup', file()], { DATABASE_URL: from.url });
  const waiting = () => from.direct`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitUntil(async () => (await waiting()).length > 0, { timeout: PATIENCE_MS });
  program.child.kill('SIGKILL');
  await program.ended();
  await lock`rollback`;
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('every table is backed up with every column, unless it is loaded again anyway', async () => {
  const rows = await from.direct<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'steamscope' group by table_name`;
  const lasting = new Map(rows.map(({ table, columns }) => [table, columns]));
  const leftOut = LASTING_TABLES.flatMap(({ name, backup }) => ('leftOut' in backup ? [name] : []));
  // Loaded from the sources; the served and the waiting data set among them; and the last start by the clock.
  expect(leftOut).toEqual(['data_sets', 'served_data_set', 'waiting_data_set', 'schedule_claim']);
  for (const table of leftOut) lasting.delete(table);
  const passing = ['id', 'data_set_id', 'phase', 'progress'];
  expect([...lasting.keys()].toSorted()).toEqual(BACKUP_TABLES.map(({ name }) => name).toSorted());
  for (const { name, row } of BACKUP_TABLES) {
    const columns = lasting.get(name)!.filter((column) => !passing.includes(column));
    expect(Object.keys(row.shape).toSorted()).toEqual(columns.toSorted());
  }
});

/** Lines as a back-up with a right checksum. */
function signed(...lines: string[]): string {
  const content = ['{"steamscope":"backup","format":1,"madeAt":"2026-11-25T05:30:00Z"}', ...lines, ''].join(
    '\n',
  );
  return `${content}{"sha256":"${createHash('sha256').update(content).digest('hex')}"}\n`;
}

const hidden = (userId: string, hiddenAt: string) =>
  JSON.stringify({ table: 'hidden_users', row: { user_id: userId, hidden_at: hiddenAt } });

describe('a hostile file', () => {
  /** Makes the program print the most memory that it has held, in kilobytes. */
  const MEASURED =
    "--import=data:text/javascript,process.on('exit',()=>console.error('RSS='+process.resourceUsage().maxRSS))";

  test('that unpacks to three gigabytes is refused in less than 600 MB of memory', async () => {
    const member = gzipSync(Buffer.alloc(2 ** 26, '\n'));
    await writeFile(file('bomb.gz'), Buffer.concat(Array(48).fill(member)));
    const { status, stderr } = await run(['restore', file('bomb.gz')], {
      DATABASE_URL: to.url,
      NODE_OPTIONS: MEASURED,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Nothing was restored, and nothing has changed: A back-up has 134 MB .* at most/);
    expect(Number(/RSS=(\d+)/.exec(stderr)![1])).toBeLessThan(600_000);
  }, 180_000);

  test.each([
    ['is a folder', () => {}, '', /it is a folder; name a file in it/],
    ['is a named pipe', () => execFileSync('mkfifo', [file('pipe')]), 'pipe', /it is a named pipe/],
    ['has no bytes', () => writeFile(file('empty'), ''), 'empty', /no back-up of Steamscope/],
    [
      'has a row that only the database refuses, after one that it takes',
      () =>
        writeFile(
          file('late'),
          signed(hidden('fine', '2026-10-01T00:00:00Z'), hidden('x', '2026-10-01T00:00:00+23:59')),
        ),
      'late',
      /The database refuses one of the hidden users .*\(22009\)/,
    ],
  ])('that %s is refused in a sentence, and nothing changes', async (_, make, name, said) => {
    await make();
    const { status, stderr } = await restore(file(name));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Nothing was restored, and nothing has changed: [^\n]+\n$/);
    expect(stderr).toMatch(said);
    expect(await contentOf(to)).toEqual(EMPTY);
  });

  test('that has a user twice restores the user once', async () => {
    await writeFile(
      file('twice'),
      signed(hidden('x', '2026-10-01T00:00:00Z'), hidden('x', '2026-10-02T00:00:00Z')),
    );
    expect(await restore(file('twice'))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('hidden users: 1'),
    });
  });
});
