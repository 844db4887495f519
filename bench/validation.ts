import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseLine } from '../src/etl/parse/line.ts';
import { readLines } from '../src/etl/read/lines.ts';
import { openSource } from '../src/etl/read/open-source.ts';
import { rawLibraryRow } from '../src/etl/validate/library.ts';

// Is zod fast enough for the rows that come by the million? Against checks written by hand, side by side.
const folder = process.argv[2] ?? (existsSync('../shared/data') ? '../shared/data' : 'sample');
const rows: unknown[] = [];
for await (const lines of readLines(openSource(join(folder, 'users_items.json.gz')))) {
  for (const line of lines) {
    if (!('text' in line) || rows.length > 300_000) continue;
    try {
      rows.push(...((parseLine(line.text) as { items?: unknown[] }).items ?? []));
    } catch {
      // The sample has a line that cannot be read.
    }
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

const contenders = {
  zod: (row: unknown) => rawLibraryRow.safeParse(row).success,
  'by hand': byHand,
};
const times: Record<string, number[]> = { zod: [], 'by hand': [] };
let accepted = 0;
for (let round = 0; round < 9; round++) {
  for (const [name, check] of Object.entries(contenders)) {
    const start = performance.now();
    for (const row of rows) if (check(row)) accepted++;
    times[name]!.push(performance.now() - start);
  }
}
const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1]!;
for (const [name, all] of Object.entries(times)) {
  const microseconds = (1000 * median(all)) / rows.length;
  console.log(
    `${name.padEnd(8)} ${microseconds.toFixed(3)} µs a row, ${(median(all) / median(times['by hand']!)).toFixed(1)} × by hand`,
  );
}
console.log(`${rows.length} rows, ${accepted / 18} accepted`);
