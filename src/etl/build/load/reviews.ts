import { createHash } from 'node:crypto';
import type { Connection } from '../../../database/connection.ts';
import { type CopyValue, copyInto } from '../../../database/driver/copy.ts';
import { judgeText } from '../../judge/judged-text.ts';
import { reviewScore } from '../../judge/score.ts';
import type { Tally } from '../../report/tally.ts';
import type { Line } from '../../sources/read/lines.ts';
import { gameId } from '../../sources/steam-dump/clean/game-id.ts';
import { postedDate } from '../../sources/steam-dump/clean/posted-date.ts';
import { funnyVotes, helpfulVotes } from '../../sources/steam-dump/clean/votes.ts';
import { recordsOf } from '../../sources/steam-dump/parse/records.ts';
import { looksLike, rejection } from '../../sources/steam-dump/validate/reason.ts';
import { type RawReview, rawReview, rawReviewer } from '../../sources/steam-dump/validate/review.ts';
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

/** What reviews are loaded with. */
export interface ReviewContext {
  users: Users;
  unnamed: UnnamedGames;
  /** The year of a review posted without one. */
  undatedYear: number;
  /** What is known of some texts already. */
  judgements: Judgements;
}

/**
 * Loads the reviews file into the table `reviews`, each review judged by its sentiment. An exact duplicate
 * (same user, game, date, verdict, text and counts) is loaded once. The text itself is not kept.
 */
export async function loadReviews(
  sql: Connection,
  batches: AsyncIterable<Line[]>,
  tally: Tally,
  context: ReviewContext,
): Promise<void> {
  const seen = new Set<string>();
  const seenUsers = new Set<string>();
  await copyInto(sql, 'reviews', COLUMNS, async (copy) => {
    for await (const lines of batches) {
      for (const { line, record } of recordsOf(lines, tally)) {
        const reviewer = rawReviewer.safeParse(record);
        if (!reviewer.success) {
          const { reason, path } = rejection(reviewer.error);
          tally.rejectLine(line, looksLike(record, 'reviews') ?? reason, { path });
          continue;
        }
        const { user_id: userId, reviews } = reviewer.data;
        if (seenUsers.has(userId)) tally.used('repeated-user-lines');
        seenUsers.add(userId);
        if (reviews.length === 0) tally.used('users-without-reviews');
        for (const [index, review] of reviews.entries()) {
          tally.records++;
          const row = reviewRow(review, userId, { line, path: `reviews[${index}]` }, tally, seen, context);
          if (row !== null) copy.add(row);
        }
        await copy.flush();
      }
    }
  });
}

function reviewRow(
  record: unknown,
  userId: string,
  at: { line: number; path: string },
  tally: Tally,
  seen: Set<string>,
  context: ReviewContext,
): CopyValue[] | null {
  const parsed = rawReview.safeParse(record);
  if (!parsed.success) {
    const { reason, path } = rejection(parsed.error, at.path);
    tally.rejectRecord(at.line, reason, path);
    return null;
  }
  const raw = parsed.data;
  const id = gameId(raw.item_id);
  if (id === null) {
    tally.rejectRecord(at.line, 'invalid-item_id', `${at.path}.item_id`);
    return null;
  }
  const posted = postedDate(raw.posted, context.undatedYear);
  if (posted === null) {
    tally.rejectRecord(at.line, 'invalid-posted', `${at.path}.posted`);
    return null;
  }
  const identity = reviewIdentity(userId, raw);
  if (seen.has(identity)) {
    tally.used('duplicate-reviews-dropped');
    return null;
  }
  seen.add(identity);

  const text = raw.review ?? '';
  const textHash = md5(text);
  const judged = context.judgements.get(textHash) ?? judgeText(text);
  const { compound, sentiment, language, compoundCensored } = judged;
  const { helpful, rated } = helpfulVotes(raw.helpful ?? '');
  if (posted.yearInferred) tally.used('years-inferred');
  if (text.trim() === '') tally.used('reviews-without-text');
  context.unnamed.add(id, null);
  return [
    context.users.keyOf(userId),
    id,
    posted.date,
    posted.year,
    posted.yearInferred,
    (raw.last_edited ?? '') !== '',
    raw.recommend,
    compound,
    sentiment,
    reviewScore(sentiment, raw.recommend),
    text.trim() === '' ? 0 : text.trim().split(/\s+/).length,
    funnyVotes(raw.funny ?? ''),
    helpful,
    rated,
    textHash,
    language,
    compoundCensored,
  ];
}

/** The same for two reviews that say the same of the same game by the same user on the same day. */
function reviewIdentity(userId: string, raw: RawReview): string {
  const { item_id, posted, recommend, review, helpful, funny } = raw;
  return md5(JSON.stringify([userId, item_id, posted, recommend, review, helpful, funny]));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
