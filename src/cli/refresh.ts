import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type Config, readConfig } from '../config/config.ts';
import { concernText } from '../etl/publish/gate.ts';
import type { RefreshReport } from '../etl/publish/refresh-report.ts';
import { refresh } from '../etl/refresh/refresh.ts';
import { RefreshError } from '../etl/report/refresh-error.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { ProgressBar } from '../program/terminal/progress-bar.ts';
import { withDatabase } from '../program/with-database.ts';

/** A refresh that is told to stop has so long, in milliseconds, to say so in the log and to go. */
const PATIENCE_MS = 1000;

/** `refresh [--json] [--reload] [--publish-anyway]`: one refresh from the sources, then it exits. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      reload: { type: 'boolean', default: false },
      'publish-anyway': { type: 'boolean', default: false },
      /** Who asks for it; a bot that starts it says so. */
      by: { type: 'string', default: 'terminal' },
    },
  });
  const config = readConfig();
  const log = createLog(config.logLevel);
  const bar = process.stderr.isTTY && !values.json ? new ProgressBar(process.stderr) : null;
  giveWay();
  try {
    const report = await withDatabase(
      config,
      (message) => log.info(message),
      ({ direct }, signal) =>
        refresh(
          direct,
          {
            ...config,
            publishAnyway: values['publish-anyway'],
            reload: values.reload,
            startedBy: values.by,
          },
          {
            signal,
            ...(bar === null
              ? { onPhase: (phase) => log.info({ phase }, 'refresh phase begins') }
              : { onProgress: (progress) => bar.show(progress) }),
          },
        ),
      PATIENCE_MS,
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

/** Whoever answers goes first. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems allow it to nobody.
  }
}

const LOADED = { games: 'games', users: 'users', libraryRows: 'library rows', reviews: 'reviews' };

function forPeople(report: RefreshReport, config: Config): string {
  const number = new Intl.NumberFormat('en');
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
      `Nothing has changed since data set ${report.dataSet}, which is being served; ${took}. ` +
      'Load it again all the same with: npm run refresh -- --reload'
    );
  }
  return [
    ...(report.outcome === 'waiting'
      ? [
          `Data set ${report.dataSet} waits, and the one that was there is being served, since it looks poorer:`,
          ...report.concerns.map((concern) => `- ${concernText(concern)}`),
          'Serve it all the same with: npm run refresh -- --publish-anyway',
        ]
      : [
          `Data set ${report.dataSet} is being served${config.invented ? ' (the invented sample)' : ''}; ${took}.`,
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
    table(['Cleaning', 'Times'], rules),
    ...(Object.keys(report.rejected).length > 0
      ? [table(['Rejected because', 'Count'], Object.entries(report.rejected))]
      : []),
    ...(report.differences === null
      ? []
      : [
          table(
            ['Against the one served before', 'New', 'Gone', 'Changed'],
            Object.entries(report.differences).map(([what, { new: added, gone, changed }]) => [
              LOADED[what as keyof typeof LOADED],
              added,
              gone,
              changed,
            ]),
          ),
        ]),
    ...(report.reused.length === 0 ? [] : [`Taken over unchanged: ${report.reused.join(', ')}`]),
    table(
      ['Phase', 'Seconds'],
      Object.entries(report.phases).map(([phase, seconds]) => [phase, seconds.toFixed(2)]),
    ),
  ].join('\n\n');
}
