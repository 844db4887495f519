import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type Config, readConfig } from '../config/config.ts';
import { databasePlace } from '../database/place.ts';
import { STARTERS, type Starter } from '../database/refresh-log.ts';
import { concernText } from '../etl/publish/gate.ts';
import type { RefreshReport } from '../etl/publish/refresh-report.ts';
import { refresh } from '../etl/refresh/refresh.ts';
import { RefreshError } from '../etl/report/refresh-error.ts';
import { diskRoom } from '../platform/disk-room.ts';
import { numberFormat } from '../platform/formats.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { ProgressBar } from '../program/terminal/progress-bar.ts';
import { withDatabase } from '../program/with-database.ts';

/** Milliseconds that a refresh has to note its end in the database's log after a signal to stop. */
const PATIENCE_MS = 1000;

/**
 * `refresh [--json] [--reload] [--publish-anyway]` runs one refresh and prints its report. `--reload` loads
 * everything anew, and `--publish-anyway` publishes a data set that looks poorer. The exit status is 1 where
 * the refresh failed or the data set waits.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      reload: { type: 'boolean', default: false },
      'publish-anyway': { type: 'boolean', default: false },
      /** The starter, for the log: `schedule` or `start` when the program runs this verb. */
      by: { type: 'string', default: 'terminal' },
      /** The id of the moderator's action that starts it, in place of `by`. */
      action: { type: 'string' },
    },
  });
  const startedBy = starterOf(values.by, values.action);
  if (startedBy === null) {
    process.stderr.write(`--by is one of ${STARTERS.join(', ')}; --action is a number\n`);
    return EXIT.usage;
  }
  const config = readConfig();
  const log = createLog(config.logLevel);
  const bar = process.stderr.isTTY && !values.json ? new ProgressBar(process.stderr) : null;
  giveWay();
  try {
    const report = await withDatabase(
      config,
      { log, makes: 'all', steps: 'info', patienceMs: PATIENCE_MS },
      ({ direct }, signal) =>
        refresh(
          direct,
          {
            ...config,
            ...(config.databaseUrl === undefined
              ? { roomForDatabase: () => diskRoom(config.dataFolder) }
              : {}),
            publishAnyway: values['publish-anyway'],
            reload: values.reload,
            startedBy,
          },
          {
            signal,
            ...(bar === null
              ? { onPhase: (phase) => log.info({ phase }, 'refresh phase begins') }
              : { onProgress: (progress) => bar.show(progress) }),
          },
        ),
    );
    bar?.clear();
    process.stdout.write(`${values.json ? JSON.stringify(report) : forPeople(report, config)}\n`);
    return report.outcome === 'waiting' ? EXIT.failure : EXIT.ok;
  } catch (error) {
    bar?.clear();
    if (!(error instanceof RefreshError)) throw error;
    const { failure: code, message } = error;
    if (values.json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    process.stderr.write(`The refresh failed, and the data set that was there stays: ${message}\n`);
    return EXIT.failure;
  }
}

/** The starter that the options name; null where they name none. */
function starterOf(by: string, action: string | undefined): Starter | null {
  if (action !== undefined) return /^\d{1,9}$/.test(action) ? { moderatorAction: Number(action) } : null;
  return STARTERS.find((one) => one === by) ?? null;
}

/** Lowers the priority of this process, so that a program that answers questions goes first. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not allow it; the refresh then runs at normal priority.
  }
}

/** The words for the counts of a data set. */
const LOADED = { games: 'games', users: 'users', libraryRows: 'library rows', reviews: 'reviews' };

/** The report in words and tables for a terminal. */
function forPeople(report: RefreshReport, config: Config): string {
  const number = numberFormat('en');
  const table = (head: string[], rows: (string | number)[][]) => {
    const made = new Table({
      head,
      colAligns: head.map((_, index) => (index === 0 ? 'left' : 'right')),
      style: { head: [], border: [], compact: true },
    });
    made.push(
      ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? number.format(cell) : cell))),
    );
    return made.toString();
  };
  const sources = Object.entries(report.sources);
  const rules = sources.flatMap(([source, { rules }]) =>
    Object.entries(rules).map(([rule, n]) => [`${source}: ${rule}`, n]),
  );
  const took = `it took ${report.seconds.toFixed(1)} s`;
  if (report.outcome === 'unchanged') {
    return (
      `Nothing has changed since data set ${report.dataSet} of ${databasePlace(config)}, which stays; ${took}. ` +
      'To load everything anyway: npm run refresh -- --reload'
    );
  }
  return [
    ...(report.outcome === 'waiting'
      ? [
          `Data set ${report.dataSet} of ${databasePlace(config)} waits, because it looks poorer than the served one, which stays:`,
          ...report.concerns.map((concern) => `- ${concernText(concern)}`),
          'To publish it anyway: npm run refresh -- --publish-anyway',
        ]
      : [
          `Data set ${report.dataSet} of ${databasePlace(config)} is served now${config.invented ? ' (the invented sample)' : ''}; ${took}.`,
        ]),
    table(
      ['Loaded', 'Count'],
      [
        [LOADED.games, report.games],
        [LOADED.users, report.users],
        [LOADED.libraryRows, report.libraryRows],
        [LOADED.reviews, report.reviews],
      ],
    ),
    table(
      ['File', 'Lines', 'Blank', 'Records', 'Rejected lines', 'Rejected records'],
      sources.map(([name, s]) => [
        name,
        s.lines,
        s.blankLines,
        s.records,
        s.rejectedLines,
        s.rejectedRecords,
      ]),
    ),
    table(['Cleaning rule', 'Times'], rules),
    ...(Object.keys(report.rejected).length > 0
      ? [table(['Rejected because', 'Count'], Object.entries(report.rejected))]
      : []),
    ...(report.differences === null
      ? []
      : [
          table(
            ['Compared with the last one', 'New', 'Gone', 'Changed'],
            Object.entries(report.differences).map(([what, { new: added, gone, changed }]) => [
              LOADED[what as keyof typeof LOADED],
              added,
              gone,
              changed,
            ]),
          ),
        ]),
    ...(report.reused.length === 0
      ? []
      : [`Reused, since their inputs are the same: ${report.reused.join(', ')}`]),
    table(
      ['Phase', 'Seconds'],
      Object.entries(report.phases).map(([phase, seconds]) => [phase, seconds.toFixed(2)]),
    ),
  ].join('\n\n');
}
