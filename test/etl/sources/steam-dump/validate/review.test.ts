import { describe, expect, it } from 'vitest';
import { rejection } from '../../../../../src/etl/sources/steam-dump/validate/reason.ts';
import { rawReview, rawReviewer } from '../../../../../src/etl/sources/steam-dump/validate/review.ts';

const VALUE = 'what-the-record-holds';

const REVIEW = {
  funny: '',
  posted: 'Posted July 10.',
  last_edited: '',
  item_id: '9000010',
  helpful: 'No ratings yet',
  recommend: true,
  review: VALUE,
};

describe('a line of the reviews file', () => {
  it('is a user with their reviews; the reviews are checked one by one', () => {
    expect(rawReviewer.safeParse({ user_id: 'sample_user', reviews: [null, 7] }).success).toBe(true);
  });

  it.each<[line: object, reason: string, path: string]>([
    [{ reviews: [] }, 'missing-user_id', 'user_id'],
    [{ user_id: VALUE, reviews: { [VALUE]: VALUE } }, 'invalid-reviews', 'reviews'],
    [{ user_id: VALUE }, 'missing-reviews', 'reviews'],
  ])('is rejected: %#', (line, reason, path) => {
    const { error } = rawReviewer.safeParse(line);
    expect(rejection(error!)).toStrictEqual({ reason, path });
  });
});

describe('a review', () => {
  it('is accepted, also without text, votes and edits', () => {
    expect(rawReview.parse(REVIEW)).toStrictEqual(REVIEW);
    const { item_id, posted, recommend } = REVIEW;
    expect(rawReview.safeParse({ item_id, posted, recommend }).success).toBe(true);
    expect(rawReview.safeParse({ item_id, posted, recommend, review: null }).success).toBe(true);
  });

  it.each<[change: object, reason: string, field: string]>([
    [{ item_id: undefined }, 'missing-item_id', 'item_id'],
    [{ item_id: 9_000_010 }, 'invalid-item_id', 'item_id'],
    [{ posted: undefined }, 'missing-posted', 'posted'],
    [{ posted: 2015 }, 'invalid-posted', 'posted'],
    [{ recommend: undefined }, 'missing-recommend', 'recommend'],
    [{ recommend: 'True' }, 'invalid-recommend', 'recommend'],
    [{ recommend: 1 }, 'invalid-recommend', 'recommend'],
    [{ review: [VALUE] }, 'invalid-review', 'review'],
    [{ helpful: 3 }, 'invalid-helpful', 'helpful'],
  ])('is rejected: %#', (change, reason, field) => {
    const { error } = rawReview.safeParse({ ...REVIEW, ...change });
    expect(rejection(error!, 'reviews[0]')).toStrictEqual({ reason, path: `reviews[0].${field}` });
  });

  it('is rejected for the first of several mistakes', () => {
    const { error } = rawReview.safeParse({ ...REVIEW, posted: 7, recommend: 7 });
    expect(rejection(error!, 'reviews[0]')).toStrictEqual({
      reason: 'invalid-posted',
      path: 'reviews[0].posted',
    });
  });
});
