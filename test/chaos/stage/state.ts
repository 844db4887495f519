import { existsSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { LOCKS } from '../../../src/database/locks.ts';
import { dataSetSchema } from '../../../src/database/schema/data-set.ts';
import { downloadPath } from '../../../src/etl/sources/download/download-files.ts';
import { SOURCE_NAMES, type Sources, VARIANTS } from './sources.ts';

/** The number of rows of each kind in a data set. */
export interface Counts {
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
}

/** A row that no refresh may touch. */
const LASTING = { by: '100000000000000042', guildId: '200000000000000042', action: 'refresh' };

/** The database of a stage, seen from outside, on a connection of its own. */
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

  /** The number of the served data set, and the counts in its summary. @throws if none is served */
  async served(): Promise<{ id: number; summary: Counts }> {
    const [row] = await this.#sql<{ id: number; summary: Counts }[]>`
      select id, summary from steamscope.served_data_set join steamscope.data_sets on id = data_set_id`;
    if (row === undefined) throw new Error('no data set is served');
    return row;
  }

  /** The counts of the rows that the tables of a data set really hold. */
  async counted(id: number): Promise<Counts> {
    const schema = this.#sql(dataSetSchema(id));
    const [row] = await this.#sql<Counts[]>`
      select (select count(*)::int from ${schema}.games where recorded) as games,
        (select count(*)::int from ${schema}.users) as users,
        (select count(*)::int from ${schema}.library) as "libraryRows",
        (select count(*)::int from ${schema}.reviews) as reviews`;
    return row!;
  }

  /** Problems of the rows that no refresh may touch. */
  async lastingProblems(): Promise<string[]> {
    const rows = await this.#sql`
      select from steamscope.moderator_actions
      where by = ${LASTING.by} and guild_id = ${LASTING.guildId} and action = ${LASTING.action}`;
    return rows.length === 1 ? [] : [`instead of 1 lasting row there are ${rows.length}`];
  }

  /**
   * Data sets that a published refresh should have dropped. Those that answers may have read as it began don't count.
   */
  async leftovers(): Promise<string[]> {
    const kept = await this.#sql<{ id: number }[]>`
      select id from steamscope.data_sets where published_at is not null and (replaced_at is null or replaced_at > (
        select max(started_at) - interval '1 minute' from steamscope.refreshes where outcome = 'published'))`;
    const schemas = await this.#sql<{ name: string }[]>`
      select nspname as name from pg_namespace where nspname ~ '^steamscope_data_'`;
    const names = kept.map(({ id }) => dataSetSchema(id));
    return schemas.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name} is left over`);
  }

  /** Untrue entries in the log of refreshes. None may be running. */
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
      ...untrue.map(({ id }) => `entry ${id} of the log says that a data set was published, but none was`),
    ];
  }

  async running(): Promise<number> {
    const rows = await this.#sql`select from steamscope.refreshes where outcome = 'running'`;
    return rows.length;
  }
}

/** Downloads that look complete but match no file that was ever at the address. */
export function downloadProblems(dataFolder: string, sources: Sources): string[] {
  return SOURCE_NAMES.filter((name) => {
    const path = downloadPath(dataFolder, name);
    if (!existsSync(path)) return false;
    const bytes = readFileSync(path);
    return !VARIANTS.some((variant) => bytes.equals(readFileSync(sources[variant][name])));
  }).map((name) => `the download of ${name} looks complete but is not`);
}

/** The four counts alone, of an object that may hold more. */
export function countsOf({ games, users, libraryRows, reviews }: Counts): Counts {
  return { games, users, libraryRows, reviews };
}
