import type { PerSource } from '../../src/database/schema/sources.ts';
import { run } from '../../test/support/program.ts';
import { sourceSettings } from '../../test/support/source-settings.ts';

/** Code for the program to run: on exit it prints its peak memory, in kB, and its processor time, in µs. */
const SAYS_COST = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('cost ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

/** The cost of a refresh. */
export interface RefreshCost {
  /** Seconds from start to end, including the start of Node and Postgres. */
  seconds: number;
  /** Processor seconds of all threads, without Postgres. Other work of the machine hardly affects them. */
  processorSeconds: number;
  /** Seconds by phase. */
  phases: Record<string, number>;
  libraryRows: number;
  /** Peak memory of the process in megabytes, without Postgres. */
  megabytes: number;
}

/**
 * Runs one refresh in a process of its own.
 *
 * @param folder its DATA_FOLDER
 * @throws Error if the outcome is another one than expected
 */
export async function refreshOnce(
  folder: string,
  paths: PerSource<string>,
  args: readonly string[],
  outcome: 'published' | 'unchanged',
): Promise<RefreshCost> {
  const started = performance.now();
  const { stdout, stderr } = await run(['refresh', '--json', ...args], {
    DATA_FOLDER: folder,
    ...sourceSettings(paths),
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SAYS_COST)}`,
  });
  const seconds = (performance.now() - started) / 1000;
  const report = JSON.parse(stdout.trim().split('\n').at(-1) || '{}');
  if (report.outcome !== outcome) throw new Error(`The refresh was ${report.outcome}: ${stderr.slice(-500)}`);
  const [, kilobytes, microseconds] = /^cost (\d+) (\d+)$/m.exec(stderr)!;
  return {
    seconds,
    processorSeconds: Number(microseconds) / 1e6,
    phases: report.phases,
    libraryRows: report.libraryRows,
    megabytes: Number(kilobytes) / 1000,
  };
}
