import { isAdultTag } from '../catalogue/adult-tags.ts';
import type { ClassifiedGame } from '../catalogue/classified-game.ts';
import { haveInCommon } from './shown-games.ts';

/** A reason why a game is shown as being like another. */
export type SimilarReason =
  /** Both belong to this series. */
  | { kind: 'series'; series: string }
  /** This developer made both. */
  | { kind: 'developer'; developer: string }
  /** This number of users play both. */
  | { kind: 'players'; count: number }
  /** Both have these tags. */
  | { kind: 'tags'; tags: string[] }
  /** Nothing connects the two, but this number of users play the shown game. */
  | { kind: 'popular'; players: number };

/** The least number of users who play two games for them to count as connected. Fewer may be chance. */
export const LEAST_PLAYERS = 5;

/** The greatest share of recorded games, 0 to 1, that may have a tag for it to say something about a game. */
const COMMON_TAG = 0.2;
/** The most tags in a reason. */
const TAGS_SHOWN = 3;

/**
 * The name of a company that only brought a game to another system, such as `Feral Interactive (Mac)`:
 * not its developer.
 */
const PORTER = /\((?:mac|linux)\b[^)]*\)$/i;

/**
 * The reasons why `other` is shown for `game`, the strongest first; at least one.
 *
 * @param players the number of users who play both
 * @param tagShares the share, 0 to 1, of recorded games with each tag
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
  // With no other reason, even a few players in common are one. If there are none, the game's popularity is
  // the reason.
  if (because.length === 0) {
    because.push(
      players > 0 ? { kind: 'players', count: players } : { kind: 'popular', players: other.players },
    );
  }
  return because;
}

/**
 * The rarest of the tags that both games have. Common tags count only if there are no others. Tags
 * for adults never do.
 */
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

/**
 * The name of the series of two titles: the longest run of words that stands at the beginning or end of each.
 * The shorter title if they have none in common.
 */
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

/**
 * The words of a title as people read them. `Half-Life` is one word. Case and accents stay, because
 * the words are shown.
 */
function titleWords(title: string): string[] {
  return title
    .replace(/[™®©]/g, '')
    .split(/[\s:]+|\s[-–—]\s/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
