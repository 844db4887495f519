import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps, sortedInSteps } from '../../platform/long-lists.ts';
import { Completion } from './completion.ts';
import { suggestPlaces } from './suggestions.ts';
import { LONGEST_TYPED, WrittenNames } from './written-names.ts';

/** A game that can be found by its name or id. */
export interface SearchableGame {
  gameId: number;
  name: string;
  releaseYear: number | null;
  /** False for DLC, soundtracks, demos, tools. */
  recommendable: boolean;
  /** Tagged as for adults. */
  adult: boolean;
  /** The number of users who play it, or who have reviewed it where those are more. */
  players: number;
}

/** The result of a search for a typed game. */
export type GameResolution =
  | { kind: 'found'; game: SearchableGame }
  /** Several games with different names differ from the typed text only in writing. Best first. */
  | { kind: 'ambiguous'; games: SearchableGame[] }
  /** No game matches. Typos are never corrected silently, so similar games are suggested, best first. */
  | { kind: 'unknown'; suggestions: SearchableGame[] };

/** A name with a release year after it. Completion shows it in this way where two games share the name. */
const YEAR_AFTER_NAME = /^(?<name>.+) \((?<year>\d{4})\)$/su;

/** The most games in an ambiguous result: one of Discord's select menus holds no more. */
const MAX_AMBIGUOUS = 25;

/** Finds games by typed names and ids. */
export class GameIndex {
  /** The likeliest to be meant first: recommendable games before others, then by number of players. */
  readonly #games: readonly SearchableGame[];
  readonly #byId: ReadonlyMap<number, SearchableGame>;
  readonly #written: WrittenNames;
  readonly #completion: Completion;

  private constructor(
    games: readonly SearchableGame[],
    byId: ReadonlyMap<number, SearchableGame>,
    written: WrittenNames,
    completion: Completion,
  ) {
    this.#games = games;
    this.#byId = byId;
    this.#written = written;
    this.#completion = completion;
  }

  /** @param games in any order; each id once */
  static *build(games: readonly SearchableGame[]): Steps<GameIndex> {
    const ordered = yield* sortedInSteps(
      games,
      (a, b) =>
        Number(b.recommendable) - Number(a.recommendable) || b.players - a.players || a.gameId - b.gameId,
    );
    const byId = new Map<number, SearchableGame>();
    const names: string[] = [];
    const weights: number[] = [];
    const secondary: boolean[] = [];
    yield* forEachInSteps(ordered, (game) => {
      byId.set(game.gameId, game);
      names.push(game.name);
      weights.push(game.players);
      secondary.push(!game.recommendable);
    });
    const { written, words } = yield* WrittenNames.build(names);
    const completion = yield* Completion.build({ written, words, weights, secondary });
    return new GameIndex(ordered, byId, written, completion);
  }

  /**
   * Finds the game that a text stands for: the game with exactly this name, or else with this id, or else
   * with a name that differs only in writing (case, accents, punctuation, spaces, word order, numbers), or
   * else with exactly this name and the release year after it: `Prey (2017)`. Of several games with the same
   * name, it takes the likeliest.
   */
  *resolve(typed: string): Steps<GameResolution> {
    const games = this.#meant(typed);
    if (games.length === 1) return { kind: 'found', game: games[0]! };
    if (games.length > 1) return { kind: 'ambiguous', games: games.slice(0, MAX_AMBIGUOUS) };
    const suggestions = yield* suggestPlaces(typed, this.#completion, this.#written);
    return { kind: 'unknown', suggestions: suggestions.map((place) => this.#games[place]!) };
  }

  /**
   * The game that {@link resolve} finds, without suggestions. They cost much more, so callers that
   * ask often use this.
   */
  find(typed: string): SearchableGame | undefined {
    const games = this.#meant(typed);
    return games.length === 1 ? games[0] : undefined;
  }

  /** The one game that a text stands for, or all that it may stand for, or none. */
  #meant(typed: string): SearchableGame[] {
    const [exact] = this.#written.exact(typed);
    if (exact !== undefined) return [this.#games[exact]!];
    const byId = this.#withId(typed);
    if (byId !== undefined) return [byId];
    const same = this.#written.sameWriting(typed).map((place) => this.#games[place]!);
    const meant = oneName(same) ?? oneName(same.filter(({ recommendable }) => recommendable));
    const found = meant ?? this.#ofYear(typed);
    return found === undefined ? same : [found];
  }

  /** The game with the name and the release year of a text such as `Prey (2017)`. */
  #ofYear(typed: string): SearchableGame | undefined {
    if (typed.length > LONGEST_TYPED) return undefined;
    const { name, year } = YEAR_AFTER_NAME.exec(typed.trim())?.groups ?? {};
    if (name === undefined) return undefined;
    const named = this.#written.exact(name).map((place) => this.#games[place]!);
    return named.find(({ releaseYear }) => releaseYear === Number(year));
  }

  /**
   * At most `limit` games that the text typed so far may stand for, best first. If the text is an id, its
   * game comes last. With nothing typed, these are the most played games.
   *
   * @param options `adult: false` leaves out games for adults
   */
  *complete(typed: string, limit: number, options: { adult?: boolean } = {}): Steps<SearchableGame[]> {
    const accept = (game: SearchableGame) => options.adult !== false || !game.adult;
    const places = yield* this.#completion.complete(typed, limit, (place) => accept(this.#games[place]!));
    const games = places.map((place) => this.#games[place]!);
    const byId = this.#withId(typed);
    if (byId !== undefined && accept(byId) && games.length < limit && !games.includes(byId)) games.push(byId);
    return games;
  }

  #withId(typed: string): SearchableGame | undefined {
    const digits = typed.trim();
    return /^\d{1,10}$/.test(digits) ? this.#byId.get(Number(digits)) : undefined;
  }
}

/** The first of these games if all have the same name. */
function oneName(games: readonly SearchableGame[]): SearchableGame | undefined {
  const [first] = games;
  return games.every(({ name }) => name === first?.name) ? first : undefined;
}
