import { rawGame } from '../validate/game.ts';
import { rawLibraryRow, rawOwner } from '../validate/library.ts';
import { rawReview, rawReviewer } from '../validate/review.ts';
import { date, id, joinedNames, list, names, text, userId, votes, wholeNumber, yesOrNo } from './forms.ts';
import type { RecordFormat } from './read-record.ts';

/** A game. Its id may come from its address, so that no single field is needed. */
export const GAME: RecordFormat<typeof rawGame> = {
  shape: rawGame,
  needed: [],
  forms: {
    id,
    app_name: text,
    title: text,
    developer: joinedNames,
    publisher: joinedNames,
    genres: names,
    tags: names,
    specs: names,
    release_date: date,
    early_access: yesOrNo,
  },
};

/** A line of the libraries file. */
export const OWNER: RecordFormat<typeof rawOwner> = {
  shape: rawOwner,
  needed: ['user_id', 'items'],
  forms: { user_id: userId, items_count: wholeNumber, items: list },
};

/** A game in a library. */
export const LIBRARY_ROW: RecordFormat<typeof rawLibraryRow> = {
  shape: rawLibraryRow,
  needed: ['item_id', 'playtime_forever'],
  forms: { item_id: id, item_name: text, playtime_forever: wholeNumber, playtime_2weeks: wholeNumber },
};

/** A line of the reviews file. */
export const REVIEWER: RecordFormat<typeof rawReviewer> = {
  shape: rawReviewer,
  needed: ['user_id', 'reviews'],
  forms: { user_id: userId, reviews: list },
};

/** A review. Its text may be missing, but a text that cannot be read has a sentiment that nobody knows. */
export const REVIEW: RecordFormat<typeof rawReview> = {
  shape: rawReview,
  needed: ['item_id', 'posted', 'recommend', 'review'],
  forms: { item_id: id, last_edited: text, recommend: yesOrNo, review: text, funny: votes },
};
