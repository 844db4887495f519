import { type HowKnown, playersInRange } from './how-known.ts';

/** A game that may be shown, as it is classified when the data are refreshed. */
export interface ClassifiedGame {
  gameId: number;
  name: string;
  recorded: boolean;
  /** False for what is no game: an addition, a soundtrack, a demo, a tool, a film, a test server. */
  recommendable: boolean;
  adult: boolean;
  /** What all editions of a game have in common. */
  edition: string;
  /** Two games that share one are of one series. */
  series: readonly string[];
  genres: readonly string[];
  tags: readonly string[];
  developers: readonly string[];
  /** Users who play it. */
  players: number;
}

/** A game like another, with what speaks for it. */
export interface SimilarCandidate {
  gameId: number;
  /** What candidates are ranked by. */
  score: number;
  /** What those that are shown are ordered by. */
  displayScore: number;
  /** Users who play both. */
  players: number;
}

/** What the asker wishes. */
export interface SimilarGamesWishes {
  /** A genre or tag that every pick has. */
  genre?: string;
  /** A genre or tag that none has. */
  avoid?: string;
  howKnown?: HowKnown;
  /** Whether games tagged as for adults are shown. */
  adult?: boolean;
  /** Games that were shown before, for the next five: neither they nor other editions of them come again. */
  shown?: ReadonlySet<number>;
}

/** What is known of the whole data set. */
export interface GamesAtLarge {
  classified(gameId: number): ClassifiedGame | undefined;
  /** The games with the most players: they are like everything, so few of them are shown. */
  mostPlayed: ReadonlySet<number>;
  /** Users with a complete library. */
  users: number;
  /** The share, 0 to 1, of records with each tag. */
  tagShares: ReadonlyMap<string, number>;
}

/** Why a game is shown. */
export type SimilarReason =
  | { kind: 'series'; series: string }
  | { kind: 'developer'; developer: string }
  | { kind: 'players'; count: number }
  | { kind: 'tags'; tags: string[] }
  | { kind: 'popular'; players: number };

export interface SimilarPick {
  gameId: number;
  name: string;
  /** Descending; only to be compared within a list. */
  score: number;
  /** The strongest first. */
  because: SimilarReason[];
}

/** So many are shown. */
export const SIMILAR_PICKS = 5;

/** So many of the most played games count as like everything; see {@link GamesAtLarge.mostPlayed}. */
export const MOST_PLAYED = 16;

const MOST_OF_A_SERIES = 2;
const MOST_OF_THE_MOST_PLAYED = 2;

/** Fewer users who play both are chance. */
const LEAST_PLAYERS = 5;

/** A tag that more of the records have says little of a game. */
const COMMON_TAG = 0.2;
const TAGS_SHOWN = 3;
/** Who brought a game to another system didn't make it: `Feral Interactive (Mac)`. */
const PORTER = /\((?:mac|linux)\b[^)]*\)$/i;

const ADULT_TAGS = new Set(['Sexual Content', 'Hentai', 'NSFW', 'Nudity', 'Mature']);

/**
 * The picks for a game, from its candidates, best first. Each edition comes once, and never that of the game itself; at most two
 * of one series, and two of the most played games unless they are of the game's own series. The picks are then put in order
 * by how alike they are, so that the first is the one that a reader would name.
 */
export function pickSimilarGames(
  game: ClassifiedGame,
  candidates: readonly SimilarCandidate[],
  atLarge: GamesAtLarge,
  wishes: SimilarGamesWishes = {},
  count = SIMILAR_PICKS,
): SimilarPick[] {
  const editions = new Set([game.edition]);
  for (const shown of wishes.shown ?? []) {
    const edition = atLarge.classified(shown)?.edition;
    if (edition !== undefined) editions.add(edition);
  }
  const picked: { candidate: SimilarCandidate; game: ClassifiedGame }[] = [];
  let mostPlayed = 0;
  for (const candidate of candidates) {
    if (picked.length === count) break;
    const other = atLarge.classified(candidate.gameId);
    if (other === undefined || other.gameId === game.gameId) continue;
    if (editions.has(other.edition) || !isWished(other, wishes, atLarge.users)) continue;
    const ownSeries = share(game.series, other.series);
    const ofSeries = picked.filter(
      (pick) => share(pick.game.series, other.series) || (ownSeries && share(pick.game.series, game.series)),
    );
    if (ofSeries.length >= MOST_OF_A_SERIES) continue;
    if (atLarge.mostPlayed.has(other.gameId) && !ownSeries) {
      if (mostPlayed === MOST_OF_THE_MOST_PLAYED) continue;
      mostPlayed++;
    }
    editions.add(other.edition);
    picked.push({ candidate, game: other });
  }
  return picked
    .map((pick) => baseEdition(pick, candidates, atLarge, wishes))
    .sort((a, b) => b.candidate.displayScore - a.candidate.displayScore)
    .map(({ candidate, game: other }) => ({
      gameId: other.gameId,
      name: other.name,
      score: candidate.displayScore,
      because: reasons(game, other, candidate, atLarge.tagShares),
    }));
}

function isWished(game: ClassifiedGame, wishes: SimilarGamesWishes, users: number): boolean {
  const { genre, avoid, howKnown, adult = false, shown } = wishes;
  const is = (wanted: string) => game.genres.includes(wanted) || game.tags.includes(wanted);
  if (!game.recommendable || (game.adult && !adult) || shown?.has(game.gameId)) return false;
  if (genre !== undefined && !is(genre)) return false;
  if (avoid !== undefined && is(avoid)) return false;
  return howKnown === undefined || playersInRange(game.players, users, howKnown);
}

/** A game that has a record, in place of an edition that has none (`Call of Duty: Modern Warfare 3 - Multiplayer`). */
function baseEdition(
  pick: { candidate: SimilarCandidate; game: ClassifiedGame },
  candidates: readonly SimilarCandidate[],
  atLarge: GamesAtLarge,
  wishes: SimilarGamesWishes,
): { candidate: SimilarCandidate; game: ClassifiedGame } {
  if (pick.game.recorded) return pick;
  for (const candidate of candidates) {
    const game = atLarge.classified(candidate.gameId);
    if (game?.recorded && game.edition === pick.game.edition && isWished(game, wishes, atLarge.users)) {
      return { candidate, game };
    }
  }
  return pick;
}

/** Why `other` stands in the list of `game`. */
function reasons(
  game: ClassifiedGame,
  other: ClassifiedGame,
  { players }: SimilarCandidate,
  tagShares: ReadonlyMap<string, number>,
): SimilarReason[] {
  const because: SimilarReason[] = [];
  if (share(game.series, other.series)) {
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
    .filter((tag) => b.includes(tag) && !ADULT_TAGS.has(tag))
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

function titleWords(title: string): string[] {
  return title
    .replace(/[™®©]/g, '')
    .split(/[\s:]+|\s[-–—]\s/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
