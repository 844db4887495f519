import { existsSync, readFileSync } from 'node:fs';

/**
 * The turns of a program's event loop, measured by the program itself: a module that is loaded before it writes down every
 * turn that is longer than {@link NOTED_MS}.
 *
 * A turn counts for the time in which the program held it: its length, less the time in which its thread was ready to run and
 * the machine ran others (the second figure of /proc/self/schedstat, see proc_pid_schedstat in the kernel's sched-stats.rst).
 * So a turn that computes or waits for a file counts whole, and a machine that is too busy doesn't count at all.
 */
export interface Turn {
  /** Its end, in milliseconds since 1970. */
  at: number;
  /** Milliseconds in which the program held it. */
  held: number;
  /** Milliseconds that it took on the clock. */
  took: number;
}

/** The most milliseconds for which one turn of the event loop may hold up everyone. */
export const FROZEN_MS = 100;

/** Shorter turns are not written down, in milliseconds. */
const NOTED_MS = 20;

/** Milliseconds between two looks of the gauge. */
const LOOK_MS = 10;

/** The setting that makes `npm start` measure its turns into a file. Its children and its threads do not. */
export function gaugeSettings(file: string): Record<string, string> {
  const module = `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread && process.argv.at(-1) === 'start') {
      const queued = () => Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
      let [last, lastQueued] = [performance.now(), queued()];
      setInterval(() => {
        const [now, nowQueued] = [performance.now(), queued()];
        const took = now - last - ${LOOK_MS};
        const held = took - (nowQueued - lastQueued);
        if (held > ${NOTED_MS}) {
          try {
            appendFileSync(${JSON.stringify(file)}, JSON.stringify({ at: Date.now(), held, took }) + '\\n');
          } catch {}
        }
        [last, lastQueued] = [performance.now(), queued()];
      }, ${LOOK_MS}).unref();
    }`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}

/** The turns in the file that ended after a moment, in milliseconds since 1970. */
export function turnsSince(file: string, since: number): Turn[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Turn).filter(({ at }) => at > since);
}

/** What is to be said of the turns that were too long. */
export function frozen(turns: readonly Turn[]): string[] {
  return turns
    .filter(({ held }) => held > FROZEN_MS)
    .map(
      ({ held, took }) =>
        `the event loop stood for ${held.toFixed(0)} ms (${took.toFixed(0)} ms on the clock)`,
    );
}
