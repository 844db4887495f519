import type { DescribedGame } from '../classify/described-game.ts';
import { type Columns, makeColumns } from './columns.ts';
import { GameLikeness, type GameLikenessWeights, type Lender } from './game-likeness.ts';
import type { Interactions } from './interactions.ts';
import { WeightedCoPlay } from './weighted-co-play.ts';

/** The parameters for finding games like a game; see {@link fitSimilarGames}. */
export interface SimilarGamesParameters {
  /** The number of candidates kept for each game. */
  candidates: number;
  /** The number of games compared, the most owned ones. The time grows with its square. */
  maxGames: number;
  /** The power p in the weight of a user, (games owned)^-p. */
  userPower: number;
  /** The weight k of the imagined owners of a game, who play popular games that are like it. */
  priorOwners: number;
  /** The power of the likeness by which the imagined owners choose; a whole number. */
  priorPower: number;
  /** The amount added to each likeness, so that none is 0. */
  likenessFloor: number;
  /** The power p in players^p, by which a chance is divided. */
  popularityPower: number;
  /** The weight λ of likeness beside play, in standard errors of the chance. */
  likeness: number;
  /** The weights of the kinds of likeness. */
  weights: GameLikenessWeights;
  /**
   * The parameters of the order in which the games found are shown. A few players in common may be chance, so a
   * chance is multiplied by e / (e + `doubtfulPlayers`), where e is the number of players in common plus
   * `playersOfLikeness` × the likeness.
   */
  display: {
    popularityPower: number;
    likenessPower: number;
    doubtfulPlayers: number;
    playersOfLikeness: number;
  };
  /**
   * The number of games that lend their tags to a game without tags, and the power of their players by which their
   * weights are divided.
   */
  lending: { games: number; popularityPower: number };
}

/** The best on the tuning fold; docs/recommending.md says which others were tried. */
export const SIMILAR_GAMES_PARAMETERS: SimilarGamesParameters = {
  candidates: 60,
  maxGames: 16_384,
  userPower: 0.5,
  priorOwners: 5,
  priorPower: 4,
  likenessFloor: 0.05,
  popularityPower: 0.2,
  likeness: 0.2,
  weights: { tags: 0.75, developers: 0.15, publisher: 0.05, titleWords: 0.15 },
  display: { popularityPower: 0.5, likenessPower: 0.7, doubtfulPlayers: 2, playersOfLikeness: 10 },
  lending: { games: 20, popularityPower: 0.3 },
};

/** The games most like one game, best first. Each array has the value of a game at the same place. */
export interface SimilarGamesRow {
  /** The number of users who have the one game itself. */
  owners: number;
  gameIds: Int32Array;
  /** The scores by which the candidates are ranked. */
  scores: Float64Array;
  /** The scores by which the games shown are ordered: they depend more on likeness and less on popularity. */
  displayScores: Float64Array;
  /** The numbers of users who play both games. */
  players: Uint32Array;
  /** The cosines of the tags, genres and specs of the two games, 0 to 1, also of borrowed ones. */
  tagLikeness: Float64Array;
}

/** The candidates of every game that somebody owns, by game id. */
export type SimilarGames = Map<number, SimilarGamesRow>;

/** Descriptions of games, with or without players. */
export interface GameKnowledge {
  games: readonly DescribedGame[];
  /** The edition keys of the games that may be recommended, by game id. */
  editions: ReadonlyMap<number, string>;
}

/**
 * For every game q that somebody owns, finds the games h that its owners play and that are like it:
 *
 *     P̂(h | q) = (Σ_u w_u o_uq p_uh + k m_h F_qh / F̄_q) / (N_q + k)
 *     S(q, h)  = P̂ / players_h^0.2 + λ L_qh / √max(1, N_q)
 *
 * - o_uq is 1 where user u owns q, p_uh is 1 where user u plays h, and w_u is the weight of user u;
 * - N_q = Σ w_u o_uq;
 * - m_h is the share of users, by weight, who play h;
 * - F = (0.05 + T)^4, where T is the likeness of tags, and F̄_q is its mean over all h;
 * - L is the likeness of all content.
 *
 * Likeness counts like a standard error of play. It decides where few users play the game, and fades as players
 * come.
 */
export function fitSimilarGames(
  interactions: Interactions,
  knowledge: GameKnowledge,
  parameters: SimilarGamesParameters = SIMILAR_GAMES_PARAMETERS,
): SimilarGames {
  const scorer = new SimilarGamesScorer(interactions, knowledge, parameters);
  return new Map(
    Array.from(scorer.columns.gameIds, (id, game) => {
      const scored = scorer.score(game);
      const best = bestOf(scored.scores, scorer.columns, parameters.candidates);
      return [id, scorer.describe(game, scored, best)];
    }),
  );
}

/** The scores of all games for one game, by column. */
interface ScoredRow {
  scores: Float64Array;
  chances: Float64Array;
  likeness: Float64Array;
  players: Uint32Array;
  tagLikeness: Float64Array;
}

/** Scores games for one game at a time, in arrays that are made once. */
class SimilarGamesScorer {
  readonly columns: Columns;
  readonly #parameters: SimilarGamesParameters;
  readonly #coPlay: WeightedCoPlay;
  readonly #likeness: GameLikeness;
  readonly #divisors: Float64Array;
  readonly #displayDivisors: Float64Array;
  readonly #lendingDivisors: Float64Array;
  readonly #tags: Float64Array;
  readonly #whole: Float64Array;
  readonly #prior: Float64Array;
  readonly #scores: Float64Array;
  readonly #chances: Float64Array;

  constructor(
    interactions: Interactions,
    { games, editions }: GameKnowledge,
    parameters: SimilarGamesParameters,
  ) {
    this.#parameters = parameters;
    this.columns = makeColumns(interactions, parameters.maxGames);
    const { gameIds, players } = this.columns;
    this.#coPlay = new WeightedCoPlay(this.columns, parameters.userPower);
    this.#divisors = powers(players, parameters.popularityPower);
    this.#displayDivisors = powers(players, parameters.display.popularityPower);
    this.#lendingDivisors = powers(players, parameters.lending.popularityPower);

    const byId = new Map(games.map((game) => [game.id, game]));
    const compared = Array.from(gameIds, (id) => byId.get(id) ?? nameless(id));
    this.#likeness = new GameLikeness(
      compared,
      games,
      editions,
      (game, lends) => this.#lenders(game, lends),
      parameters.weights,
    );
    const row = () => new Float64Array(gameIds.length);
    this.#tags = row();
    this.#whole = row();
    this.#prior = row();
    this.#scores = row();
    this.#chances = row();
  }

  /** The scores for one game. The next call writes over them. */
  score(game: number): ScoredRow {
    const { priorOwners, priorPower, likenessFloor, likeness } = this.#parameters;
    const { owners, playedShare } = this.#coPlay;
    const { weights, players } = this.#coPlay.row(game);
    this.#likeness.tags(game, this.#tags);
    this.#likeness.whole(game, this.#tags, this.#whole);
    let sum = 0;
    for (let other = 0; other < weights.length; other++) {
      const factor = wholePower(likenessFloor + this.#tags[other]!, priorPower);
      this.#prior[other] = factor;
      sum += factor;
    }
    const mean = sum / weights.length;
    const evidence = owners[game]! + priorOwners;
    const likenessScale = likeness / Math.sqrt(Math.max(1, owners[game]!));
    for (let other = 0; other < weights.length; other++) {
      const prior = (priorOwners * playedShare[other]! * this.#prior[other]!) / mean;
      const chance = (weights[other]! + prior) / evidence;
      this.#chances[other] = chance;
      this.#scores[other] = chance / this.#divisors[other]! + likenessScale * this.#whole[other]!;
    }
    this.#scores[game] = -1;
    return {
      scores: this.#scores,
      chances: this.#chances,
      likeness: this.#whole,
      players,
      tagLikeness: this.#tags,
    };
  }

  /**
   * The values that are kept of the best games.
   *
   * @param best columns of the best games, best first
   */
  describe(game: number, scored: ScoredRow, best: readonly number[]): SimilarGamesRow {
    const { gameIds, owners } = this.columns;
    const { likenessFloor, display } = this.#parameters;
    return {
      owners: owners[game]!,
      gameIds: Int32Array.from(best, (other) => gameIds[other]!),
      scores: Float64Array.from(best, (other) => scored.scores[other]!),
      displayScores: Float64Array.from(best, (other) => {
        const alike = scored.likeness[other]!;
        const evidence = scored.players[other]! + display.playersOfLikeness * alike;
        return (
          (scored.chances[other]! / this.#displayDivisors[other]!) *
          (likenessFloor + alike) ** display.likenessPower *
          (evidence / (evidence + display.doubtfulPlayers))
        );
      }),
      players: Uint32Array.from(best, (other) => scored.players[other]!),
      tagLikeness: Float64Array.from(best, (other) => scored.tagLikeness[other]!),
    };
  }

  /** The games that lend their tags to a game: the ones that its owners play most, relative to their popularity. */
  #lenders(game: number, lends: (other: number) => boolean): Lender[] {
    const { weights } = this.#coPlay.row(game);
    const shares = new Float64Array(weights.length);
    for (let other = 0; other < weights.length; other++) {
      if (weights[other] === 0 || other === game || !lends(other)) continue;
      shares[other] = weights[other]! / this.#lendingDivisors[other]!;
    }
    return bestOf(shares, this.columns, this.#parameters.lending.games)
      .filter((other) => shares[other]! > 0)
      .map((other) => ({ game: other, weight: shares[other]! }));
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

/** A game of which nothing but the id is known. */
function nameless(id: number): DescribedGame {
  return {
    id,
    name: '',
    recorded: false,
    genres: [],
    tags: [],
    specs: [],
    developers: [],
    publisher: null,
    releaseYear: null,
  };
}
