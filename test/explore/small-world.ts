import { findServedDataSet, type ServedDataSet } from '../../src/database/served-data-set.ts';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import type { TestDatabase } from '../support/database.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../support/raw-files.ts';

/** Ids and texts that must not appear in any report. */
export const PRIVATE = ['ann_private', 'bob_private', 'cid_private', 'dan_private', 'eve_private', 'bonito'];

const spanish = 'El juego es muy bonito y me gusta mucho jugarlo cada tarde con toda mi familia';

/**
 * Five games, one of them without a record. Four libraries: one is partial, one is empty, and the owner of one has played
 * more hours than there were. Six reviews, one of them repeated.
 */
const FILES = {
  games: lines(
    game(1, { price: 9.99, tags: ['Co-op', 'Story'], title: 'Game 1' }),
    game(2, { genres: ['Indie'], release_date: '2014-06-01', price: 'Free To Play', tags: ['Co-op'] }),
    game(3, { genres: ['Action', 'Indie'], release_date: 'Coming Soon', price: 150 }),
    game(3, { price: 150 }),
    game(5, { genres: [], release_date: '2020-05-05' }),
  ),
  libraries: lines(
    library('ann_private', { 1: 600, 2: 60 }),
    library('bob_private', { 1: 6000, 2: 0, 9: 1200 }, 5),
    library('cid_private', {}),
    {
      user_id: 'dan_private',
      items_count: 1,
      items: [{ item_id: '2', item_name: 'Game 2', playtime_forever: 3_000_000, playtime_2weeks: 30_000 }],
    },
  ),
  reviews: lines(
    reviewer(
      'ann_private',
      review(1, { helpful: '3 of 4 people (75%) found this review helpful' }),
      review(1, { helpful: '3 of 4 people (75%) found this review helpful' }),
      review(2, { review: 'bad', recommend: false, posted: 'Posted May 5, 2013.' }),
    ),
    reviewer(
      'bob_private',
      review(1, { review: '♥♥♥♥ awful', recommend: false, posted: 'Posted July 10.' }),
      review(9, { review: 'bad', posted: 'Posted December 31, 2016.' }),
    ),
    reviewer(
      'eve_private',
      review(3, { review: 'the game '.repeat(500), posted: 'Posted February 2, 2014.' }),
      review(1, { review: spanish, posted: 'Posted February 3, 2014.' }),
    ),
  ),
};

/** Loads the world as a refresh does. @returns the served data set */
export async function loadSmallWorld(database: TestDatabase): Promise<ServedDataSet> {
  const { settings, remove } = await writeRawFiles(FILES);
  await refresh(database.direct, settings);
  await remove();
  return (await findServedDataSet(database.answers))!;
}
