import type { SourceName } from '../../../src/database/schema/sources.ts';
import type { RecordsOf } from '../../../src/etl/sources/contract/records.ts';

/** An example of a source for the tests of records. */
export interface Example<Item> {
  /** A line of the source with every field that is read, before it is written as text. */
  line: Record<string, unknown>;
  /** The record that the line becomes. */
  record: Item;
  /** A line without a required field, the reason of its rejection, and the path of the missing field. */
  lacking: { line: Record<string, unknown>; reason: string; path: string };
  /** A line with one unusable record, the reason, its path, and the record that is left; null if the whole line is rejected. */
  damaged: { line: Record<string, unknown>; reason: string; path: string; record: Item | null };
  /** The line with numbers in place of texts as ids. */
  otherIds: Record<string, unknown>;
}

const GAME = {
  id: '200260',
  url: 'http://store.steampowered.com/app/200260/Zephyr/',
  app_name: 'Zephyr &amp; Anvil',
  title: 'Zephyr',
  developer: 'Making Fun, Inc.,Brook',
  publisher: 'Cinder',
  genres: ['Action', 'Action', ''],
  tags: ['Racing'],
  specs: ['Downloadable Content'],
  release_date: '2015-07-24',
  price: 'Starting at $4.99',
  early_access: true,
};

const ITEM = { item_id: '10', item_name: 'Zephyr &amp; Anvil', playtime_forever: 60, playtime_2weeks: 5 };

const REVIEW = {
  item_id: '10',
  posted: 'Posted July 10.',
  last_edited: 'Last edited July 11.',
  recommend: true,
  review: 'A good game.',
  helpful: '1,200 of 1,300 people (92%) found this review helpful',
  funny: '3 people found this review funny',
};

const REVIEW_RECORD = {
  gameId: 10,
  posted: '2016-07-10',
  year: 2016,
  yearInferred: true,
  edited: true,
  recommend: true,
  text: 'A good game.',
  funny: 3,
  helpful: 1200,
  rated: 1300,
};

const LIBRARY_ROW = { gameId: 10, name: 'Zephyr & Anvil', minutes: 60, minutesTwoWeeks: 5 };

/** One example for each source. */
export const EXAMPLES: { [Name in SourceName]: Example<RecordsOf[Name]> } = {
  games: {
    line: GAME,
    record: {
      id: 200260,
      name: 'Zephyr & Anvil',
      releaseDate: '2015-07-24',
      releaseYear: 2015,
      genres: ['Action'],
      tags: ['Racing'],
      specs: ['Downloadable Content'],
      developers: ['Making Fun, Inc.', 'Brook'],
      publisher: 'Cinder',
      price: 4.99,
      earlyAccess: true,
      dlc: true,
    },
    lacking: {
      line: { app_name: 'Zephyr', url: 'http://store.steampowered.com/' },
      reason: 'missing-id',
      path: 'id',
    },
    damaged: {
      line: { ...GAME, id: ['200260'], url: 'http://store.steampowered.com/' },
      reason: 'invalid-id',
      path: 'id',
      record: null,
    },
    otherIds: { ...GAME, id: 200260 },
  },
  libraries: {
    line: { user_id: 'sample_user', items_count: 1, items: [ITEM] },
    record: { userId: 'sample_user', itemsCount: 1, itemsListed: 1, rows: [LIBRARY_ROW] },
    lacking: { line: { items_count: 1, items: [ITEM] }, reason: 'missing-user_id', path: 'user_id' },
    damaged: {
      line: { user_id: 'sample_user', items_count: 2, items: [{ ...ITEM, playtime_forever: -1 }, ITEM] },
      reason: 'invalid-playtime_forever',
      path: 'items[0].playtime_forever',
      record: { userId: 'sample_user', itemsCount: 2, itemsListed: 2, rows: [LIBRARY_ROW] },
    },
    otherIds: { user_id: 'sample_user', items_count: 1, items: [{ ...ITEM, item_id: 10 }] },
  },
  reviews: {
    line: { user_id: 'sample_user', reviews: [REVIEW] },
    record: { userId: 'sample_user', reviewsListed: 1, reviews: [REVIEW_RECORD] },
    lacking: { line: { reviews: [REVIEW] }, reason: 'missing-user_id', path: 'user_id' },
    damaged: {
      line: { user_id: 'sample_user', reviews: [REVIEW, { ...REVIEW, posted: 'Posted never.' }] },
      reason: 'invalid-posted',
      path: 'reviews[1].posted',
      record: { userId: 'sample_user', reviewsListed: 2, reviews: [REVIEW_RECORD] },
    },
    otherIds: { user_id: 'sample_user', reviews: [{ ...REVIEW, item_id: 10 }] },
  },
};
