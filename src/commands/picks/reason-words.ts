import { joined, type Markdown, type Plain, plainLine } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import type { SimilarReason } from '../../engine/recommender/reasons.ts';
import type { UserReason } from '../../engine/recommender/recommend-user.ts';
import type { Asker } from '../contract/asker.ts';
import { markdownName, NAME_LENGTH } from '../message/embed-text.ts';
import type { GameNames } from '../names/game-names.ts';
import { tagNames } from '../names/tag-names.ts';

/** So many of somebody's games are named in words, the one that brought most first; the others only if they brought so much. */
const GAMES_NAMED = 3;
const LEAST_SHARE = 0.1;

/** The kind of text in which reasons are written, and how names from the data are written in it. */
export interface Naming<Text extends Markdown | Plain> {
  /** @param most the UTF-16 units that the name has at most; unset, a default of the kind */
  game(game: { gameId: string; name: string }, most?: number): Text;
  text(name: string): Text;
  /** Tags, without those that are not named where the asker is. */
  tags(tags: readonly string[]): Text[];
  all(items: readonly Text[]): Text;
  say(key: TextKey, values: Readonly<Record<string, Text | number>>): Text;
}

/** For a picture, where games have the names that they have where the asker is; without these, for a terminal. */
export function inPlain(words: Words, names?: GameNames): Naming<Plain> {
  return {
    game: (game, most = NAME_LENGTH) => names?.plain(game, most) ?? plainLine(game.name),
    text: plainLine,
    tags: (tags) => tags.map(plainLine),
    all: (items) => words.all(items),
    say: (key, values) => words.plain(key, values),
  };
}

/** For an embed: games by the names that they have where the asker is. */
export function inMarkdown(words: Words, names: GameNames, asker: Asker): Naming<Markdown> {
  return {
    game: (game, most) => names.inText(game, most),
    text: markdownName,
    tags: (tags) => tagNames(tags, asker),
    all: (items) => words.all(items),
    say: (key, values) => words.text(key, values),
  };
}

/** Why a game is like another, in words. */
export function similarReasonWords<Text extends Markdown | Plain>(
  because: readonly SimilarReason[],
  naming: Naming<Text>,
): Text {
  const inWords = (reason: SimilarReason): Text => {
    switch (reason.kind) {
      case 'series':
        return naming.say('reason.series', { series: naming.text(reason.series) });
      case 'developer':
        return naming.say('reason.developer', { developer: naming.text(reason.developer) });
      case 'players':
        return naming.say('reason.players', { count: reason.count });
      case 'tags':
        return naming.say('reason.tags', { tags: naming.all(naming.tags(reason.tags)) });
      case 'popular':
        return naming.say('reason.popular', { players: reason.players });
    }
  };
  return joined(because.map(inWords), '; ');
}

/** Why a game is for somebody, in words: `because you play Portal 2 and own Half-Life 2`. */
export function userReasonWords<Text extends Markdown | Plain>(
  because: readonly UserReason[],
  naming: Naming<Text>,
): Text {
  const popular = because.find((reason) => reason.kind === 'popular');
  if (popular !== undefined) return naming.say('reason.popular', { players: popular.players });
  const theirs = because
    .filter((reason) => reason.kind === 'played')
    .filter(({ share }, index) => index === 0 || share >= LEAST_SHARE)
    .slice(0, GAMES_NAMED);
  const names = (of: (hours: number | null) => boolean) =>
    naming.all(theirs.filter(({ hours }) => of(hours)).map((game) => naming.game(game)));
  const likes = theirs.filter(({ hours }) => hours === null);
  if (likes.length > 0) {
    return naming.say('reason.likes', { games: names((hours) => hours === null), count: likes.length });
  }
  const played = names((hours) => hours !== null && hours > 0);
  const owned = names((hours) => hours === 0);
  if (owned === '') return naming.say('reason.played', { games: played });
  if (played === '') return naming.say('reason.owned', { games: owned });
  return naming.say('reason.played-and-owned', { played, owned });
}
