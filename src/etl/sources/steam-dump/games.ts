import { looksLike } from '../contract/looks-like.ts';
import { isMissing, withoutMissing } from './clean/blank.ts';
import { cleanGame } from './clean/game.ts';
import { lineConnector } from './line-connector.ts';
import { GAME } from './other-forms/formats.ts';
import { readRecord } from './other-forms/read-record.ts';
import { rejection } from './validate/reason.ts';

/** The columns whose values may be shown as examples. */
const SHOWN = [
  ...['id', 'url', 'app_name', 'title', 'developer', 'publisher', 'genres', 'tags', 'specs', 'release_date'],
  ...['price', 'discount_price', 'early_access', 'metascore', 'sentiment', 'reviews_url'],
];

/** Reads the games file of the Steam dump. Each line is one game, as JSON that may have `NaN` for a missing value. */
export const gamesOfDump = lineConnector('games', import.meta.url, SHOWN, (record, line, { tally }) => {
  tally.records++;
  const found = looksLike(record, 'games');
  if (found !== null) {
    tally.rejectLine(line, found);
    return null;
  }
  const used = (rule: string) => tally.used(rule);
  const parsed = readRecord(GAME, withoutMissing(record), used);
  if (!parsed.success) {
    const { reason, path } = rejection(parsed.error);
    tally.rejectLine(line, reason, { path });
    return null;
  }
  const game = cleanGame(parsed.data, used);
  if (game === null) {
    const isThere = record.id !== undefined && record.id !== '' && !isMissing(record.id);
    tally.rejectLine(line, isThere ? 'invalid-id' : 'missing-id', { path: 'id' });
  }
  return game;
});
