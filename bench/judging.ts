/**
 * Judging reviews: our judge on one core and on all, the package `vader-sentiment` as published, and the authors' own
 * program (`pip install vaderSentiment`) if it is installed. All judge the same reviews.
 *
 *   npm run bench -- judging
 */
import { availableParallelism } from 'node:os';
import vader from 'vader-sentiment';
import { withoutCensoredWords } from '../src/etl/judge/censored.ts';
import { LineSyntaxError, parseLine } from '../src/etl/sources/steam-dump/parse/line.ts';
import { Thread } from '../src/platform/thread.ts';
import { figure } from './harness/figure.ts';
import { DATA, linesOf, python, pythonHas } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 9;
/** The number of reviews in a round. */
const REVIEWS = 20_000;
/** The divisor of that number for the package and the authors' program, which are slower. */
const FEWER = 10;

const AUTHORS_PROGRAM = `
import json, sys, time
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
analyzer = SentimentIntensityAnalyzer()
texts = json.load(sys.stdin)
started = time.perf_counter()
for text in texts:
    analyzer.polarity_scores(text)
print(time.perf_counter() - started)
`;

const all = (await linesOf('reviews')).flatMap(textsOf);
// A small sample is repeated.
const texts = Array.from({ length: REVIEWS }, (_, at) => all[at % all.length]!);
const fewer = texts.filter((_, at) => at % FEWER === 0);
const authors = pythonHas('vaderSentiment');
if (!authors)
  console.log("The authors' program (pip install vaderSentiment) is not installed: it is left out.");

const threads = availableParallelism();
const judging = (part: readonly string[]) =>
  new Thread<null, void>(new URL('./harness/judge-worker.ts', import.meta.url), 'Judging', {
    workerData: part,
  });
// Even a single core of ours is a worker thread. The package judges in this thread, and V8's optimizations for one judge
// would slow down the other.
const one = judging(texts);
const workers = Array.from({ length: threads }, (_, place) =>
  judging(texts.filter((__, at) => at % threads === place)),
);
const authorsSeconds: number[] = [];
const seconds = await interleave(
  {
    ours: () => one.call(null),
    everyCore: () => Promise.all(workers.map((worker) => worker.call(null))),
    package: () =>
      fewer.forEach(
        (text) => void vader.SentimentIntensityAnalyzer.polarity_scores(withoutCensoredWords(text)),
      ),
    authors: authors
      ? () => authorsSeconds.push(Number(python(AUTHORS_PROGRAM, JSON.stringify(fewer))))
      : undefined,
  },
  ROUNDS,
);
await Promise.all([one, ...workers].map((worker) => worker.close()));

const perSecond = (values: readonly number[], count: number) => values.map((value) => count / value);
const speeds = {
  ours: perSecond(seconds.ours, texts.length),
  everyCore: perSecond(seconds.everyCore, texts.length),
  package: perSecond(seconds.package, fewer.length),
  authors: perSecond(authorsSeconds.slice(-ROUNDS), fewer.length),
};
const higher = { better: 'higher' } as const;
report(DATA, [
  figure('ours / vader-sentiment, on one core', '×', ratios(speeds.ours, speeds.package), higher),
  figure(`ours on ${threads} cores / on one`, '×', ratios(speeds.everyCore, speeds.ours), higher),
  ...(authors
    ? [figure("ours / the authors' program", '×', ratios(speeds.ours, speeds.authors), higher)]
    : []),
  figure('ours, reviews on one core', '/s', speeds.ours),
  figure(`ours, reviews on ${threads} cores`, '/s', speeds.everyCore),
  figure('vader-sentiment, reviews', '/s', speeds.package),
  ...(authors ? [figure("the authors' program, reviews", '/s', speeds.authors)] : []),
]);

/** The reviews of a line; none if the line cannot be read, since the sample has such lines on purpose. */
function textsOf(line: string): string[] {
  try {
    const { reviews } = parseLine(line) as { reviews?: { review?: unknown }[] };
    return (reviews ?? []).map(({ review }) => review).filter((review) => typeof review === 'string');
  } catch (error) {
    if (error instanceof LineSyntaxError) return [];
    throw error;
  }
}
