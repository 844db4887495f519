import { eq, inArray, ne } from 'drizzle-orm';
import { jsonb, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type LastingTable,
  lastingTable,
  type PersonRows,
  type ServerRows,
} from '../../src/community/lasting-table.ts';
import { LASTING_TABLES } from '../../src/community/tables.ts';
import { backupTable } from '../../src/database/backup/backup-table.ts';
import { lastingSchema } from '../../src/database/schema/lasting.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { columnsThatCanHoldIds, faultsOf } from './table-contract.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

test('every table that no refresh replaces is described, with every column that can hold an id', async () => {
  const described = LASTING_TABLES.map(({ name, columns }): [string, string[]] => [
    name,
    columns.map(({ column }) => column.name).toSorted(),
  ]);
  const there = [...(await columnsThatCanHoldIds(database))].map(([name, columns]): [string, string[]] => [
    name,
    columns.toSorted(),
  ]);
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(there));
  expect(described).toHaveLength(there.length);
});

test('no two tables have the same title for the rows of a person', () => {
  const kinds = LASTING_TABLES.flatMap(({ person }) => person?.kind ?? []);
  expect(new Set(kinds).size).toBe(kinds.length);
});

test.each(LASTING_TABLES.map((table) => [table.name, table] as const))(
  '%s shows and erases one person alone, forgets one server alone, and comes back from a back-up',
  async (_, table) => {
    expect(await faultsOf(database, LASTING_TABLES, table)).toEqual([]);
  },
);

describe('the contract of these tables', () => {
  const trial = lastingSchema.table('trial', {
    discordId: text('discord_id').notNull(),
    guildId: text('guild_id').notNull(),
    detail: jsonb(),
  });
  const { discordId, guildId } = trial;
  const person: PersonRows = {
    kind: 'trials',
    exported: (answers, userId) => answers.select().from(trial).where(eq(discordId, userId)),
    erase: async (answers, userId) =>
      (await answers.delete(trial).where(eq(discordId, userId)).returning()).length,
  };
  const server: ServerRows = {
    erase: async (answers, guildIds) =>
      (await answers.delete(trial).where(inArray(guildId, guildIds)).returning()).length,
  };
  const row = z.strictObject({ discord_id: z.string(), guild_id: z.string(), detail: z.json() });
  const inBackup = { label: 'trials', row, order: ['discord_id', 'guild_id'] };
  const sound = {
    holds: { discordId: 'person', guildId: 'server', detail: 'nobody' },
    person,
    server,
    told: { what: '', purpose: '', kept: '', code: '' },
    backup: backupTable(trial, inBackup),
  } as const;
  const soundTable = lastingTable(trial, sound);
  const faults = (table: LastingTable) => faultsOf(database, [...LASTING_TABLES, table], table);

  beforeAll(async () => {
    await database.direct`
      create table steamscope.trial (discord_id text not null, guild_id text not null, detail jsonb)`;
    await database.direct.unsafe(`grant all on steamscope.trial to ${database.answersRole!.role}`);
  });
  afterAll(() => database.direct`drop table steamscope.trial`);

  test('finds no fault in a sound table', async () => {
    expect(await faults(soundTable)).toEqual([]);
  });

  test.each<[string, Partial<LastingTable>, string[]]>([
    [
      'shows nothing and erases nothing',
      { person: null },
      ['the export does not have every row of a person', 'a person is still there after they were erased'],
    ],
    [
      'shows everybody',
      { person: { ...person, exported: (answers) => answers.select().from(trial) } },
      ['the export does not have every row of a person', 'the export names another'],
    ],
    [
      'erases nobody',
      { person: { ...person, erase: async () => 0 } },
      ['a person is still there after they were erased'],
    ],
    [
      'erases everybody else',
      {
        person: {
          ...person,
          erase: async (answers, userId) =>
            (await answers.delete(trial).where(ne(discordId, userId)).returning()).length,
        },
      },
      ['a person is still there after they were erased', 'erasing a person has changed the rows of another'],
    ],
    ['keeps the servers', { server: null }, ['a server is still there after it was forgotten']],
    [
      'forgets every server',
      { server: { erase: async (answers) => (await answers.delete(trial).returning()).length } },
      ['forgetting a server has changed the rows of another'],
    ],
    [
      'does not speak for a column',
      { columns: soundTable.columns.slice(0, 2) },
      ['a column is not described'],
    ],
  ])('finds a table that %s', async (_, changes, found) => {
    const faulty = await faults({ ...soundTable, ...changes });
    expect([...new Set(faulty)]).toEqual(expect.arrayContaining(found));
  });

  test('finds a back-up without a column, because a restore loses it', async () => {
    const lossy = backupTable(trial, { ...inBackup, restored: (each) => ({ ...each, detail: null }) });
    expect(await faults({ ...soundTable, backup: lossy })).toEqual(['a back-up does not restore it']);
  });

  test('does not compile for a table without its functions, or with a column left open', () => {
    const { person: _person, ...withoutPerson } = sound;
    // @ts-expect-error a description needs functions that show and erase a person's rows
    expect(lastingTable(trial, withoutPerson).person).toBeNull();
    const { server: _server, ...withoutServer } = sound;
    // @ts-expect-error a description needs a function that erases a server's rows
    expect(lastingTable(trial, withoutServer).server).toBeNull();
    const holds = { discordId: 'person', guildId: 'server' } as const;
    // @ts-expect-error `detail` can hold anybody's id
    expect(lastingTable(trial, { ...sound, holds })).toBeDefined();
  });
});
