import type { DescribedGame } from '../classify/described-game.ts';
import { type Columns, makeColumns } from './columns.ts';
import { GameLikeness, type GameLikenessWeights, type Lender } from './game-likeness.ts';
import type { Interactions } from './interactions.ts';
import { WeightedCoPlay } from './weighted-co-play.ts';

/** How games like a game are found; see {@link fitSimilarGames}. */
export interface SimilarGamesParameters {
  /** Candidates kept for each game. */
  candidates: number;
  /** The most owned games that are compared; the time grows with their square. */
  maxGames: number;
  /** A user counts (games owned)^-this. */
  userPower: number;
  /** So much weight of imagined owners plays what is popular and like the game. */
  priorOwners: number;
  /** How strongly likeness decides what those play; a whole number. */
  priorPower: number;
  /** Added to a likeness, so that none is 0. */
  likenessFloor: number;
  /** A chance is divided by (players)^this. */
  popularityPower: number;
  /** How much likeness counts beside play, in standard errors of the chance. */
  likeness: number;
  weights: GameLikenessWeights;
  /**
   * For the order in which those that are shown stand. Few players in common may be chance: they count for what they are out
   * of `doubtfulPlayers` more, where full likeness is worth `playersOfLikeness`.
   */
  display: {
    popularityPower: number;
    likenessPower: number;
    doubtfulPlayers: number;
    playersOfLikeness: number;
  };
  /** How many games lend their tags to one that has none, and by which power of their players they are divided. */
  lending: { games: number; popularityPower: number };
}

/** Tuned on the tuning fold; docs/recommending.md says what else was tried. */
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

/** The games most like one game, best first, each value at the same place in its array. */
export interface SimilarGamesRow {
  /** Users who have the game itself. */
  owners: number;
  gameIds: Int32Array;
  /** What they are ranked by. */
  scores: Float64Array;
  /** What those that are shown are ordered by: closer to likeness, further from popularity. */
  displayScores: Float64Array;
  /** Users who play both. */
  players: Uint32Array;
  /** The cosine of their tags, genres and specs, 0 to 1, borrowed ones too. */
  tagLikeness: Float64Array;
}

/** The candidates of every game that somebody has, by id. */
export type SimilarGames = Map<number, SimilarGamesRow>;

/** What is known of games, with or without players. */
export interface GameKnowledge {
  games: readonly DescribedGame[];
  /** Edition keys by id, of what may be recommended. */
  editions: ReadonlyMap<number, string>;
}

/**
 * For every game q that somebody has, the games h that its owners play and that are like it:
 *
 *     P̂(h | q) = (Σ_u w_u o_uq p_uh + k m_h F_qh / F̄_q) / (N_q + k)
 *     S(q, h)  = P̂ / players_h^0.2 + λ L_qh / √max(1, N_q)
 *
 * where o and p are 1 where the user owns and plays, w_u the user's weight, N_q = Σ w_u o_uq, m_h the share of all users who play
 * h, F = (0.05 + T)^4 of the likeness of tags T, F̄ its mean over all h, and L the likeness of all content. Likeness counts as a
 * standard error of the play does: it decides where few play the game, and fades as players come.
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

/** Scores of all games for one. */
interface ScoredRow {
  scores: Float64Array;
  chances: Float64Array;
  likeness: Float64Array;
  players: Uint32Array;
  tagLikeness: Float64Array;
}

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

  /** The scores for one game; the next call writes over them. */
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

  /** What is kept of the best. */
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

/** The places of the highest values from 0 up, highest first; equal ones by game id. */
function bestOf(values: Float64Array, { gameIds }: Columns, count: number): number[] {
  const before = (a: number, b: number) => values[b]! - values[a]! || gameIds[a]! - gameIds[b]!;
  let best: number[] = [];
  let least = 0;
  for (let place = 0; place < values.length; place++) {
    if (values[place]! < least) continue;
    best.push(place);
    // Sorted now and then only: what lies below the last kept value is passed over at once.
    if (best.length >= 4 * count) {
      best = best.sort(before).slice(0, count);
      least = values[best.at(-1)!]!;
    }
  }
  return best.sort(before).slice(0, count);
}

function powers(players: Int32Array, power: number): Float64Array {
  return Float64Array.from(players, (count) => Math.max(1, count) ** power);
}

/** Several times faster than `**`, and called for every two games. */
function wholePower(base: number, power: number): number {
  let product = 1;
  for (let factor = 0; factor < power; factor++) product *= base;
  return product;
}

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
