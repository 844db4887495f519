import { existsSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { LOCKS } from '../../../src/database/locks.ts';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import { downloadPath } from '../../../src/etl/sources/download/download-files.ts';
import { SOURCE_NAMES, type Sources, VARIANTS } from './sources.ts';

/** How many of each a data set has. */
export interface Counts {
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
}

/** A row that no refresh may touch. */
const LASTING = { by: '100000000000000042', guildId: '200000000000000042', action: 'refresh' };

/** What is looked at from outside: the database of a stage, on a connection of its own. */
export class State {
  readonly #sql: postgres.Sql;

  constructor(url: string) {
    this.#sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  }

  end(): Promise<void> {
    return this.#sql.end({ timeout: 1 });
  }

  async addLasting(): Promise<void> {
    await this.#sql`
      insert into steamscope.moderator_actions (by, guild_id, action)
      values (${LASTING.by}, ${LASTING.guildId}, ${LASTING.action})`;
  }

  async lockIsHeld(): Promise<boolean> {
    const rows = await this.#sql`
      select from pg_locks where locktype = 'advisory' and granted and objid = ${LOCKS.refresh}`;
    return rows.length > 0;
  }

  /** The number of the served data set, and what it says it has. */
  async served(): Promise<{ id: number; summary: Counts }> {
    const [row] = await this.#sql<{ id: number; summary: Counts }[]>`
      select id, summary from steamscope.served_data_set join steamscope.data_sets on id = data_set_id`;
    if (row === undefined) throw new Error('no data set is served');
    return row;
  }

  /** What is in the tables of a data set. */
  async counted(id: number): Promise<Counts> {
    const schema = this.#sql(dataSetSchema(id));
    const [row] = await this.#sql<Counts[]>`
      select (select count(*)::int from ${schema}.games where recorded) as games,
        (select count(*)::int from ${schema}.users) as users,
        (select count(*)::int from ${schema}.library) as "libraryRows",
        (select count(*)::int from ${schema}.reviews) as reviews`;
    return row!;
  }

  /** Whether the rows that no refresh may touch are as they were. */
  async lastingProblems(): Promise<string[]> {
    const rows = await this.#sql`
      select from steamscope.moderator_actions
      where by = ${LASTING.by} and guild_id = ${LASTING.guildId} and action = ${LASTING.action}`;
    return rows.length === 1 ? [] : [`of 1 lasting row there are ${rows.length}`];
  }

  /** What is left over once a refresh has been published; what answers may have read when it began is not. */
  async leftovers(): Promise<string[]> {
    const kept = await this.#sql<{ id: number }[]>`
      select id from steamscope.data_sets where published_at is not null and (replaced_at is null or replaced_at > (
        select max(started_at) - interval '1 minute' from steamscope.refreshes where outcome = 'published'))`;
    const schemas = await this.#sql<{ name: string }[]>`
      select nspname as name from pg_namespace where nspname ~ '^steamscope_data_'`;
    const names = kept.map(({ id }) => dataSetSchema(id));
    return schemas.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name} is left over`);
  }

  /** Where the log of refreshes says what is not so, while none runs. */
  async logProblems(): Promise<string[]> {
    const unsaid = await this.#sql<{ id: number }[]>`
      select id from steamscope.data_sets where published_at is not null
        and id not in (
          select data_set_id from steamscope.refreshes where outcome = 'published' and data_set_id is not null)`;
    const untrue = await this.#sql<{ id: number }[]>`
      select refreshes.id from steamscope.refreshes
        left join steamscope.data_sets on data_sets.id = refreshes.data_set_id
      where outcome = 'published' and published_at is null`;
    return [
      ...unsaid.map(({ id }) => `the log does not say that data set ${id} was published`),
      ...untrue.map(({ id }) => `entry ${id} of the log says published, and nothing was`),
    ];
  }

  async running(): Promise<number> {
    const rows = await this.#sql`select from steamscope.refreshes where outcome = 'running'`;
    return rows.length;
  }
}

/** Downloads that look whole and are no file that was ever at the address. */
export function downloadProblems(dataFolder: string, sources: Sources): string[] {
  return SOURCE_NAMES.filter((name) => {
    const path = downloadPath(dataFolder, name);
    if (!existsSync(path)) return false;
    const bytes = readFileSync(path);
    return !VARIANTS.some((variant) => bytes.equals(readFileSync(sources[variant][name])));
  }).map((name) => `the download of ${name} looks whole and is not`);
}

/** The four counts of something that may have more. */
export function countsOf({ games, users, libraryRows, reviews }: Counts): Counts {
  return { games, users, libraryRows, reviews };
}
