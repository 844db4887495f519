import { createHash } from 'node:crypto';
import type { Interactions, Libraries } from '../etl/fit/interactions.ts';

/** A test user is in one of them: what is tuned is tuned on `tuning`, and `test` is read once. */
export type Fold = 'tuning' | 'test';

/** Someone whose held-out games a model is asked for. */
export interface TestUser {
  /** Their place among the users of the training data. */
  user: number;
  userId: string;
  fold: Fold;
  /** Ids of games, in the order of the split. */
  heldOut: number[];
}

/** Libraries in two: what a model is fitted on, and what it is asked for. */
export interface Split {
  salt: string;
  training: Interactions;
  testUsers: TestUser[];
}

/** Users with fewer played games are for training only. */
const LEAST_PLAYED = 5;

const HELD_OUT_SHARE = 0.2;

/** One in so many test users is for tuning. */
const FOLDS = 5;

/**
 * The split of docs/recommending.md, which anyone can make again: of a user's played games, sorted by
 * `md5("<salt>|<user_id>|<item_id>")`, the first fifth (rounded up) is held out.
 */
export function splitLibraries(libraries: Libraries, salt: string): Split {
  const { userIds, offsets, games, minutes } = libraries;
  const training: Interactions = {
    offsets: new Uint32Array(offsets.length),
    games: new Int32Array(games.length),
    minutes: new Int32Array(games.length),
  };
  const testUsers: TestUser[] = [];
  let kept = 0;
  for (const [user, userId] of userIds.entries()) {
    const from = offsets[user]!;
    const to = offsets[user + 1]!;
    const heldOut = heldOutGames(
      salt,
      userId,
      games.subarray(from, to).filter((_, index) => minutes[from + index]! > 0),
    );
    if (heldOut.length > 0) testUsers.push({ user, userId, fold: foldOf(salt, userId), heldOut });
    for (let row = from; row < to; row++) {
      if (heldOut.includes(games[row]!)) continue;
      training.games[kept] = games[row]!;
      training.minutes[kept] = minutes[row]!;
      kept++;
    }
    training.offsets[user + 1] = kept;
  }
  return {
    salt,
    testUsers,
    training: {
      ...training,
      games: training.games.slice(0, kept),
      minutes: training.minutes.slice(0, kept),
    },
  };
}

/** The games of a user that are held out, in the order of the split; none where too few are played. */
export function heldOutGames(salt: string, userId: string, played: Iterable<number>): number[] {
  const hashed = Array.from(played, (game) => ({ game, hash: md5(`${salt}|${userId}|${game}`) }));
  if (hashed.length < LEAST_PLAYED) return [];
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return hashed.slice(0, Math.ceil(HELD_OUT_SHARE * hashed.length)).map(({ game }) => game);
}

/** Which fold a test user is in. */
export function foldOf(salt: string, userId: string): Fold {
  const number = Number.parseInt(md5(`${salt}|fold|${userId}`).slice(0, 8), 16);
  return number % FOLDS === 0 ? 'tuning' : 'test';
}

/** The hex digest of a text in UTF-8. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
