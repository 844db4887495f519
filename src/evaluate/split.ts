import { createHash } from 'node:crypto';
import type { Interactions, Libraries } from '../etl/fit/interactions.ts';

/** The two groups of test users. Constants are tuned on `tuning`; `test` is read once, for the final figures. */
export type Fold = 'tuning' | 'test';

/** A user with held-out games, which a model should find. */
export interface TestUser {
  /** The user's place among the users of the training data. */
  user: number;
  /** Steam's id. */
  userId: string;
  fold: Fold;
  /** Ids of the held-out games, in the order of the split. */
  heldOut: number[];
}

/** Libraries in two parts: the games that models are fitted on, and the held-out games that they should find. */
export interface Split {
  /** A text that changes all choices of the split. */
  salt: string;
  training: Interactions;
  testUsers: TestUser[];
}

/** The least number of played games of a test user. Users with fewer are for training only. */
const LEAST_PLAYED = 5;

/** The share of a test user's played games, 0 to 1, that is held out. */
const HELD_OUT_SHARE = 0.2;

/** The number of equal groups of test users. One of them is the tuning fold, all others are the test fold. */
const FOLDS = 5;

/**
 * Makes the split of docs/recommending.md, which anyone can reproduce. Each user's played games are sorted by
 * `md5("<salt>|<user_id>|<item_id>")`, and the first fifth of them (rounded up) is held out.
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

/** The held-out games of a user, in the order of the split; none where the user has played too few. */
export function heldOutGames(salt: string, userId: string, played: Iterable<number>): number[] {
  const hashed = Array.from(played, (game) => ({ game, hash: md5(`${salt}|${userId}|${game}`) }));
  if (hashed.length < LEAST_PLAYED) return [];
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return hashed.slice(0, Math.ceil(HELD_OUT_SHARE * hashed.length)).map(({ game }) => game);
}

/** The fold that a test user is in. */
export function foldOf(salt: string, userId: string): Fold {
  const number = Number.parseInt(md5(`${salt}|fold|${userId}`).slice(0, 8), 16);
  return number % FOLDS === 0 ? 'tuning' : 'test';
}

/** The MD5 digest of a text in UTF-8, in hex. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
