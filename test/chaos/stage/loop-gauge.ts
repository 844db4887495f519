import { existsSync, readFileSync } from 'node:fs';

/**
 * A turn of a program's event loop, measured by the program itself: a module that is loaded before it writes down every turn in
 * which its main thread computed for longer than {@link NOTED_MS}.
 *
 * A turn is judged by the processor time of the main thread (the first figure of /proc/self/schedstat, see proc_pid_schedstat in
 * the kernel's sched-stats.rst). The clock would also count the time in which a busy machine ran others, or the threads for
 * which a collection of garbage waits. A turn that waits for a file without computing is not seen.
 */
export interface Turn {
  /** Its end, in milliseconds since 1970. */
  at: number;
  /** Milliseconds for which the main thread computed. */
  computed: number;
  /** Milliseconds that it took on the clock. */
  took: number;
}

/** The most milliseconds for which one turn of the event loop may hold up everyone. */
const FROZEN_MS = 100;

/**
 * The share of the time in which the machine ran others that a turn may compute on top of that: it has to handle everything
 * that came in meanwhile.
 */
const BACKLOG = 0.05;

/** Shorter turns are not written down, in milliseconds. */
const NOTED_MS = 5;

/** Milliseconds between two looks of the gauge. */
const LOOK_MS = 10;

/** The setting that makes `npm start` measure its turns into a file. Its children and its threads do not. */
export function gaugeSettings(file: string): Record<string, string> {
  const module = `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread && process.argv.at(-1) === 'start') {
      const spent = () => Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6;
      let [last, lastSpent] = [performance.now(), spent()];
      setInterval(() => {
        const [now, nowSpent] = [performance.now(), spent()];
        const took = now - last;
        const computed = nowSpent - lastSpent;
        if (computed > ${NOTED_MS}) {
          try {
            appendFileSync(${JSON.stringify(file)}, JSON.stringify({ at: Date.now(), computed, took }) + '\\n');
          } catch {}
        }
        [last, lastSpent] = [performance.now(), spent()];
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

/** A sentence for each turn that was too long. */
export function frozen(turns: readonly Turn[]): string[] {
  return turns
    .filter(({ computed, took }) => computed - BACKLOG * (took - computed) > FROZEN_MS)
    .map(
      ({ computed, took }) =>
        `the event loop stood for ${computed.toFixed(0)} ms (${took.toFixed(0)} ms on the clock)`,
    );
}
