/**
 * A whole refresh with both models, from the raw files to the published data set: with everything built anew, with a changed
 * reviews file (one line less), and with nothing changed. The yardstick is plain Python that only reads and parses the three
 * files. Each run is a process of its own.
 *
 *   npm run bench -- refresh
 *
 * BENCH_ROUNDS sets the number of rounds.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Figure, figure } from './harness/figure.ts';
import { DATA, PATHS, python, pythonHas } from './harness/raw-data.ts';
import { refreshOnce } from './harness/refresh-once.ts';
import { report } from './harness/report.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

const PYTHON_PROGRAM = `
import ast, gzip, json, sys
games, reviews, libraries = sys.argv[1:]
for path, parse in (games, json.loads), (reviews, ast.literal_eval), (libraries, ast.literal_eval):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            try:
                parse(line)
            except (SyntaxError, ValueError):
                pass
`;

const withPython = pythonHas('ast');
if (!withPython) console.log('python3 is not installed: it is left out.');

const folder = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
const changed = join(folder, 'reviews.json.gz');
const text = gunzipSync(await readFile(PATHS.reviews));
await writeFile(
  changed,
  gzipSync(text.subarray(0, text.lastIndexOf('\n', text.length - 2) + 1), { level: 1 }),
);

const seconds: Record<'python' | 'full' | 'changed' | 'unchanged', number[]> = {
  python: [],
  full: [],
  changed: [],
  unchanged: [],
};
const memory: number[] = [];
const processor: number[] = [];
const phases: Record<string, number[]> = {};
try {
  for (let round = 0; round < ROUNDS; round++) {
    if (withPython) seconds.python.push(pythonSeconds());
    const full = await refreshOnce(folder, PATHS, ['--reload'], 'published');
    seconds.full.push(full.seconds);
    memory.push(full.megabytes);
    processor.push(full.processorSeconds);
    for (const [phase, each] of Object.entries(full.phases)) phases[phase] = [...(phases[phase] ?? []), each];
    const paths = { ...PATHS, reviews: changed };
    seconds.changed.push((await refreshOnce(folder, paths, [], 'published')).seconds);
    seconds.unchanged.push((await refreshOnce(folder, paths, [], 'unchanged')).seconds);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const figures: Figure[] = [
  ...(withPython
    ? [
        figure("time of all / Python's reading and parsing", '×', ratios(seconds.full, seconds.python), {
          aim: 1.5,
        }),
      ]
    : []),
  figure('time with changed reviews / of all', '×', ratios(seconds.changed, seconds.full), { aim: 0.3 }),
  figure('all', 's', seconds.full),
  figure('all, time of the processor without Postgres', 's', processor),
  figure('with changed reviews', 's', seconds.changed),
  figure('with nothing changed', 's', seconds.unchanged),
  ...(withPython ? [figure("Python's reading and parsing", 's', seconds.python)] : []),
  ...Object.entries(phases).map(([phase, each]) => figure(`of all: ${phase}`, 's', each)),
  figure('memory at most, without Postgres', 'MB', memory),
];
report(DATA, figures);

function pythonSeconds(): number {
  const started = performance.now();
  python(PYTHON_PROGRAM, '', [PATHS.games, PATHS.reviews, PATHS.libraries]);
  return (performance.now() - started) / 1000;
}
