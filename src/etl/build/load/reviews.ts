import { createHash } from 'node:crypto';
import type { Connection } from '../../../database/connection.ts';
import { type CopyValue, copyInto } from '../../../database/driver/copy.ts';
import { judgeText, textHash } from '../../judge/judged-text.ts';
import { reviewScore } from '../../judge/score.ts';
import type { Tally } from '../../report/tally.ts';
import type { ReviewRecord, ReviewsRecord } from '../../sources/contract/records.ts';
import type { Judgements } from '../reuse/judgements.ts';
import type { UnnamedGames } from './games.ts';
import type { Users } from './users.ts';

const COLUMNS = [
  'user_key',
  'game_id',
  'posted',
  'year',
  'year_inferred',
  'edited',
  'recommend',
  'compound',
  'sentiment',
  'score',
  'words',
  'funny',
  'helpful',
  'rated',
  'text_hash',
  'language',
  'compound_censored',
] as const;

/** The collections that loading a review adds to, and the judgements that are known already. */
export interface ReviewContext {
  users: Users;
  unnamed: UnnamedGames;
  /** Judgements of texts that were judged in an earlier refresh. */
  judgements: Judgements;
}

/**
 * Loads the records of reviews into the table `reviews` and judges the sentiment of each text. Exact duplicates
 * (same user, game, date, verdict, text and counts) are loaded once. The text itself is not stored.
 */
export async function loadReviews(
  sql: Connection,
  batches: AsyncIterable<ReviewsRecord[]>,
  tally: Tally,
  context: ReviewContext,
): Promise<void> {
  const seen = new Set<string>();
  const seenUsers = new Set<string>();
  await copyInto(sql, 'reviews', COLUMNS, async (copy) => {
    for await (const records of batches) {
      for (const { userId, reviewsListed, reviews } of records) {
        if (seenUsers.has(userId)) tally.used('repeated-user-lines');
        seenUsers.add(userId);
        if (reviewsListed === 0) tally.used('users-without-reviews');
        for (const review of reviews) {
          const identity = reviewIdentity(userId, review);
          if (seen.has(identity)) {
            tally.used('duplicate-reviews-dropped');
            continue;
          }
          seen.add(identity);
          copy.add(reviewRow(userId, review, tally, context));
        }
        await copy.flush();
      }
    }
  });
}

/** A row of the table `reviews`. */
function reviewRow(userId: string, review: ReviewRecord, tally: Tally, context: ReviewContext): CopyValue[] {
  const { gameId, text, yearInferred, recommend } = review;
  const hash = textHash(text);
  const judged = context.judgements.get(hash) ?? judgeText(text);
  const { compound, sentiment, language, compoundCensored } = judged;
  if (yearInferred) tally.used('years-inferred');
  if (text.trim() === '') tally.used('reviews-without-text');
  context.unnamed.add(gameId, null);
  return [
    context.users.keyOf(userId),
    gameId,
    review.posted,
    review.year,
    yearInferred,
    review.edited,
    recommend,
    compound,
    sentiment,
    reviewScore(sentiment, recommend),
    text.trim() === '' ? 0 : text.trim().split(/\s+/).length,
    review.funny,
    review.helpful,
    review.rated,
    hash,
    language,
    compoundCensored,
  ];
}

/** A hash that two reviews share if they agree in user, game, date, verdict, text and counts. */
function reviewIdentity(userId: string, review: ReviewRecord): string {
  const { gameId, posted, yearInferred, recommend, text, helpful, rated, funny } = review;
  const values = [userId, gameId, posted, yearInferred, recommend, text, helpful, rated, funny];
  return createHash('md5').update(JSON.stringify(values)).digest('hex');
}
