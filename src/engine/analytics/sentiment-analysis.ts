import { eq, sql } from 'drizzle-orm';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import { resolveDeveloper } from './resolve-name.ts';

/** The answer of {@link sentimentAnalysis}: numbers of reviews by the sentiment of their words, and by their verdict. */
export interface SentimentAnalysisAnswer {
  developer: string;
  negative: number;
  neutral: number;
  positive: number;
  /** The number of reviews that recommend, whatever their words. Steam calls these positive. */
  recommended: number;
  /** The share of these among all reviews, 0 to 1; null where there are no reviews. */
  recommendedShare: number | null;
  restsOn: { reviews: number; games: number };
  /** Set where a short name was typed that this developer clearly owns. */
  understood?: { typed: string };
}

/**
 * Counts a developer's reviews by the sentiment of their words, and those that recommend. All counts are 0 where nobody
 * has reviewed its games.
 *
 * @throws QuestionError where there is no such developer
 */
export async function sentimentAnalysis(
  dataSet: DataSet,
  options: { developer: string },
): Promise<SentimentAnalysisAnswer> {
  const { developer, told } = await resolveDeveloper(dataSet, options.developer);
  const [row] = await reviewsOf(dataSet).execute({ developer });
  if (row === undefined) throw new QuestionError('unknown-developer', { name: options.developer });
  const { negative, neutral, positive, recommended, games } = row;
  const reviews = negative + neutral + positive;
  return {
    developer,
    negative,
    neutral,
    positive,
    recommended,
    recommendedShare: reviews === 0 ? null : recommended / reviews,
    restsOn: { reviews, games },
    ...(told ? { understood: { typed: options.developer.trim() } } : {}),
  };
}

const reviewsOf = perDataSet(({ database, tables: { developers } }) =>
  database
    .select()
    .from(developers)
    .where(eq(developers.developer, sql.placeholder('developer')))
    .prepare('reviews_of_developer'),
);
