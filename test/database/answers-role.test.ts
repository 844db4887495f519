import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hideUser, unhideUser } from '../../src/community/hidden-users.ts';
import { noteGuilds } from '../../src/community/left-guilds.ts';
import { recordModeratorAction } from '../../src/community/moderator-actions.ts';
import { erasePerson } from '../../src/community/stored-of-person.ts';
import { forgetGuilds } from '../../src/community/stored-of-servers.ts';
import { LASTING_TABLES } from '../../src/community/tables.ts';
import { openClient } from '../../src/database/driver/open-client.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';
import { dataSetSchema } from '../../src/database/schema/data-set.ts';
import { findServedDataSet } from '../../src/database/served-data-set.ts';
import { DataSets } from '../../src/engine/data-set/data-sets.ts';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../support/raw-files.ts';

const RAW = {
  games: lines(game(1, { app_name: 'Zephyr' })),
  libraries: lines(library('a', { 1: 60 })),
  reviews: lines(reviewer('a', review(1))),
};

let database: TestDatabase;
let schema: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const raw = await writeRawFiles(RAW);
  const { dataSet } = await refresh(database.direct, raw.settings);
  schema = dataSetSchema(dataSet!);
  await raw.remove();
});
afterAll(() => database.remove());

/** The SQLSTATE with which the server refuses a statement of answers; null where it carries it out. */
async function refusal(statement: string): Promise<string | null> {
  try {
    await database.answers.execute(sql.raw(statement));
    return null;
  } catch (error) {
    return (error as { cause: { code: string } }).cause.code;
  }
}

describe('the role for answers', () => {
  test('owns nothing and has no attribute that gives more rights', async () => {
    const [role] = await database.answers.execute(sql`
      select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolinherit,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as tables,
        (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
      from pg_roles where rolname = current_user`);
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
      rolinherit: false,
      tables: 0,
      memberships: 0,
    });
  });

  test.each([
    'drop table SERVED.games',
    'delete from SERVED.games',
    'update SERVED.games set name = name',
    'truncate SERVED.games',
    'alter table SERVED.games add column more int',
    'create table SERVED.more (a int)',
    'drop schema SERVED cascade',
    'create schema more',
    'create table public.more (a int)',
    'create index on SERVED.games (name)',
    "copy (select 1) to program 'true'",
    "copy SERVED.games from program 'true'",
    "copy SERVED.games to '/tmp/games'",
    "select pg_read_file('postmaster.pid')",
    "select pg_ls_dir('.')",
    'select * from pg_authid',
    'select * from pg_shadow',
    'create role more',
    'alter role steamscope password null',
    'set role steamscope',
    'alter system set jit = on',
    'select pg_reload_conf()',
    'create extension file_fdw',
    'delete from steamscope.data_sets',
    'update steamscope.served_data_set set data_set_id = 1',
    'insert into steamscope.waiting_data_set (data_set_id) values (1)',
    'delete from steamscope.refreshes',
    "update steamscope.refreshes set outcome = 'failed'",
    "update steamscope.moderator_actions set by = '1'",
    "update steamscope.hidden_users set user_id = '1'",
    'truncate steamscope.hidden_users',
    'select * from steamscope_migrations.__drizzle_migrations',
  ])('may not: %s', async (statement) => {
    // 42501: no right. 42704 stands for a role that this server does not have.
    expect(await refusal(statement.replaceAll('SERVED', schema))).toBe('42501');
  });

  test('reads every table of the served data set, and every lasting one', async () => {
    const tables = await database.direct<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in (${schema}, 'steamscope')`;
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables)
      expect([name, await refusal(`select * from ${name} limit 1`)]).toEqual([name, null]);
    expect((await new DataSets(database.answers).current()).id).toBe(
      (await findServedDataSet(database.answers))!.id,
    );
  });

  test('writes every lasting row that members, moderators and the operator cause', async () => {
    const { answers } = database;
    await recordModeratorAction(answers, { by: '1', guildId: '2', action: 'refresh' });
    await database.direct`update steamscope.refreshes set started_by = '1'`;
    expect(await erasePerson(answers, LASTING_TABLES, '1')).toEqual({ actions: 1, refreshes: 1 });
    expect(await hideUser(answers, 'a')).toBe(true);
    expect(await unhideUser(answers, 'a')).toBe(true);
    await noteGuilds(answers, { there: [], gone: ['2'] });
    await noteGuilds(answers, { there: ['2'], gone: [] });
    expect(await forgetGuilds(answers, LASTING_TABLES, ['2'])).toBe(0);
  });

  test('is given the rights that somebody took from it, also on data sets', async () => {
    const role = database.answersRole!.role;
    await database.direct.unsafe(`revoke all on schema ${schema} from ${role}`);
    await database.direct.unsafe(`revoke all on steamscope.hidden_users from ${role}`);
    expect(await refusal(`select from ${schema}.games`)).toBe('42501');
    await migrateDatabase(database.url, { answersRole: database.answersRole });
    expect(await refusal(`select from ${schema}.games`)).toBeNull();
    expect(await hideUser(database.answers, 'b')).toBe(true);
  });

  test('is not needed: a role that owns the tables does without', async () => {
    const client = openClient(database.url, { max: 1, onnotice: () => {} });
    await migrateDatabase(database.url, { answersRole: { role: 'nobody_of_this_name', password: null } });
    await client.end();
  });
});
