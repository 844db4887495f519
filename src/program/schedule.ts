import { Cron } from 'croner';
import type { Logger } from 'pino';
import type postgres from 'postgres';

/**
 * The greatest number of milliseconds by which a process may be late for a moment of the schedule. The
 * delay is random, so that processes with the same schedule do not all begin at once; it is at most a tenth
 * of the time to the next moment.
 */
const JITTER_MS = 30_000;

/** Calls a function at the times of a cron expression. Of all processes on one database, only one makes each call. */
export class Schedule {
  readonly #cron: Cron;
  readonly #direct: postgres.Sql;
  readonly #log: Logger;
  readonly #due: () => Promise<void>;
  readonly #waiting = new Set<NodeJS.Timeout>();

  /**
   * @param expression a cron expression, in this machine's time
   * @param direct the database in which the processes agree on one of them
   * @param due is called when it is this process's turn
   */
  constructor(expression: string, direct: postgres.Sql, log: Logger, due: () => Promise<void>) {
    this.#cron = new Cron(expression, { paused: true }, (cron: Cron) =>
      this.#tick(cron.currentRun()!, cron.nextRun()),
    );
    this.#direct = direct;
    this.#log = log;
    this.#due = due;
  }

  start(): void {
    this.#cron.resume();
    this.#log.info({ next: this.#cron.nextRun() }, 'refreshes follow the schedule');
  }

  stop(): void {
    this.#cron.stop();
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }

  /** The next time of the schedule; null where there is none. */
  nextRun(): Date | null {
    return this.#cron.nextRun();
  }

  #tick(moment: Date, next: Date | null): void {
    const latest = next === null ? JITTER_MS : Math.min(JITTER_MS, (next.getTime() - moment.getTime()) / 10);
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#takeTurn(moment).catch((err) => this.#log.error({ err }, 'the schedule could not be followed'));
    }, Math.random() * latest);
    this.#waiting.add(timer);
  }

  async #takeTurn(moment: Date): Promise<void> {
    if (await claimMoment(this.#direct, moment)) await this.#due();
    else this.#log.info('another process refreshes at this time of the schedule');
  }
}

/**
 * Claims a moment of the schedule, to the second, for this process. An earlier claim of a moment that is still
 * to come was made by a process whose clock was wrong, so it does not count.
 *
 * @returns false where another process has claimed this moment or a later one
 */
export async function claimMoment(direct: postgres.Sql, moment: Date): Promise<boolean> {
  const due = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  const claimed = await direct`
    insert into steamscope.schedule_claim as claim (singleton, due_at) values (1, ${due})
    on conflict (singleton) do update set due_at = excluded.due_at
      where claim.due_at < excluded.due_at or claim.due_at > now() + interval '1 minute'
    returning due_at`;
  return claimed.length > 0;
}
