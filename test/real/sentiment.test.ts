import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeSentiment } from '../../src/etl/judge/sentiment.ts';
import { readLines } from '../../src/etl/sources/read/lines.ts';
import { openSource } from '../../src/etl/sources/read/open-source.ts';
import { parseLine } from '../../src/etl/sources/steam-dump/parse/line.ts';

const folder = process.env.STEAMSCOPE_REAL_DATA ?? '../shared/data';

interface RawUser {
  user_id: string;
  reviews: { item_id: string; recommend: boolean; review: string }[];
}

interface Judged {
  recommend: boolean;
  compound: number;
  sentiment: number;
}

describe('sentiment of the real reviews', () => {
  /** Compounds by the authors' own program (Hutto & Gilbert 2014), for a third of the reviews. */
  const reference = new Map<string, number>();
  /** All 59,305 reviews, repeated ones too. */
  const reviews: Judged[] = [];
  /** One review for each key of the reference. */
  const compared = new Map<string, Judged>();

  beforeAll(async () => {
    for await (const line of linesOf('vader_reference.jsonl.gz')) {
      const { key, compound } = JSON.parse(line) as { key: string; compound: number | null };
      // Null stands for a review without text, or with censored words only. Such a review is neutral.
      reference.set(key, compound ?? 0);
    }
    for await (const line of linesOf('user_reviews.json.gz')) {
      const user = parseLine(line) as RawUser;
      for (const { item_id, recommend, review } of user.reviews) {
        const key = createHash('md5').update(`${user.user_id}|${item_id}`).digest('hex');
        const judged = { recommend, ...judgeSentiment(review) };
        reviews.push(judged);
        if (reference.has(key)) compared.set(key, judged);
      }
    }
  });

  test('each review of the reference has the same label as in the authors’ program', () => {
    expect(compared.size).toBe(19_466);
    // Only keys are compared, because a failing test must not print a review.
    const different = [...compared].filter(
      ([key, { sentiment }]) => sentiment !== labelOf(reference.get(key)!),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('and the same compound, to the fourth decimal', () => {
    const different = [...compared].filter(([key, { compound }]) => compound !== reference.get(key));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('the compound tells recommending reviews from others: AUC 0.717 without the censored words', () => {
    expect(reviews).toHaveLength(59_305);
    expect(areaUnderCurve(reviews)).toBeCloseTo(0.717, 3);
  });
});

async function* linesOf(name: string): AsyncGenerator<string> {
  for await (const batch of readLines(openSource(join(folder, name)))) {
    for (const line of batch) if ('text' in line && line.text !== '') yield line.text;
  }
}

function labelOf(compound: number): number {
  if (compound >= 0.05) return 2;
  return compound <= -0.05 ? 0 : 1;
}

/** The share of pairs in which the recommending review has the higher compound; a tie is half (Mann & Whitney 1947). */
function areaUnderCurve(reviews: readonly Judged[]): number {
  const sorted = reviews.toSorted((a, b) => a.compound - b.compound);
  let recommending = 0;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]!.compound === sorted[start]!.compound) end++;
    const tied = sorted.slice(start, end).filter(({ recommend }) => recommend).length;
    recommending += tied;
    rankSum += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  const pairs = recommending * (sorted.length - recommending);
  return (rankSum - (recommending * (recommending + 1)) / 2) / pairs;
}
