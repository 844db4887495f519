import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { CANCEL_CHANNEL } from '../../database/refresh-log.ts';
import type { RefreshState } from '../../database/schema/lasting.ts';
import type { RefreshReport } from '../publish/refresh-report.ts';
import type { Progress } from '../report/progress.ts';

/** How far it is, is written down so often at most. */
const WRITE_EVERY_MS = 500;

/** What the log of refreshes says of the one that runs: how far it is, for every process, and how it ended. */
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

  /** Whoever calls it holds the lock of refreshes, and knows that no other one runs: one that says so was killed. */
  static async begin(direct: postgres.Sql, startedBy: string): Promise<RefreshEntry> {
    await direct`
      update steamscope.refreshes set outcome = 'killed', started_by = ${unnamed(direct)}
      where outcome = 'running'`;
    const [row] = await direct<{ id: number }[]>`
      insert into steamscope.refreshes (outcome, started_by, progress) values ('running', ${startedBy}, 0) returning id`;
    return new RefreshEntry(direct, row!.id);
  }

  /** Calls `cancel` when some process asks for it. @returns stops listening */
  async onCancel(cancel: () => void): Promise<() => Promise<void>> {
    const { unlisten } = await this.#direct.listen(CANCEL_CHANNEL, (id) => {
      if (id === String(this.#id)) cancel();
    });
    return unlisten;
  }

  progress({ phase, done }: Progress): void {
    const now = performance.now();
    if (phase === this.#phase && now - this.#writtenAt < WRITE_EVERY_MS) return;
    this.#phase = phase;
    this.#writtenAt = now;
    // It only tells; whether the refresh can go on, its own queries say.
    this.#writing = this.#direct`
      update steamscope.refreshes set phase = ${phase}, progress = ${done} where id = ${this.#id}`.catch(
      () => {},
    );
  }

  /** @param sql the transaction that the outcome is part of, where it is: what is published is never called killed */
  async end(
    outcome: RefreshState,
    dataSetId: number | null,
    report: RefreshReport | { failure: string },
    sql: Connection = this.#direct,
  ): Promise<void> {
    await this.#writing;
    await sql`
      update steamscope.refreshes set finished_at = now(), outcome = ${outcome}, data_set_id = ${dataSetId},
        started_by = ${unnamed(sql)}, report = ${sql.json(JSON.parse(JSON.stringify(report)))}
      where id = ${this.#id}`;
  }
}

/** Which person started it is said while it runs, and then only where they can delete it: among what moderators did. */
function unnamed(sql: Connection) {
  return sql`regexp_replace(started_by, '^\\d+$', 'moderator')`;
}
