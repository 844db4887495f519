import { isAdultTag } from '../catalogue/adult-tags.ts';
import type { ClassifiedGame } from '../catalogue/classified-game.ts';
import { haveInCommon } from './shown-games.ts';

/** Why a game is like another. */
export type SimilarReason =
  | { kind: 'series'; series: string }
  | { kind: 'developer'; developer: string }
  | { kind: 'players'; count: number }
  | { kind: 'tags'; tags: string[] }
  | { kind: 'popular'; players: number };

/** Fewer users who play both are chance. */
export const LEAST_PLAYERS = 5;

/** A tag that more of the records have says little of a game. */
const COMMON_TAG = 0.2;
const TAGS_SHOWN = 3;

/** Who brought a game to another system didn't make it: `Feral Interactive (Mac)`. */
const PORTER = /\((?:mac|linux)\b[^)]*\)$/i;

/**
 * Why `other` is shown for `game`, the strongest first.
 *
 * @param players users who play both
 * @param tagShares the share, 0 to 1, of records with each tag
 */
export function similarReasons(
  game: ClassifiedGame,
  other: ClassifiedGame,
  players: number,
  tagShares: ReadonlyMap<string, number>,
): SimilarReason[] {
  const because: SimilarReason[] = [];
  if (haveInCommon(game.series, other.series)) {
    because.push({ kind: 'series', series: seriesName(game.name, other.name) });
  }
  const own = new Set(game.developers.map((developer) => developer.toLowerCase()));
  const developer = other.developers.find((name) => own.has(name.toLowerCase()) && !PORTER.test(name));
  if (developer !== undefined) because.push({ kind: 'developer', developer });
  if (players >= LEAST_PLAYERS) because.push({ kind: 'players', count: players });
  const tags = tellingTags(game.tags, other.tags, tagShares);
  if (tags.length > 0) because.push({ kind: 'tags', tags });
  // Where neither has tags, a few players are the reason; where nobody plays both, that many play this one.
  if (because.length === 0) {
    because.push(
      players > 0 ? { kind: 'players', count: players } : { kind: 'popular', players: other.players },
    );
  }
  return because;
}

/** The rarest of the tags that both have; a common one only where there is no other. */
function tellingTags(
  a: readonly string[],
  b: readonly string[],
  tagShares: ReadonlyMap<string, number>,
): string[] {
  const shareOf = (tag: string) => tagShares.get(tag) ?? 0;
  const shared = a
    .filter((tag) => b.includes(tag) && !isAdultTag(tag))
    .sort((x, y) => shareOf(x) - shareOf(y) || (x < y ? -1 : 1));
  const telling = shared.filter((tag) => shareOf(tag) <= COMMON_TAG);
  return (telling.length > 0 ? telling : shared).slice(0, TAGS_SHOWN);
}

/** What two titles of a series have in common: the longest run of words at an end of each. */
function seriesName(a: string, b: string): string {
  const [first, second] = [titleWords(a), titleWords(b)];
  for (let size = Math.min(first.length, second.length); size > 0; size--) {
    for (const words of [first.slice(0, size), first.slice(-size)]) {
      const text = words.join(' ').toLowerCase();
      const ends = [second.slice(0, size), second.slice(-size)];
      if (/\p{L}/u.test(text) && ends.some((end) => end.join(' ').toLowerCase() === text)) {
        return words.join(' ');
      }
    }
  }
  return a.length <= b.length ? a : b;
}

/** The words of a title as people read them: `Half-Life` is one, in its own letters, since they are shown. */
function titleWords(title: string): string[] {
  return title
    .replace(/[™®©]/g, '')
    .split(/[\s:]+|\s[-–—]\s/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
