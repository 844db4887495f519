import { type Fold, md5, type Split } from './split.ts';

/** A held-out game, and the game that a list is asked for. */
export interface GamePair {
  asked: number;
  heldOut: number;
}

/**
 * The pairs of docs/recommending.md: for each held-out game h of a test user, the training game q that they played with the
 * smallest `md5("<salt>|pair|<user_id>|<h>|<q>")`.
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
