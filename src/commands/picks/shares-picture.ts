import { joined, type Plain, plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { UserReason } from '../../engine/recommender/recommend-user.ts';
import type { Picture } from '../contract/picture.ts';
import { originLine } from '../message/origin-line.ts';
import type { GameNames, NamedGame } from '../names/game-names.ts';

/** The number of a user's games that the picture tells apart; there are no more patterns than this. */
const SOURCES = 6;

/**
 * A picture of the share that each of a user's games has in each pick. Undefined where it would show nothing: no pick has
 * such reasons, or all of them come from one game.
 */
export function sharesPicture(
  picks: readonly (NamedGame & { because: readonly UserReason[] })[],
  {
    title,
    games,
    gamesEnd,
    names,
  }: { title: Plain; games: number; gamesEnd: number | null; names: GameNames },
  dataSet: DataSet,
  words: Words,
): Picture | undefined {
  const wholes = picks
    .map(({ because, ...pick }) => ({ pick, played: because.filter((reason) => reason.kind === 'played') }))
    .filter(({ played }) => played.length > 0);
  const brought = new Map<string, { name: Plain; share: number }>();
  for (const { gameId, name, share } of wholes.flatMap(({ played }) => played)) {
    const before = brought.get(gameId)?.share ?? 0;
    brought.set(gameId, { name: names.plain({ gameId, name }, 100), share: before + share });
  }
  if (brought.size < 2) return undefined;
  const sources = [...brought].toSorted(([, a], [, b]) => b.share - a.share).slice(0, SOURCES);
  const placeOf = new Map(sources.map(([gameId], place) => [gameId, place]));
  const chartWholes = wholes.map(({ pick, played }) => ({
    name: names.plain(pick, 100),
    shares: played.flatMap(({ gameId, share }) => {
      const source = placeOf.get(gameId);
      return source === undefined ? [] : [{ source, share }];
    }),
  }));
  const sourceNames = sources.map(([, { name }]) => name);
  const unit = words.plain('picture.shares');
  const figures = chartWholes.map(({ name, shares }) => {
    const parts = shares.map(({ source, share }) => plain`${sourceNames[source]!} ${words.percent(share)}`);
    return plain`${name}: ${joined(parts, ', ')}`;
  });
  return {
    chart: {
      kind: 'shares',
      title,
      unit,
      source: originLine(words.plain('picture.games', { games }), { gamesEnd }, dataSet, words),
      locale: words.locale,
      sources: sourceNames,
      wholes: chartWholes,
      rest: words.plain('picture.rest'),
    },
    description: words.plain('picture.description', { title, unit, figures: joined(figures, '; ') }),
  };
}
