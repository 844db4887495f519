/**
 * Reviews judged a second: ours, and the package `vader-sentiment` as it stands. Both judge the same reviews in turn,
 * in rounds of 2,000, so that what else the machine does weighs on both alike.
 *
 *   npx tsx bench/sentiment.ts [folder of the raw files; default ../shared/data, else sample]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import vader from 'vader-sentiment';
import { withoutCensoredWords } from '../src/etl/judge/censored.ts';
import { judgeSentiment } from '../src/etl/judge/sentiment.ts';
import { LineSyntaxError, parseLine } from '../src/etl/parse/line.ts';
import { readLines } from '../src/etl/read/lines.ts';
import { openSource } from '../src/etl/read/open-source.ts';

const ROUND = 2_000;
const ROUNDS = 9;

const folder = process.argv[2] ?? (existsSync('../shared/data') ? '../shared/data' : 'sample');
const texts = await reviewTexts(folder);

const ours: number[] = [];
const packages: number[] = [];
// The first round warms both up and isn't counted.
for (let round = 0; round <= ROUNDS; round++) {
  const start = (round * ROUND) % Math.max(1, texts.length - ROUND + 1);
  const some = texts.slice(start, start + ROUND);
  const seconds = [
    secondsFor(some, judgeSentiment),
    secondsFor(some, (text) => vader.SentimentIntensityAnalyzer.polarity_scores(withoutCensoredWords(text))),
  ];
  if (round === 0) continue;
  ours.push(some.length / seconds[0]!);
  packages.push(some.length / seconds[1]!);
}
const startAll = performance.now();
for (const text of texts) judgeSentiment(text);
const all = (performance.now() - startAll) / 1000;

console.log(
  `${texts.length.toLocaleString('en')} reviews of ${folder}; medians of ${ROUNDS} rounds of ${ROUND}`,
);
console.log(`  ours            ${perSecond(ours)}`);
console.log(`  vader-sentiment ${perSecond(packages)}`);
console.log(`  ratio           ${(median(ours) / median(packages)).toFixed(1)}`);
console.log(`  all, ours       ${all.toFixed(1)} s on one core`);

async function reviewTexts(from: string): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of readLines(openSource(join(from, 'user_reviews.json.gz')))) {
    for (const line of batch) if ('text' in line) found.push(...textsOf(line.text));
  }
  return found;
}

/** None where the line can't be read: the sample has some that can't, on purpose. */
function textsOf(line: string): string[] {
  try {
    const { reviews } = parseLine(line) as { reviews?: { review?: unknown }[] };
    return (reviews ?? []).map(({ review }) => review).filter((review) => typeof review === 'string');
  } catch (error) {
    if (error instanceof LineSyntaxError) return [];
    throw error;
  }
}

function secondsFor(some: readonly string[], judge: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of some) judge(text);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function perSecond(values: readonly number[]): string {
  return `${Math.round(median(values)).toLocaleString('en').padStart(8)} reviews a second`;
}
