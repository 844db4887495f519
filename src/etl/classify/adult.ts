import { ADULT_TAGS, ADULT_TAGS_IF_FIRST } from '../../database/schema/adult-tags.ts';
import { type BaseGames, haveCompanyInCommon } from './base-games.ts';
import type { DescribedGame } from './described-game.ts';

/** The number of tags, from the first on, among which {@link ADULT_TAGS_IF_FIRST} count. */
const FIRST = 8;

/** Whether a game is tagged as for adults. A game without a record has no tags, so it counts as not for adults. */
export function isAdult({ tags }: Pick<DescribedGame, 'tags'>): boolean {
  const first = tags.slice(0, FIRST);
  return (
    ADULT_TAGS.some((tag) => tags.includes(tag)) || ADULT_TAGS_IF_FIRST.some((tag) => first.includes(tag))
  );
}

/**
 * The games for adults, with all that belongs to them: their DLC, demos, soundtracks and parts, and their other editions,
 * which often have no tags of their own.
 *
 * @param isGame whether something is a game of its own, not an addition to one
 * @param bases the games that others may be additions to
 * @param editions the edition key of each game, by its id
 * @returns the ids of these
 */
export function adultGames(
  games: readonly DescribedGame[],
  isGame: (game: DescribedGame) => boolean,
  bases: BaseGames,
  editions: ReadonlyMap<number, string>,
): Set<number> {
  const tagged = games.filter(isAdult);
  const ids = new Set(tagged.map(({ id }) => id));
  const byEdition = new Map<string, DescribedGame[]>();
  for (const game of tagged) {
    const edition = editions.get(game.id)!;
    byEdition.set(edition, [...(byEdition.get(edition) ?? []), game]);
  }
  for (const game of games) {
    if (ids.has(game.id)) continue;
    const same = byEdition.get(editions.get(game.id)!) ?? [];
    const base = isGame(game) ? undefined : bases.additionTo(game)?.base;
    const family = same.some((other) => !game.recorded || haveCompanyInCommon(other, game));
    if (family || (base !== undefined && isAdult(base))) ids.add(game.id);
  }
  return ids;
}
