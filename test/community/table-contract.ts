import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core';
import type { LastingTable, Whose } from '../../src/community/lasting-table.ts';
import { erasePerson, storedOfPerson } from '../../src/community/stored-of-person.ts';
import { forgetGuilds, keptGuilds } from '../../src/community/stored-of-servers.ts';
import { readBackup, writeBackup } from '../../src/database/backup/format.ts';
import { readRows, restoreRows } from '../../src/database/backup/lasting-rows.ts';
import type { TestDatabase } from '../support/database.ts';

/** A person by id, in a server by id. */
interface Somebody {
  person: string;
  'steam-user': string;
  server: string;
}

/** No id is part of another, so that a row about a person can be found in its text. */
const ONE: Somebody = {
  person: '400000000000000001',
  'steam-user': '76561198000000001',
  server: '200000000000000001',
};
const OTHER: Somebody = {
  person: '400000000000000002',
  'steam-user': '76561198000000002',
  server: '200000000000000002',
};

/** Types of columns that cannot hold anybody's id. */
const NAMELESS_TYPES = [
  'integer',
  'smallint',
  'real',
  'double precision',
  'boolean',
  'date',
  'timestamp with time zone',
];

/**
 * Fills the tables with rows of two people in two servers, and tests all promises of a table's description.
 *
 * @param tables the tables, in their order of filling
 * @returns the broken promises of any of them, in words; none if all keep theirs
 */
export async function faultsOf(
  database: TestDatabase,
  tables: readonly LastingTable[],
  table: LastingTable,
): Promise<string[]> {
  const faults: string[] = [];
  const fault = (isFaulty: boolean, words: string) => {
    if (isFaulty) faults.push(words);
  };
  const rowsOf = async (id: string) => (await allRows(database, table)).filter((row) => row.includes(id));
  const all = () => allRows(database, table);

  fault((await undescribedColumns(database, table)).length > 0, 'a column is not described');
  await fill(database, tables);
  const before = await all();
  fault((holds(table, 'person') || holds(table, 'server')) && before.length < 2, 'it cannot be filled');

  if (holds(table, 'person') || table.person !== null) {
    const { answers } = database;
    const exported = async (who: Somebody) => {
      const stored = await storedOfPerson(answers, tables, who.person);
      return (table.person === null ? undefined : stored[table.person.kind]) ?? [];
    };
    for (const [who, somebodyElse] of [
      [ONE, OTHER],
      [OTHER, ONE],
    ] as const) {
      const mine = before.filter((row) => isAbout(row, who));
      const shown = await exported(who);
      fault(shown.length !== mine.length, 'the export does not have every row of a person');
      fault(
        idsOf(somebodyElse).some((id) => JSON.stringify(shown).includes(id)),
        'the export names another',
      );
    }
    await erasePerson(answers, tables, ONE.person);
    const after = await all();
    fault(
      after.some((row) => isAbout(row, ONE)),
      'a person is still there after they were erased',
    );
    fault((await exported(ONE)).length > 0, 'something of a person is still shown after they were erased');
    const kept = (rows: readonly string[]) => rows.filter((row) => isAbout(row, OTHER)).join('\n');
    fault(kept(after) !== kept(before), 'erasing a person has changed the rows of another');
  }

  await fill(database, tables);
  if (holds(table, 'server') || table.server !== null) {
    const kept = await keptGuilds(database.answers, tables);
    fault(!kept.includes(ONE.server) || !kept.includes(OTHER.server), 'a server in it is not looked for');
    const others = await rowsOf(OTHER.server);
    await database.direct`
      insert into steamscope.left_guilds (guild_id, left_at) values (${ONE.server}, now() - interval '31 days')
      on conflict (guild_id) do update set left_at = excluded.left_at`;
    await forgetGuilds(database.answers, tables, [ONE.server]);
    fault((await rowsOf(ONE.server)).length > 0, 'a server is still there after it was forgotten');
    fault(
      (await rowsOf(OTHER.server)).join('\n') !== others.join('\n'),
      'forgetting a server has changed the rows of another',
    );
  }

  if (!('leftOut' in table.backup)) {
    await fill(database, tables);
    const backedUp = tables.flatMap(({ backup }) => ('leftOut' in backup ? [] : [backup]));
    const made = await readRows(database.direct, backedUp);
    const { rows } = readBackup(writeBackup(new Date(), made), backedUp);
    await empty(database, tables);
    await restoreRows(database.direct, backedUp, rows, { replace: false });
    const restored = await readRows(database.direct, backedUp);
    fault(made[table.name]!.length === 0, 'nothing of it is backed up');
    fault(restored[table.name]!.join('\n') !== made[table.name]!.join('\n'), 'a back-up does not restore it');
  }
  return faults;
}

/** The tables of the lasting schema in the database, each with the columns that can hold somebody's id. */
export async function columnsThatCanHoldIds({ direct }: TestDatabase): Promise<Map<string, string[]>> {
  const rows = await direct<{ table: string; columns: string[] }[]>`
    select table_name as table,
      coalesce(array_agg(column_name::text) filter (where data_type <> all(${NAMELESS_TYPES})), '{}') as columns
    from information_schema.columns where table_schema = 'steamscope' group by table_name`;
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

async function undescribedColumns(database: TestDatabase, { name, columns }: LastingTable) {
  const described = new Set(columns.map(({ column }) => column.name));
  return (await columnsThatCanHoldIds(database)).get(name)!.filter((column) => !described.has(column));
}

function holds({ columns }: LastingTable, whose: Whose): boolean {
  return columns.some((column) => column.whose === whose);
}

/** Whether a row holds an id of a person. The id of their server is not theirs alone, and does not count. */
function isAbout(row: string, who: Somebody): boolean {
  return row.includes(who.person) || row.includes(who['steam-user']);
}

function idsOf(who: Somebody): string[] {
  return [who.person, who['steam-user']];
}

/** Every row of a table as text, in a fixed order. */
async function allRows({ direct }: TestDatabase, { name }: LastingTable): Promise<string[]> {
  const rows = await direct<{ row: string }[]>`
    select to_jsonb(kept)::text as row from ${direct(`steamscope.${name}`)} as kept order by 1`;
  return rows.map(({ row }) => row);
}

async function empty({ direct }: TestDatabase, tables: readonly LastingTable[]): Promise<void> {
  for (const { name } of tables)
    await direct`truncate ${direct(`steamscope.${name}`)} restart identity cascade`;
}

/** Adds rows of both people in both servers, as far as the keys of a table allow. */
async function fill(database: TestDatabase, tables: readonly LastingTable[]): Promise<void> {
  await empty(database, tables);
  for (const table of tables) {
    for (const who of [ONE, OTHER]) {
      for (const { server } of [ONE, OTHER]) {
        await database.owner
          .insert(table.table)
          .values(rowOf(table, { ...who, server }) as never)
          .onConflictDoNothing();
      }
    }
  }
}

/** A row with all ids of a person, and any values in its other columns. */
function rowOf({ table, columns }: LastingTable, who: Somebody) {
  const whose = new Map(columns.map((each) => [each.column, each.whose]));
  const references = new Set(getTableConfig(table).foreignKeys.flatMap((key) => key.reference().columns));
  const row: Record<string, unknown> = {};
  for (const [key, column] of Object.entries<PgColumn>(getTableColumns(table))) {
    if (references.has(column)) {
      row[key] = column.notNull ? 1 : null;
      continue;
    }
    if (column.hasDefault) continue;
    const kind = whose.get(column) ?? 'nobody';
    row[key] = sampleOf(column, kind === 'nobody' ? 'something' : who[kind]);
  }
  return row;
}

/** A value of a column's type. @param text the value for a column that can hold a text */
function sampleOf(column: PgColumn, text: string): unknown {
  const values: Record<string, unknown> = {
    string: text,
    json: [text],
    array: [text],
    number: 1,
    boolean: true,
    date: new Date(0),
    bigint: 1n,
  };
  if (!(column.dataType in values)) throw new Error(`There is no value for ${column.name} yet.`);
  return values[column.dataType];
}
