import type { Classification } from '../classify/classify-games.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { type Columns, makeColumns } from './columns.ts';
import { ContentProducts, joinVectors, vectorAt } from './game-content.ts';
import { fitGameLikeness, type GameLikeness, type Lender } from './game-likeness.ts';
import type { Interactions } from './interactions.ts';
import { WeightedCoPlay } from './weighted-co-play.ts';

/** The parameters of the lists of games like a game; see {@link SimilarGamesFit.lists}. */
export interface SimilarGamesParameters {
  /** The number of candidates kept for each game. */
  candidates: number;
  /** The weight k of the imagined owners of a game, who play popular games that are like it. */
  priorOwners: number;
  /** The power p in players^p, by which a chance is divided. */
  popularityPower: number;
  /** The power b of the likeness by which a chance is multiplied; a whole number. */
  likenessPower: number;
  /** The weight λ of likeness that is added to the chance; the more users own the game, the less. */
  addedLikeness: number;
}

/** The lists that are stored and answer: the best by the games that people call alike (docs/recommending.md). */
export const SIMILAR_GAMES_PARAMETERS: SimilarGamesParameters = {
  candidates: 100,
  priorOwners: 7,
  popularityPower: 0.4,
  likenessPower: 2,
  addedLikeness: 0,
};

/** The number of games compared, the most owned ones. The time grows with its square. */
export const MOST_COMPARED_GAMES = 16_384;

/** The power p in the weight of a user, (games owned)^-p. */
const USER_POWER = 0.5;

/** The power of the likeness by which the imagined owners of a game choose. */
const PRIOR_POWER = 4;

/** The amount added to each likeness, so that none is 0. */
const LIKENESS_FLOOR = 0.05;

/** The number of games that lend their tags to a game, and the power of their players by which their weights are divided. */
const LENDING = { games: 20, popularityPower: 0.6 };

/** The games most like one game, best first. Each array has the value of a game at the same place. */
export interface SimilarGamesRow {
  /** The number of users who have the one game itself. */
  owners: number;
  gameIds: Int32Array;
  scores: Float64Array;
  /** The likeness of the content of the two games, 0 to 1. */
  likeness: Float64Array;
  /** The numbers of users who play both games. */
  players: Uint32Array;
}

/** The candidates of every game that somebody owns, by game id. */
export type SimilarGames = Map<number, SimilarGamesRow>;

/** Descriptions of games, with or without players. */
export interface GameKnowledge {
  games: readonly DescribedGame[];
  /** The classes of all these games, by id. */
  classes: ReadonlyMap<number, Classification>;
}

/** Compares games by the people who play them and by their content. */
export class SimilarGamesFit {
  /** The content of the games that have a record or an owner. */
  readonly content: GameLikeness;
  readonly #columns: Columns;
  readonly #coPlay: WeightedCoPlay;
  readonly #likeness: ContentProducts;

  constructor(interactions: Interactions, { games, classes }: GameKnowledge) {
    this.#columns = makeColumns(interactions, MOST_COMPARED_GAMES);
    this.#coPlay = new WeightedCoPlay(this.#columns, USER_POWER);
    const columnOf = new Map(Array.from(this.#columns.gameIds, (id, column) => [id, column]));
    this.content = fitGameLikeness(
      games.filter(({ id, recorded }) => recorded || columnOf.has(id)),
      classes,
      (gameId, lends) => this.#lenders(columnOf.get(gameId), lends),
    );
    const rowOf = new Map(Array.from(this.content.gameIds, (id, row) => [id, row]));
    const { vectors } = this.content;
    const compared = Array.from(this.#columns.gameIds, (id) => vectorAt(vectors, rowOf.get(id)!));
    this.#likeness = new ContentProducts(joinVectors(compared, vectors.size));
  }

  /**
   * For every game q that somebody owns, finds the games h that its owners play and that are like it:
   *
   *     P̂(h | q) = (Σ_u w_u o_uq p_uh + k m_h F_qh / F̄_q) / (N_q + k)
   *     S(q, h)  = P̂ (0.05 + L_qh)^b / players_h^p + λ L_qh / max(1, N_q)
   *
   * - o_uq is 1 where user u owns q, p_uh is 1 where user u plays h, and w_u is the weight of user u;
   * - N_q = Σ w_u o_uq;
   * - m_h is the share of users, by weight, who play h;
   * - L is the likeness of content, at most 1;
   * - F = (0.05 + L)^4, and F̄_q is its mean over all h.
   */
  lists(parameters: SimilarGamesParameters = SIMILAR_GAMES_PARAMETERS): SimilarGames {
    const { gameIds, owners } = this.#columns;
    const row = () => new Float64Array(gameIds.length);
    const likeness = row();
    const prior = row();
    const scores = row();
    const divisors = powers(this.#columns.players, parameters.popularityPower);
    return new Map(
      Array.from(gameIds, (id, game) => {
        const { weights, players } = this.#coPlay.row(game);
        this.#likeness.fill(game, likeness);
        let sum = 0;
        for (let other = 0; other < scores.length; other++) {
          likeness[other] = Math.min(1, likeness[other]!);
          const factor = wholePower(LIKENESS_FLOOR + likeness[other]!, PRIOR_POWER);
          prior[other] = factor;
          sum += factor;
        }
        const imagined = (parameters.priorOwners * scores.length) / sum;
        const evidence = this.#coPlay.owners[game]! + parameters.priorOwners;
        const added = parameters.addedLikeness / Math.max(1, this.#coPlay.owners[game]!);
        for (let other = 0; other < scores.length; other++) {
          const chance =
            (weights[other]! + imagined * this.#coPlay.playedShare[other]! * prior[other]!) / evidence;
          const alike = wholePower(LIKENESS_FLOOR + likeness[other]!, parameters.likenessPower);
          scores[other] = (chance * alike) / divisors[other]! + added * likeness[other]!;
        }
        scores[game] = -1;
        const best = bestOf(scores, this.#columns, parameters.candidates);
        return [
          id,
          {
            owners: owners[game]!,
            gameIds: Int32Array.from(best, (other) => gameIds[other]!),
            scores: Float64Array.from(best, (other) => scores[other]!),
            likeness: Float64Array.from(best, (other) => likeness[other]!),
            players: Uint32Array.from(best, (other) => players[other]!),
          },
        ];
      }),
    );
  }

  /** The games that lend their tags to a game: the ones that its owners play most, relative to their popularity. */
  #lenders(game: number | undefined, lends: (gameId: number) => boolean): Lender[] {
    if (game === undefined) return [];
    const { gameIds, players } = this.#columns;
    const { weights } = this.#coPlay.row(game);
    const shares = new Float64Array(weights.length);
    for (let other = 0; other < weights.length; other++) {
      if (weights[other] === 0 || other === game || !lends(gameIds[other]!)) continue;
      shares[other] = weights[other]! / Math.max(1, players[other]!) ** LENDING.popularityPower;
    }
    return bestOf(shares, this.#columns, LENDING.games)
      .filter((other) => shares[other]! > 0)
      .map((other) => ({ gameId: gameIds[other]!, weight: shares[other]! }));
  }
}

/** The places of the highest values, highest first, and equal ones by game id. Values below 0 are left out. */
function bestOf(values: Float64Array, { gameIds }: Columns, count: number): number[] {
  const before = (a: number, b: number) => values[b]! - values[a]! || gameIds[a]! - gameIds[b]!;
  let best: number[] = [];
  let least = 0;
  for (let place = 0; place < values.length; place++) {
    if (values[place]! < least) continue;
    best.push(place);
    // The list is sorted now and then only. From the first time on, values below the last kept one are passed over
    // at once.
    if (best.length >= 4 * count) {
      best = best.sort(before).slice(0, count);
      least = values[best.at(-1)!]!;
    }
  }
  return best.sort(before).slice(0, count);
}

/** Each number of players to a power; 0 players count as 1. */
function powers(players: Int32Array, power: number): Float64Array {
  return Float64Array.from(players, (count) => Math.max(1, count) ** power);
}

/** A power with a whole exponent. It is several times faster than `**`, and called for every two games. */
function wholePower(base: number, power: number): number {
  let product = 1;
  for (let factor = 0; factor < power; factor++) product *= base;
  return product;
}
