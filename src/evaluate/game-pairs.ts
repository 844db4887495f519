import { type Fold, md5, type Split } from './split.ts';

/** Two games of one user: the list for the one should contain the other. Both are ids. */
export interface GamePair {
  /** The game that a list is asked for. */
  asked: number;
  heldOut: number;
}

/**
 * Pairs each held-out game h of the test users of a fold with a training game q that the same user has played:
 * the one with the smallest `md5("<salt>|pair|<user_id>|<h>|<q>")`. docs/recommending.md describes the protocol.
 */
export function pairGames({ salt, training, testUsers }: Split, fold: Fold): GamePair[] {
  const pairs: GamePair[] = [];
  for (const { user, userId, fold: of, heldOut } of testUsers) {
    if (of !== fold) continue;
    const played: number[] = [];
    for (let row = training.offsets[user]!; row < training.offsets[user + 1]!; row++) {
      if (training.minutes[row]! > 0) played.push(training.games[row]!);
    }
    for (const game of heldOut) {
      let asked: number | undefined;
      let least = '';
      for (const candidate of played) {
        const hash = md5(`${salt}|pair|${userId}|${game}|${candidate}`);
        if (asked === undefined || hash < least) {
          asked = candidate;
          least = hash;
        }
      }
      if (asked !== undefined) pairs.push({ asked, heldOut: game });
    }
  }
  return pairs;
}
