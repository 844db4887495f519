import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import type { RefreshReport } from '../etl/publish/refresh-report.ts';

/** How a refresh in a process of its own ended. */
export type RefreshEnd =
  | { outcome: 'reported'; report: RefreshReport }
  | { outcome: 'cancelled' }
  /** `reason`: what `refresh` said of it, where it is something that a person can mend. */
  | { outcome: 'failed'; code: string | null; reason: string | null };

/** The last line of `refresh --json`. */
type LastLine = RefreshReport | { error: { code: string; message: string } };

/**
 * `refresh` as a process of its own, so that answers never wait for it. What it logs goes into this program's log.
 */
export class RefreshProcess {
  readonly startedAt = new Date();
  /** Resolves when it is gone: until then it still uses the database server. */
  readonly ended: Promise<RefreshEnd>;
  readonly #child: ChildProcess;
  #stopped = false;

  /** @param by who asks for it */
  constructor(log: Logger, by: string) {
    const verb = [process.argv[1]!, 'refresh', '--json', '--by', by];
    this.#child = spawn(process.execPath, [...process.execArgv, ...verb], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let last = '';
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      last = line;
    });
    createInterface({ input: this.#child.stderr! }).on('line', (line) => passOn(log, line));
    this.ended = new Promise((resolve) => {
      // One that could not even be started closes too, without a status.
      this.#child.once('error', (err) => log.error({ err }, 'the refresh could not be started'));
      this.#child.once('close', () => resolve(this.#endOf(last)));
    });
  }

  /** Tells it to stop. The data set that was there stays. */
  stop(): void {
    this.#stopped = true;
    this.#child.kill('SIGTERM');
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

/** A line of pino's goes on as one; any other as it is, but for the warnings about settings, which this program has given. */
function passOn(log: Logger, line: string): void {
  if (line.startsWith('Warning: ')) return;
  const { level, time: _, msg, ...details } = Object(parsed(line)) as Record<string, unknown>;
  if (typeof level !== 'number' || typeof msg !== 'string') process.stderr.write(`${line}\n`);
  else if (level >= 50) log.error(details, msg);
  else if (level >= 40) log.warn(details, msg);
  else log.info(details, msg);
}
