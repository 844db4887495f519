import type { Steps } from '../../platform/in-turns.ts';
import { Completion } from './completion.ts';
import { suggestPlaces } from './suggestions.ts';
import { WrittenNames } from './written-names.ts';

/** A game that can be typed. */
export interface SearchableGame {
  gameId: number;
  name: string;
  releaseYear: number | null;
  /** False for DLC, soundtracks, demos, tools. */
  recommendable: boolean;
  /** Tagged as for adults. */
  adult: boolean;
  /** Users who played it. */
  players: number;
}

/** What was found for a typed game. */
export type GameResolution =
  | { kind: 'found'; game: SearchableGame }
  /** Games of different names differ from what was typed in writing alone; best first. */
  | { kind: 'ambiguous'; games: SearchableGame[] }
  /** None does: a typo is not guessed, but answered with what may have been meant, best first. */
  | { kind: 'unknown'; suggestions: SearchableGame[] };

/** As many as one of Discord's select menus holds. */
const MAX_AMBIGUOUS = 25;

/** Games that a person may type, by name or id. */
export class GameIndex {
  /** Those that people would rather mean first: what can be recommended, then what most people play. */
  readonly #games: readonly SearchableGame[];
  readonly #byId: ReadonlyMap<number, SearchableGame>;
  readonly #written: WrittenNames;
  readonly #completion: Completion;

  private constructor(games: readonly SearchableGame[], written: WrittenNames, completion: Completion) {
    this.#games = games;
    this.#byId = new Map(games.map((game) => [game.gameId, game]));
    this.#written = written;
    this.#completion = completion;
  }

  static *build(games: readonly SearchableGame[]): Steps<GameIndex> {
    const ordered = games.toSorted(
      (a, b) =>
        Number(b.recommendable) - Number(a.recommendable) || b.players - a.players || a.gameId - b.gameId,
    );
    yield;
    const written = yield* WrittenNames.build(ordered.map(({ name }) => name));
    const completion = yield* Completion.build({
      written,
      weights: ordered.map(({ players }) => players),
      secondary: ordered.map(({ recommendable }) => !recommendable),
    });
    return new GameIndex(ordered, written, completion);
  }

  /**
   * The game that was meant: the one that is called exactly so, else the one with this id, else the one whose name differs
   * in writing alone. Of several with one name, the one that people would rather mean.
   */
  resolve(typed: string): GameResolution {
    const games = this.#meant(typed);
    if (games.length === 1) return { kind: 'found', game: games[0]! };
    if (games.length > 1) return { kind: 'ambiguous', games: games.slice(0, MAX_AMBIGUOUS) };
    const suggestions = suggestPlaces(typed, this.#completion, this.#written);
    return { kind: 'unknown', suggestions: suggestions.map((place) => this.#games[place]!) };
  }

  /** The game that {@link resolve} finds, and nothing else: for who asks often, as suggestions cost much more. */
  find(typed: string): SearchableGame | undefined {
    const games = this.#meant(typed);
    return games.length === 1 ? games[0] : undefined;
  }

  /** The one game that was meant, the several that may have been, or none. */
  #meant(typed: string): SearchableGame[] {
    const [exact] = this.#written.exact(typed);
    if (exact !== undefined) return [this.#games[exact]!];
    const byId = this.#withId(typed);
    if (byId !== undefined) return [byId];
    const same = this.#written.sameWriting(typed).map((place) => this.#games[place]!);
    const meant = oneName(same) ?? oneName(same.filter(({ recommendable }) => recommendable));
    return meant === undefined ? same : [meant];
  }

  /**
   * At most `limit` games that may be meant by what was typed so far, best first, and last the one with this id; nothing
   * typed: the most played.
   *
   * @param options `adult: false` leaves out games for adults
   */
  complete(typed: string, limit: number, options: { adult?: boolean } = {}): SearchableGame[] {
    const accept = (game: SearchableGame) => options.adult !== false || !game.adult;
    const games = this.#completion
      .complete(typed, limit, (place) => accept(this.#games[place]!))
      .map((place) => this.#games[place]!);
    const byId = this.#withId(typed);
    if (byId !== undefined && accept(byId) && games.length < limit && !games.includes(byId)) games.push(byId);
    return games;
  }

  #withId(typed: string): SearchableGame | undefined {
    const digits = typed.trim();
    return /^\d{1,10}$/.test(digits) ? this.#byId.get(Number(digits)) : undefined;
  }
}

/** The first of these games, if all have one name. */
function oneName(games: readonly SearchableGame[]): SearchableGame | undefined {
  const [first] = games;
  return games.every(({ name }) => name === first?.name) ? first : undefined;
}
