import { isAdultTag } from '../catalogue/adult-tags.ts';
import type { ClassifiedGame } from '../catalogue/classified-game.ts';
import { haveInCommon, KNOWN_FOR } from './shown-games.ts';

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
/** Tags that fit games of every kind. Few games have them only because few users took the trouble to add them. */
const OF_EVERY_KIND: ReadonlySet<string> = new Set([
  'Indie',
  'Singleplayer',
  'Multiplayer',
  'Great Soundtrack',
  'Early Access',
]);
/** The least share of recorded games, 0 to 1, that have a tag: one of fewer games is a name, such as `Lara Croft`. */
const RARE_TAG = 0.0005;
/** The most tags in a reason. */
const TAGS_SHOWN = 3;

/**
 * The name of a company that only brought a game to another system, such as `Feral Interactive (Mac)`:
 * not its developer.
 */
const PORTER = /\((?:mac|linux)\b[^)]*\)$/i;

/**
 * The reasons why `other` is shown for `game`, the strongest first; at least one. Tags are those that both games are known
 * for, or else any that both have; tags that fit games of every kind come only where there is no other reason.
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
  const shared = sharedTags(game.tags, other.tags, tagShares);
  const telling = shared.filter(({ tells }) => tells);
  const known = telling.filter(({ place }) => place < KNOWN_FOR);
  const ofSomeKind = shared.filter(({ tag }) => !OF_EVERY_KIND.has(tag));
  const fallback = because.length === 0 ? shared : [];
  const tags = [known, telling, ofSomeKind, fallback].find((some) => some.length > 0) ?? [];
  if (tags.length > 0) because.push({ kind: 'tags', tags: tags.slice(0, TAGS_SHOWN).map(({ tag }) => tag) });
  // With no other reason, even a few players in common are one. If there are none, the game's popularity is
  // the reason.
  if (because.length === 0) {
    because.push(
      players > 0 ? { kind: 'players', count: players } : { kind: 'popular', players: other.players },
    );
  }
  return because;
}

/** A tag that two games have. */
interface SharedTag {
  tag: string;
  /** Its place among the tags of the game that is less known for it, from 0. */
  place: number;
  /** Whether it says something about the games: not many games have it, and more than hardly any. */
  tells: boolean;
}

/**
 * The tags that both games have, the most telling first: a tag counts more the fewer games have it, and the nearer to the
 * beginning it stands in the lists of both. Tags for adults are left out.
 */
function sharedTags(
  a: readonly string[],
  b: readonly string[],
  tagShares: ReadonlyMap<string, number>,
): SharedTag[] {
  return a
    .flatMap((tag, first) => {
      const second = b.indexOf(tag);
      if (second < 0 || isAdultTag(tag)) return [];
      const share = tagShares.get(tag) ?? 0;
      const tells = share >= RARE_TAG && share <= COMMON_TAG && !OF_EVERY_KIND.has(tag);
      const weight = -Math.log(Math.max(share, RARE_TAG)) / (first + second + 2);
      return [{ tag, place: Math.max(first, second), tells, weight }];
    })
    .toSorted((x, y) => y.weight - x.weight || (x.tag < y.tag ? -1 : 1));
}

/**
 * The name of the series of two titles: the longest run of words that stands at the beginning or end of each, with the
 * signs between them (`Command & Conquer`). The shorter title if they have none in common.
 */
function seriesName(a: string, b: string): string {
  const [title, other] = [a, b].map((name) => name.replace(/[™®©]/g, ''));
  const [first, second] = [titleWords(title!), titleWords(other!)];
  for (let size = Math.min(first.length, second.length); size > 0; size--) {
    for (const words of [first.slice(0, size), first.slice(-size)]) {
      const text = wordsOf(words);
      const ends = [second.slice(0, size), second.slice(-size)];
      if (/\p{L}/u.test(text) && ends.some((end) => wordsOf(end) === text)) {
        return title!.slice(words[0]!.from, words.at(-1)!.to).replace(/\s+/g, ' ');
      }
    }
  }
  return a.length <= b.length ? a : b;
}

/** A word of a title: the part of it from `from` to `to`, in UTF-16 units. */
interface TitleWord {
  text: string;
  from: number;
  to: number;
}

/** The words of a title as people read them. `Half-Life` is one word; a sign that stands alone is none. */
function titleWords(title: string): TitleWord[] {
  return [...title.matchAll(/[^\s:]+/g)]
    .map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Words in lower case with single spaces between, for comparison. */
function wordsOf(words: readonly TitleWord[]): string {
  return words.map(({ text }) => text.toLowerCase()).join(' ');
}
