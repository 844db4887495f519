import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import { readCleanColumns } from './clean-columns.ts';
import { readGameConcentration, readUserConcentration } from './concentration.ts';
import { readGenres, readTags } from './genres.ts';
import { readHoursByGame } from './hours-by-game.ts';
import { readHoursByUser } from './hours-by-user.ts';
import { readHoursByYear } from './hours-by-year.ts';
import { readLanguages } from './languages.ts';
import { readLibrarySizes } from './library-sizes.ts';
import { readLimits } from './limits.ts';
import { readMostPlayed } from './most-played.ts';
import { readOutliers } from './outliers.ts';
import { readPlaytimeVerdicts } from './playtime-verdict.ts';
import { readPrices } from './prices.ts';
import { readRawColumns } from './raw-columns.ts';
import { readReviewsByMonth } from './reviews-by-month.ts';
import { readScores } from './scores.ts';
import { readSentimentByVerdict, readSentimentByYear } from './sentiment.ts';
import { readSentimentQuality } from './sentiment-quality.ts';

/** The queries of the report, in the order in which they run. */
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

/** All numbers of the report on a data set. */
export type Findings = { [Key in keyof Questions]: Awaited<ReturnType<Questions[Key]>> };

/** Called before each query, with its name and its place: `3` of `21`. */
export type OnQuestion = (question: string, place: number, count: number) => void;

/**
 * Runs all queries on one data set, in one read-only transaction with one snapshot.
 *
 * @param direct a client whose parsers Drizzle has not changed
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
