import type { Reading } from '../contract/connector.ts';
import { looksLike } from '../contract/looks-like.ts';
import type { ReviewRecord } from '../contract/records.ts';
import { gameIdInAnyForm } from './clean/game-id.ts';
import { postedDate } from './clean/posted-date.ts';
import { funnyVotes, helpfulVotes } from './clean/votes.ts';
import { lineConnector } from './line-connector.ts';
import { REVIEW, REVIEWER } from './other-forms/formats.ts';
import { readRecord } from './other-forms/read-record.ts';
import { rejection } from './validate/reason.ts';

/** The columns whose values may be shown as examples. */
const SHOWN = [
  ...['reviews.item_id', 'reviews.posted', 'reviews.last_edited', 'reviews.recommend', 'reviews.helpful'],
  'reviews.funny',
];

/** Reads the reviews file of the Steam dump. Each line is one user with their reviews, as a Python literal. */
export const reviewsOfDump = lineConnector('reviews', import.meta.url, SHOWN, (record, line, reading) => {
  const reviewer = readRecord(REVIEWER, record, (rule) => reading.tally.used(rule));
  if (!reviewer.success) {
    const { reason, path } = rejection(reviewer.error);
    reading.tally.rejectLine(line, looksLike(record, 'reviews') ?? reason, { path });
    return null;
  }
  const { user_id: userId, reviews } = reviewer.data;
  return {
    userId,
    reviewsListed: reviews.length,
    reviews: reviews.flatMap((review, index) => {
      const found = reviewRecord(review, line, `reviews[${index}]`, reading);
      return found === null ? [] : [found];
    }),
  };
});

/**
 * The record of one review; null if it is rejected.
 *
 * @param path the place of the review within its line, such as `reviews[3]`
 */
function reviewRecord(
  record: unknown,
  line: number,
  path: string,
  { tally, undatedReviewYear }: Reading,
): ReviewRecord | null {
  tally.records++;
  const parsed = readRecord(REVIEW, record, (rule) => tally.used(rule));
  if (!parsed.success) {
    const { reason, path: where } = rejection(parsed.error, path);
    tally.rejectRecord(line, reason, where);
    return null;
  }
  const raw = parsed.data;
  const id = gameIdInAnyForm(raw.item_id, () => tally.used('item_id-in-another-form'));
  if (id === null) {
    tally.rejectRecord(line, 'invalid-item_id', `${path}.item_id`);
    return null;
  }
  const posted = postedDate(raw.posted, undatedReviewYear);
  if (posted === null) {
    tally.rejectRecord(line, 'invalid-posted', `${path}.posted`);
    return null;
  }
  return {
    gameId: id,
    posted: posted.date,
    year: posted.year,
    yearInferred: posted.yearInferred,
    edited: (raw.last_edited ?? '') !== '',
    recommend: raw.recommend,
    text: raw.review ?? '',
    funny: funnyVotes(raw.funny ?? ''),
    ...helpfulVotes(raw.helpful ?? ''),
  };
}
