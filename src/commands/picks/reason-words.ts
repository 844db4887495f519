import type { Words } from '../../../locales/words.ts';
import type { SimilarReason } from '../../engine/recommender/reasons.ts';
import type { UserReason } from '../../engine/recommender/recommend-user.ts';

/** So many of somebody's games are named in words, the one that brought most first; the others only if they brought so much. */
const GAMES_NAMED = 3;
const LEAST_SHARE = 0.1;

/** How names from the data are written. */
export interface Naming {
  game(game: { gameId: string; name: string }): string;
  text(name: string): string;
}

const AS_THEY_ARE: Naming = { game: ({ name }) => name, text: (name) => name };

/** Why a game is like another, in words. */
export function similarReasonWords(
  because: readonly SimilarReason[],
  words: Words,
  naming: Naming = AS_THEY_ARE,
): string {
  const inWords = (reason: SimilarReason): string => {
    switch (reason.kind) {
      case 'series':
        return words.text('reason.series', { series: naming.text(reason.series) });
      case 'developer':
        return words.text('reason.developer', { developer: naming.text(reason.developer) });
      case 'players':
        return words.text('reason.players', { count: reason.count });
      case 'tags':
        return words.text('reason.tags', { tags: words.all(reason.tags.map((tag) => naming.text(tag))) });
      case 'popular':
        return words.text('reason.popular', { players: reason.players });
    }
  };
  return because.map(inWords).join('; ');
}

/** Why a game is for somebody, in words: `because you play Portal 2 and own Half-Life 2`. */
export function userReasonWords(
  because: readonly UserReason[],
  words: Words,
  naming: Naming = AS_THEY_ARE,
): string {
  const popular = because.find((reason) => reason.kind === 'popular');
  if (popular !== undefined) return words.text('reason.popular', { players: popular.players });
  const theirs = because
    .filter((reason) => reason.kind === 'played')
    .filter(({ share }, index) => index === 0 || share >= LEAST_SHARE)
    .slice(0, GAMES_NAMED);
  const names = (of: (hours: number | null) => boolean) =>
    words.all(theirs.filter(({ hours }) => of(hours)).map((game) => naming.game(game)));
  const likes = names((hours) => hours === null);
  if (likes !== '') return words.text('reason.likes', { games: likes });
  const played = names((hours) => hours !== null && hours > 0);
  const owned = names((hours) => hours === 0);
  if (owned === '') return words.text('reason.played', { games: played });
  if (played === '') return words.text('reason.owned', { games: owned });
  return words.text('reason.played-and-owned', { played, owned });
}
