import type { PerSource } from '../../src/database/schema/sources.ts';
import { run } from '../../test/support/program.ts';
import { sourceSettings } from '../../test/support/source-settings.ts';

/** Told to the program: at its end it says the most memory that it had, in kB, and its time of the processor, in µs. */
const SAYS_COST = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('cost ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

/** What a refresh took. */
export interface RefreshCost {
  /** From its start to its end, Node's and Postgres' start included. */
  seconds: number;
  /** Of the processor, all threads together; that of Postgres is not counted. What else the machine does hardly matters to it. */
  processorSeconds: number;
  phases: Record<string, number>;
  libraryRows: number;
  /** The most memory that the process had; that of Postgres is not counted. */
  megabytes: number;
}

/**
 * One refresh in a process of its own.
 *
 * @param folder its DATA_FOLDER
 * @throws Error where it did not come out as it should
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
