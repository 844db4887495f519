import type { Catalogue, CatalogueGame } from '../catalogue.ts';
import type { DataSet } from '../data-set.ts';
import { QuestionError } from '../question-error.ts';

/**
 * The game that was meant by a name or an id.
 *
 * @throws QuestionError `unknown-game` or `ambiguous-game`, with what may have been meant
 */
export async function resolveGame(dataSet: DataSet, typed: string): Promise<CatalogueGame> {
  const catalogue = await dataSet.catalogue();
  const resolution = catalogue.index.resolve(typed);
  if (resolution.kind === 'found') return catalogue.classified(resolution.game.gameId)!;
  if (resolution.kind === 'ambiguous') {
    throw new QuestionError('ambiguous-game', { name: typed }, namesOf(resolution.games));
  }
  const to = dataSet.summary.span?.to.slice(0, 4) ?? '';
  throw new QuestionError('unknown-game', { name: typed, to }, namesOf(resolution.suggestions));
}

/** So many games can be named as what somebody likes. */
export const MOST_LIKES = 10;

/**
 * The games that a list names, commas between, each once. A name that has a comma itself (`Warhammer 40,000: Dawn of War`) is
 * found, too: as many of the parts as make a game are taken together.
 *
 * @throws QuestionError as {@link resolveGame}, or `too-many-likes`
 */
export async function resolveGames(dataSet: DataSet, typed: string): Promise<CatalogueGame[]> {
  const catalogue = await dataSet.catalogue();
  const parts = typed.split(',');
  const games = new Map<number, CatalogueGame>();
  for (let from = 0; from < parts.length; ) {
    const taken = partsOfOne(catalogue, parts, from);
    const name = parts
      .slice(from, from + taken)
      .join(',')
      .trim();
    from += taken;
    if (name === '') continue;
    const game = await resolveGame(dataSet, name);
    games.set(game.gameId, game);
    if (games.size > MOST_LIKES) throw new QuestionError('too-many-likes', { most: MOST_LIKES });
  }
  return [...games.values()];
}

/** A title has no more commas than this, of those that matter. */
const MOST_PARTS = 4;

/** How many parts from here on are the name of one game: the most that are, or 1. */
function partsOfOne({ index }: Catalogue, parts: readonly string[], from: number): number {
  for (let taken = Math.min(MOST_PARTS, parts.length - from); taken > 1; taken--) {
    const joined = parts
      .slice(from, from + taken)
      .join(',')
      .trim();
    if (index.isName(joined)) return taken;
  }
  return 1;
}

function namesOf(games: readonly { name: string }[]): string[] {
  return [...new Set(games.map(({ name }) => name))];
}
