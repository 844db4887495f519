import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { CANCEL_CHANNEL, type Starter } from '../../database/refresh-log.ts';
import type { RefreshState } from '../../database/schema/lasting.ts';
import type { RefreshReport } from '../publish/refresh-report.ts';
import type { Progress } from '../report/progress.ts';

/** Milliseconds between two writes of the progress within a phase, at least. */
const WRITE_EVERY_MS = 500;

/**
 * The entry of the running refresh in the table `steamscope.refreshes`. Every process can read there how far
 * the refresh is and, later, how it ended.
 */
export class RefreshEntry {
  readonly #direct: postgres.Sql;
  readonly #id: number;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #phase: string | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(direct: postgres.Sql, id: number) {
    this.#direct = direct;
    this.#id = id;
  }

  /**
   * Adds the entry. The caller holds the refresh lock, so no other refresh runs, and any entry that is still
   * `running` belongs to one that was killed.
   *
   * A moderator's Discord id is taken from the log of their actions in the same statement, which waits for a deletion that
   * is under way and makes a later one wait: what is deleted there does not come back here.
   */
  static async begin(direct: postgres.Sql, starter: Starter): Promise<RefreshEntry> {
    await direct`
      update steamscope.refreshes set outcome = 'killed', started_by = ${withoutPerson(direct)}
      where outcome = 'running'`;
    const startedBy =
      typeof starter === 'string'
        ? direct`${starter}`
        : direct`coalesce((select by from action), 'moderator')`;
    const action = typeof starter === 'string' ? null : starter.moderatorAction;
    const [row] = await direct<{ id: number }[]>`
      with action as materialized (
        select by from steamscope.moderator_actions where id = ${action}::int for share
      )
      insert into steamscope.refreshes (outcome, started_by, progress) values ('running', ${startedBy}, 0) returning id`;
    return new RefreshEntry(direct, row!.id);
  }

  /**
   * Calls `cancel` when any process asks to stop this refresh.
   *
   * @returns a function that stops listening
   */
  async onCancel(cancel: () => void): Promise<() => Promise<void>> {
    const { unlisten } = await this.#direct.listen(CANCEL_CHANNEL, (id) => {
      if (id === String(this.#id)) cancel();
    });
    return unlisten;
  }

  /** Writes down how far the refresh is: always at the beginning of a phase, and at intervals within it. */
  progress({ phase, done }: Progress): void {
    const now = performance.now();
    if (phase === this.#phase && now - this.#writtenAt < WRITE_EVERY_MS) return;
    this.#phase = phase;
    this.#writtenAt = now;
    // A failed write is ignored: progress is only for show, and the refresh's own queries notice a lost database.
    this.#writing = this.#direct`
      update steamscope.refreshes set phase = ${phase}, progress = ${done} where id = ${this.#id}`.catch(
      () => {},
    );
  }

  /**
   * Writes down how the refresh ended.
   *
   * @param dataSetId the data set that was built or is served; null if there is no result
   * @param sql the transaction that also publishes, if there is one: a published data set is then never
   *   reported as killed
   */
  async end(
    outcome: RefreshState,
    dataSetId: number | null,
    report: RefreshReport | { failure: string },
    sql: Connection = this.#direct,
  ): Promise<void> {
    await this.#writing;
    await sql`
      update steamscope.refreshes set finished_at = now(), outcome = ${outcome}, data_set_id = ${dataSetId},
        started_by = ${withoutPerson(sql)}, report = ${sql.json(JSON.parse(JSON.stringify(report)))}
      where id = ${this.#id}`;
  }
}

/**
 * An SQL expression for `started_by` with `moderator` in place of a person's id. The id is stored only while the
 * refresh runs. After that it is only in the log of moderators' actions, where the person can have it deleted.
 */
function withoutPerson(sql: Connection) {
  return sql`regexp_replace(started_by, '^\\d+$', 'moderator')`;
}
