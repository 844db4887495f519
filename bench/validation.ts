/**
 * zod against checks written by hand: is it fast enough for files with millions of rows?
 *
 *   npm run bench -- validation
 */
import { parseLine } from '../src/etl/sources/steam-dump/parse/line.ts';
import { rawLibraryRow } from '../src/etl/sources/steam-dump/validate/library.ts';
import { figure } from './harness/figure.ts';
import { DATA, linesOf } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 9;

const rows: unknown[] = [];
for (const line of await linesOf('libraries', 20e6)) {
  try {
    rows.push(...((parseLine(line) as { items?: unknown[] }).items ?? []));
  } catch {
    // The sample has a line that cannot be read, on purpose.
  }
}

function byHand(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { item_id, item_name, playtime_forever, playtime_2weeks } = row as Record<string, unknown>;
  return (
    typeof item_id === 'string' &&
    (item_name === undefined ||
      item_name === null ||
      (typeof item_name === 'string' && item_name.length <= 500)) &&
    isMinutes(playtime_forever) &&
    (playtime_2weeks === undefined || playtime_2weeks === null || isMinutes(playtime_2weeks))
  );
}

function isMinutes(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

const count = (check: (row: unknown) => boolean) => () => {
  let accepted = 0;
  for (const row of rows) if (check(row)) accepted++;
  return accepted;
};
const seconds = await interleave(
  { zod: count((row) => rawLibraryRow.safeParse(row).success), byHand: count(byHand) },
  ROUNDS,
);
const perSecond = (values: readonly number[]) => values.map((each) => rows.length / each);
report(DATA, [
  figure('time of zod / by hand', '×', ratios(seconds.zod, seconds.byHand)),
  figure('zod, rows', '/s', perSecond(seconds.zod)),
  figure('by hand, rows', '/s', perSecond(seconds.byHand)),
]);
