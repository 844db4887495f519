import type postgres from 'postgres';
import type { Connection } from '../database/connection.ts';
import { dataSetSchema } from '../database/schema/data-set.ts';
import { readCleanColumns } from './queries/clean-columns.ts';
import { readGameConcentration, readUserConcentration } from './queries/concentration.ts';
import { readGenres, readTags } from './queries/genres.ts';
import { readHoursByGame } from './queries/hours-by-game.ts';
import { readHoursByUser } from './queries/hours-by-user.ts';
import { readHoursByYear } from './queries/hours-by-year.ts';
import { readLanguages } from './queries/languages.ts';
import { readLibrarySizes } from './queries/library-sizes.ts';
import { readLimits } from './queries/limits.ts';
import { readMostPlayed } from './queries/most-played.ts';
import { readOutliers } from './queries/outliers.ts';
import { readPlaytimeVerdicts } from './queries/playtime-verdict.ts';
import { readPrices } from './queries/prices.ts';
import { readRawColumns } from './queries/raw-columns.ts';
import { readReviewsByMonth } from './queries/reviews-by-month.ts';
import { readScores } from './queries/scores.ts';
import { readSentimentByVerdict, readSentimentByYear } from './queries/sentiment.ts';
import { readSentimentQuality } from './queries/sentiment-quality.ts';

/** What is asked of the data set, in order. */
const QUESTIONS = {
  rawColumns: readRawColumns,
  cleanColumns: readCleanColumns,
  outliers: readOutliers,
  hoursByGame: readHoursByGame,
  hoursByUser: readHoursByUser,
  hoursByYear: readHoursByYear,
  mostPlayed: readMostPlayed,
  gameConcentration: readGameConcentration,
  userConcentration: readUserConcentration,
  librarySizes: readLibrarySizes,
  genres: readGenres,
  tags: readTags,
  prices: readPrices,
  reviewsByMonth: readReviewsByMonth,
  sentimentByYear: readSentimentByYear,
  sentimentByVerdict: readSentimentByVerdict,
  scores: readScores,
  playtimeVerdicts: readPlaytimeVerdicts,
  limits: readLimits,
  languages: readLanguages,
  sentimentQuality: readSentimentQuality,
} satisfies Record<string, (sql: Connection) => Promise<unknown>>;

type Questions = typeof QUESTIONS;

/** All that the report tells of a data set, as numbers. */
export type Findings = { [Key in keyof Questions]: Awaited<ReturnType<Questions[Key]>> };

/** Told of each question when it is asked: `3` of `21`. */
export type OnQuestion = (question: string, place: number, count: number) => void;

/**
 * Asks everything of one data set, which is only read.
 *
 * @param direct a client that Drizzle has not changed the parsers of
 */
export function readFindings(
  direct: postgres.Sql,
  dataSetId: number,
  onQuestion: OnQuestion = () => {},
): Promise<Findings> {
  return direct.begin('isolation level repeatable read read only', async (sql) => {
    await sql`set local search_path to ${sql(dataSetSchema(dataSetId))}`;
    const questions = Object.entries(QUESTIONS);
    const findings: Record<string, unknown> = {};
    for (const [place, [question, read]] of questions.entries()) {
      onQuestion(question, place + 1, questions.length);
      findings[question] = await read(sql);
    }
    return findings as Findings;
  });
}
