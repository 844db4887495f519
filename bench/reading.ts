/**
 * Reading Python literals: our reader, `JSON.parse` on the same values as JSON, and python3's `ast.literal_eval` on the same
 * lines, if python3 is installed. MB/s refer to the text as Python writes it, so that ratios are ratios of time.
 *
 *   npm run bench -- reading
 */
import { parsePythonLiteral } from '../src/etl/sources/steam-dump/parse/python-literal.ts';
import { LineSyntaxError } from '../src/etl/sources/steam-dump/parse/syntax-error.ts';
import { type Figure, figure } from './harness/figure.ts';
import { DATA, linesOf, python, pythonHas } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 9;
/** The number of characters that our reader and JSON.parse read in a round. */
const MEASURED_CHARACTERS = 24e6;
/** The number of characters that Python reads, which takes a minute for a second's work of ours. */
const PYTHON_CHARACTERS = 2e6;

const PYTHON_PROGRAM = `
import ast, sys, time
lines = sys.stdin.read().split("\\n")
started = time.perf_counter()
for line in lines:
    ast.literal_eval(line)
print(time.perf_counter() - started)
`;

const withPython = pythonHas('ast');
if (!withPython) console.log('python3 is not installed: ast.literal_eval is left out.');

const figures: Figure[] = [];
for (const name of ['libraries', 'reviews'] as const) figures.push(...(await measure(name)));
report(DATA, figures);

async function measure(name: 'libraries' | 'reviews'): Promise<Figure[]> {
  const lines = (await linesOf(name, MEASURED_CHARACTERS)).filter(isReadable);
  // JSON.parse gets flat strings, as our reader does; strings from JSON.stringify are not flat.
  const json = lines.map((line) => Buffer.from(JSON.stringify(parsePythonLiteral(line))).toString());
  const fewer = upTo(lines, PYTHON_CHARACTERS);
  const pythonSeconds: number[] = [];
  const seconds = await interleave(
    {
      ours: () => lines.forEach((line) => void parsePythonLiteral(line)),
      json: () => json.forEach((line) => void JSON.parse(line)),
      // The Python program itself reports the seconds of the reading alone.
      python: withPython
        ? () => pythonSeconds.push(Number(python(PYTHON_PROGRAM, fewer.join('\n'))))
        : undefined,
    },
    ROUNDS,
  );
  const bytes = byteLength(lines);
  const scale = bytes / byteLength(fewer);
  const pythonAll = pythonSeconds.slice(-ROUNDS).map((each) => each * scale);
  const speed = (all: readonly number[]) => all.map((each) => bytes / each / 1e6);
  return [
    figure(`${name}: time of ours / JSON.parse`, '×', ratios(seconds.ours, seconds.json), { aim: 3 }),
    ...(withPython
      ? [
          figure(`${name}: time of ast.literal_eval / ours`, '×', ratios(pythonAll, seconds.ours), {
            aim: 10,
            better: 'higher',
          }),
        ]
      : []),
    figure(`${name}: ours`, 'MB/s', speed(seconds.ours)),
    figure(`${name}: JSON.parse`, 'MB/s', speed(seconds.json)),
    ...(withPython ? [figure(`${name}: ast.literal_eval`, 'MB/s', speed(pythonAll))] : []),
  ];
}

/** The value of a line, or null: the sample has lines that cannot be read, on purpose. */
function isReadable(line: string): boolean {
  try {
    parsePythonLiteral(line);
    return true;
  } catch (error) {
    if (error instanceof LineSyntaxError) return false;
    throw error;
  }
}

function upTo(lines: readonly string[], characters: number): string[] {
  let size = 0;
  return lines.filter((line) => {
    size += line.length;
    return size <= characters;
  });
}

function byteLength(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
}
