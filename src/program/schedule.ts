import { Cron } from 'croner';
import type { Logger } from 'pino';
import type postgres from 'postgres';

/**
 * Processes that share a schedule begin each at a moment of its own: at most so many milliseconds late, and no later than a
 * tenth of the way to the next one.
 */
const JITTER_MS = 30_000;

/** Calls something at the moments of a cron expression: once over all processes on one database. */
export class Schedule {
  readonly #cron: Cron;
  readonly #direct: postgres.Sql;
  readonly #log: Logger;
  readonly #due: () => Promise<void>;
  readonly #waiting = new Set<NodeJS.Timeout>();

  /** @param due called when this process is the one whose turn it is */
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
    else this.#log.info('another process follows the schedule this time');
  }
}

/**
 * Takes a moment of the schedule, to the second, for this process. A moment that is yet to come was taken by a clock that
 * was wrong, and bars nobody.
 *
 * @returns whether nobody had it, or a later one, before
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
