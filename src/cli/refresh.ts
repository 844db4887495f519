import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type Config, readConfig } from '../config.ts';
import { refresh } from '../etl/refresh.ts';
import { RefreshError } from '../etl/refresh-error.ts';
import type { RefreshReport } from '../etl/report.ts';
import { EXIT } from './exit.ts';
import { createLog } from './log.ts';
import { withDatabase } from './with-database.ts';

/** `refresh [--json] [--publish-anyway]`: one refresh from the sources, then it exits. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      'publish-anyway': { type: 'boolean', default: false },
    },
  });
  const config = readConfig();
  const log = createLog(config.logLevel);
  try {
    const report = await withDatabase(
      config,
      (message) => log.info(message),
      ({ direct }) =>
        refresh(direct, { ...config, publishAnyway: values['publish-anyway'] }, (phase) =>
          log.info({ phase }, 'refresh phase begins'),
        ),
    );
    process.stdout.write(`${values.json ? JSON.stringify(report) : forPeople(report, config)}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error;
    process.stderr.write(`The refresh failed, and the data set that was there stays: ${error.message}\n`);
    return EXIT.failure;
  }
}

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
  return [
    `Data set ${report.dataSet} is being served${config.invented ? ' (the invented sample)' : ''}; it took ${report.seconds.toFixed(1)} s.`,
    table(
      ['Loaded', 'Count'],
      [
        ['games', report.games],
        ['users', report.users],
        ['library rows', report.libraryRows],
        ['reviews', report.reviews],
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
    table(
      ['Phase', 'Seconds'],
      Object.entries(report.phases).map(([phase, seconds]) => [phase, seconds.toFixed(2)]),
    ),
  ].join('\n\n');
}
