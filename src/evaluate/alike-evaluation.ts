import { z } from 'zod';
import { unpackRow } from '../database/packed-weights.ts';
import { vouchedFactor } from '../engine/recommender/content-candidates.ts';
import { NearestGames } from '../engine/recommender/nearest-games.ts';
import { isToldByPlay, joinCandidates } from '../engine/recommender/recommend-game.ts';
import { PICKS } from '../engine/recommender/shown-games.ts';
import { pickSimilarGames, type SimilarCandidate } from '../engine/recommender/similar-games.ts';
import type { Classification } from '../etl/classify/classify-games.ts';
import type { DescribedGame } from '../etl/classify/described-game.ts';
import { makeColumns } from '../etl/fit/columns.ts';
import {
  MOST_COMPARED_GAMES,
  SIMILAR_GAMES_PARAMETERS,
  SimilarGamesFit,
} from '../etl/fit/fit-similar-games.ts';
import type { Interactions } from '../etl/fit/interactions.ts';
import { packContent } from '../etl/fit/store-models.ts';
import { pairedBootstrap } from './bootstrap.ts';
import type { EvaluationTable } from './evaluation.ts';
import { candidatesOf, describeAtLarge } from './fitted-games.ts';

/** The games that others call alike: for each source, the accepted ids by the id of the game. */
export type AlikeGames = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

/** The input for judging lists by such games. */
export interface AlikeContext {
  games: readonly DescribedGame[];
  classes: ReadonlyMap<number, Classification>;
  /** All complete libraries: nothing is held out, since the truth comes from elsewhere. */
  interactions: Interactions;
  /** By game: the users who own it, and the reviews that recommend it. */
  vouched: ReadonlyMap<number, { owners: number; recommendations: number }>;
}

const FILE = z.object({ games: z.record(z.string().regex(/^\d+$/), z.record(z.string(), z.unknown())) });
const IDS = z.array(z.number().int());

/**
 * Reads a file of games that others call alike: `{"games":{"<id>":{"<source>":[ids …], …}}}`. What else it says of a game is
 * passed over.
 *
 * @throws ZodError or SyntaxError where the text is another
 */
export function parseAlikeGames(text: string): AlikeGames {
  const sources = new Map<string, Map<number, number[]>>();
  for (const [id, fields] of Object.entries(FILE.parse(JSON.parse(text)).games)) {
    for (const [source, accepted] of Object.entries(fields)) {
      const ids = IDS.safeParse(accepted);
      if (!ids.success) continue;
      const games = sources.get(source) ?? new Map<number, number[]>();
      games.set(Number(id), ids.data);
      sources.set(source, games);
    }
  }
  return sources;
}

/** Gives the first five games of a list for a game; null where it has none. */
type AlikeList = (gameId: number) => Promise<readonly number[] | null> | readonly number[] | null;

/** Judges the lists for the games of each source by the share of five that is accepted, with 95 % intervals. */
export async function evaluateAlike(context: AlikeContext, alike: AlikeGames): Promise<EvaluationTable> {
  const nearest = startSearch(context);
  const rows: string[][] = [];
  try {
    for (const [name, list] of comparedLists(context, nearest)) {
      const cells: string[] = [];
      for (const games of alike.values()) cells.push(await judge(games, list));
      rows.push([name, ...cells]);
    }
  } finally {
    await nearest.search.close();
  }
  return {
    title:
      'Games that others call alike: the share of five that is accepted, and the share of lists with any',
    columns: ['List', ...Array.from(alike, ([source, games]) => `${source} (${games.size})`)],
    rows,
  };
}

async function judge(games: ReadonlyMap<number, readonly number[]>, list: AlikeList): Promise<string> {
  const shares: number[] = [];
  for (const [gameId, accepted] of games) {
    const five = (await list(gameId)) ?? [];
    shares.push(five.filter((id) => accepted.includes(id)).length / Math.min(PICKS, accepted.length));
  }
  const { mean, low, high } = pairedBootstrap(
    shares,
    shares.map(() => 0),
  );
  const hits = shares.filter((share) => share > 0).length / Math.max(1, shares.length);
  return `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}], ${hits.toFixed(2)}`;
}

/** The search by content, as answers use it. */
interface ContentSearch {
  search: NearestGames;
  near(gameId: number): Promise<SimilarCandidate[]>;
  fit: SimilarGamesFit;
}

function startSearch({ games, classes, interactions, vouched }: AlikeContext): ContentSearch {
  const fit = new SimilarGamesFit(interactions, { games, classes });
  const { content } = fit;
  const packed = Array.from(content.gameIds, (_, row) => packContent(content, row));
  const rowOf = new Map(Array.from(content.gameIds, (id, row) => [id, row]));
  const searched = [...content.gameIds].filter((id) => classes.get(id)!.kind === 'game');
  const contents = searched.map((id) => packed[rowOf.get(id)!]!);
  const search = NearestGames.start({
    contents: Buffer.concat(contents),
    sizes: contents.map(({ length }) => length),
    factors: Float32Array.from(searched, (id) => {
      const { owners, recommendations } = vouched.get(id) ?? { owners: 0, recommendations: 0 };
      return vouchedFactor(owners, recommendations);
    }),
  });
  return {
    search,
    fit,
    async near(gameId) {
      const row = rowOf.get(gameId);
      if (row === undefined) return [];
      const found = await search.nearest(unpackRow(packed[row]!), SIMILAR_GAMES_PARAMETERS.candidates);
      return found.map(({ row: at, ...rest }) => ({ gameId: searched[at]!, players: 0, ...rest }));
    },
  };
}

function comparedLists(
  { games, classes, interactions }: AlikeContext,
  { fit, near }: ContentSearch,
): [name: string, list: AlikeList][] {
  const atLarge = describeAtLarge(games, classes, makeColumns(interactions, MOST_COMPARED_GAMES));
  const shown = (gameId: number, candidates: readonly SimilarCandidate[]) => {
    const game = atLarge.classified(gameId);
    return game === undefined ? [] : pickSimilarGames(game, candidates, atLarge).map((pick) => pick.gameId);
  };
  const coPlay = fit.lists({ ...SIMILAR_GAMES_PARAMETERS, priorOwners: 0, likenessPower: 0 });
  const ours = fit.lists();
  return [
    [
      'P(play | owned) / players^0.4',
      (gameId) => {
        const row = coPlay.get(gameId);
        return row === undefined ? null : shown(gameId, candidatesOf(row));
      },
    ],
    ['content and what people vouch for', async (gameId) => shown(gameId, await near(gameId))],
    [
      'ours, as shown',
      async (gameId) => {
        const row = ours.get(gameId);
        const candidates = row === undefined ? [] : candidatesOf(row);
        const told = isToldByPlay({ owners: row?.owners ?? 0 });
        return shown(gameId, told ? candidates : joinCandidates(await near(gameId), candidates));
      },
    ],
  ];
}
