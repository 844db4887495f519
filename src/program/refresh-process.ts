import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import type { Starter } from '../database/refresh-log.ts';
import type { RefreshReport } from '../etl/publish/refresh-report.ts';
import { endChild } from './end-child.ts';

/** The end of a refresh that ran in a process of its own. */
export type RefreshEnd =
  | { outcome: 'reported'; report: RefreshReport }
  | { outcome: 'cancelled' }
  /** `code` and `reason` are those of a RefreshError, which a person can mend; null for any other failure. */
  | { outcome: 'failed'; code: string | null; reason: string | null };

/** The last line that `refresh --json` prints. */
type LastLine = RefreshReport | { error: { code: string; message: string } };

/**
 * Runs the verb `refresh` in a process of its own, so that answers never wait for it. Its log
 * goes into this program's log.
 */
export class RefreshProcess {
  readonly startedAt = new Date();
  /** Resolves when the process has ended, because it uses the database server until then. */
  readonly ended: Promise<RefreshEnd>;
  readonly #child: ChildProcess;
  #stopped = false;

  constructor(log: Logger, starter: Starter) {
    // Everybody on the machine sees the command line, so no Discord id stands there.
    const by =
      typeof starter === 'string' ? ['--by', starter] : ['--action', String(starter.moderatorAction)];
    const verb = [process.argv[1]!, 'refresh', '--json', ...by];
    this.#child = spawn(process.execPath, [...process.execArgv, ...verb], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let last = '';
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      last = line;
    });
    createInterface({ input: this.#child.stderr! }).on('line', (line) => passOn(log, line));
    this.ended = new Promise((resolve) => {
      // `close` follows this error too, so `ended` always resolves.
      this.#child.once('error', (err) => log.error({ err }, 'the refresh could not be started'));
      this.#child.once('close', () => resolve(this.#endOf(last)));
    });
  }

  /** Tells the refresh to stop. The served data set stays. */
  stop(): void {
    this.#stopped = true;
    this.#child.kill('SIGTERM');
  }

  /** Tells the refresh to stop, and kills it where that takes longer than the limit. The served data set stays. */
  async end(limitMs: number): Promise<void> {
    this.#stopped = true;
    await endChild(this.#child, limitMs);
  }

  #endOf(text: string): RefreshEnd {
    const last = parsed(text) as LastLine | null;
    if (last !== null && !('error' in last)) return { outcome: 'reported', report: last };
    if (this.#stopped || last?.error.code === 'cancelled') return { outcome: 'cancelled' };
    return { outcome: 'failed', code: last?.error.code ?? null, reason: last?.error.message ?? null };
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Passes a line of the refresh's error output on: a line of pino's log to this program's log, and any other
 * line to its error output. Warnings about settings are dropped, since this program has printed them itself.
 */
function passOn(log: Logger, line: string): void {
  if (line.startsWith('Warning: ')) return;
  const { level, time: _, msg, ...details } = Object(parsed(line)) as Record<string, unknown>;
  if (typeof level !== 'number' || typeof msg !== 'string') process.stderr.write(`${line}\n`);
  else if (level >= 50) log.error(details, msg);
  else if (level >= 40) log.warn(details, msg);
  else log.info(details, msg);
}
