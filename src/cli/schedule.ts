import { Cron } from 'croner';
import type { Logger } from 'pino';
import type postgres from 'postgres';

/** Processes that share a schedule begin within so many milliseconds of the moment, each at its own. */
const JITTER_MS = 30_000;

/** Calls something at the moments of a cron expression: once over all processes on one database. */
export class Schedule {
  readonly #cron: Cron;
  readonly #direct: postgres.Sql;
  readonly #log: Logger;
  readonly #due: () => Promise<void>;
  readonly #jitterMs: number;
  readonly #waiting = new Set<NodeJS.Timeout>();

  /** @param due called when this process is the one whose turn it is */
  constructor(
    expression: string,
    direct: postgres.Sql,
    log: Logger,
    due: () => Promise<void>,
    jitterMs = JITTER_MS,
  ) {
    this.#cron = new Cron(expression, { paused: true }, (cron: Cron) => this.#tick(cron.currentRun()!));
    this.#direct = direct;
    this.#log = log;
    this.#due = due;
    this.#jitterMs = jitterMs;
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

  #tick(moment: Date): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#takeTurn(moment).catch((err) => this.#log.error({ err }, 'the schedule could not be followed'));
    }, Math.random() * this.#jitterMs);
    this.#waiting.add(timer);
  }

  async #takeTurn(moment: Date): Promise<void> {
    if (await claimMoment(this.#direct, moment)) await this.#due();
    else this.#log.info('another process follows the schedule this time');
  }
}

/** Takes a moment of the schedule, to the second, for this process. @returns whether nobody had it, or a later one, before */
export async function claimMoment(direct: postgres.Sql, moment: Date): Promise<boolean> {
  const due = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  const claimed = await direct`
    insert into steamscope.schedule_claim as claim (singleton, due_at) values (1, ${due})
    on conflict (singleton) do update set due_at = excluded.due_at where claim.due_at < excluded.due_at
    returning due_at`;
  return claimed.length > 0;
}
