import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import type { RefreshReport } from '../etl/report.ts';
import { EXIT } from './exit.ts';

/** How a refresh in a process of its own ended. */
export type RefreshEnd =
  | { outcome: 'published'; report: RefreshReport }
  | { outcome: 'stopped' }
  /** `reason`: what `refresh` said of it, where it is something that a person can mend. */
  | { outcome: 'failed'; reason: string | null };

const FAILED = /^The refresh failed, and the data set that was there stays: (?<reason>.+)$/;

/**
 * `refresh` as a process of its own, so that answers never wait for it. What it logs goes into this program's log.
 */
export class RefreshProcess {
  readonly startedAt = new Date();
  /** Resolves when it is gone: until then it still uses the database server. */
  readonly ended: Promise<RefreshEnd>;
  /** The phase that it is in; null before the first. */
  phase: string | null = null;
  readonly #child: ChildProcess;
  #stopped = false;

  /** @param onPhase told of each phase that begins */
  constructor(log: Logger, onPhase: (phase: string) => void = () => {}) {
    // At this level it says which phase begins; what this program's own level leaves out is left out here.
    const env = { ...process.env, LOG_LEVEL: 'info' };
    this.#child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'refresh', '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let report = '';
    let reason: string | null = null;
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      report = line;
    });
    createInterface({ input: this.#child.stderr! }).on('line', (line) => {
      const entry = parse(line);
      if (entry !== null && typeof entry.phase === 'string') {
        this.phase = entry.phase;
        onPhase(entry.phase);
      }
      reason = FAILED.exec(line)?.groups?.reason ?? reason;
      passOn(log, line, entry);
    });
    this.ended = new Promise((resolve) => {
      // One that could not even be started closes too, without a status.
      this.#child.once('error', (err) => log.error({ err }, 'the refresh could not be started'));
      this.#child.once('close', (status) => {
        if (status === EXIT.ok) resolve({ outcome: 'published', report: JSON.parse(report) });
        else resolve(this.#stopped ? { outcome: 'stopped' } : { outcome: 'failed', reason });
      });
    });
  }

  /** Tells it to stop. The data set that was there stays. */
  stop(): void {
    this.#stopped = true;
    this.#child.kill('SIGTERM');
  }
}

interface LogEntry {
  level: number;
  msg: string;
  [key: string]: unknown;
}

/** A line of pino's; null for any other. */
function parse(line: string): LogEntry | null {
  if (!line.startsWith('{')) return null;
  try {
    const entry: unknown = JSON.parse(line);
    const { level, msg } = Object(entry) as Partial<LogEntry>;
    return typeof level === 'number' && typeof msg === 'string' ? (entry as LogEntry) : null;
  } catch {
    return null;
  }
}

function passOn(log: Logger, line: string, entry: LogEntry | null): void {
  if (entry === null) {
    process.stderr.write(`${line}\n`);
    return;
  }
  const { level, time: _, msg, ...details } = entry;
  if (level >= 50) log.error(details, msg);
  else if (level >= 40) log.warn(details, msg);
  else log.info(details, msg);
}
