import { eq, sql } from 'drizzle-orm';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import { resolveDeveloper } from './resolve-name.ts';

/** The answer of {@link sentimentAnalysis}: numbers of reviews by sentiment. */
export interface SentimentAnalysisAnswer {
  developer: string;
  negative: number;
  neutral: number;
  positive: number;
  restsOn: { reviews: number; games: number };
}

/**
 * Counts a developer's reviews by the sentiment of their words. All counts are 0 where nobody has
 * reviewed its games.
 *
 * @throws QuestionError where there is no such developer
 */
export async function sentimentAnalysis(
  dataSet: DataSet,
  options: { developer: string },
): Promise<SentimentAnalysisAnswer> {
  const developer = await resolveDeveloper(dataSet, options.developer);
  const [row] = await reviewsOf(dataSet).execute({ developer });
  if (row === undefined) throw new QuestionError('unknown-developer', { name: options.developer });
  const { negative, neutral, positive, games } = row;
  return {
    developer,
    negative,
    neutral,
    positive,
    restsOn: { reviews: negative + neutral + positive, games },
  };
}

const reviewsOf = perDataSet(({ database, tables: { developers } }) =>
  database
    .select()
    .from(developers)
    .where(eq(developers.developer, sql.placeholder('developer')))
    .prepare('reviews_of_developer'),
);
