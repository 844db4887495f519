import { joined, type Markdown, type Plain, plainLine } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import type { SimilarReason } from '../../engine/recommender/reasons.ts';
import type { UserReason } from '../../engine/recommender/recommend-user.ts';
import type { Asker } from '../contract/asker.ts';
import { markdownName, NAME_LENGTH } from '../message/embed-text.ts';
import type { GameNames } from '../names/game-names.ts';
import { tagNames } from '../names/tag-names.ts';

/** The number of a user's games that a reason names, the one with the greatest share in the pick first. */
const GAMES_NAMED = 3;
/** The share in the pick, 0 to 1, from which a further game is named. */
const LEAST_SHARE = 0.1;

/** Writes reasons and the names in them, as one kind of text: Markdown or plain. */
export interface Naming<Text extends Markdown | Plain> {
  /** The name of a game. @param most its greatest length in UTF-16 units; unset: {@link NAME_LENGTH} */
  game(game: { gameId: string; name: string }, most?: number): Text;
  /** Any other name from the data. */
  text(name: string): Text;
  /** Tags; Markdown leaves out those that must not be named in the asker's channel. */
  tags(tags: readonly string[]): Text[];
  /** `a, b and c`. */
  all(items: readonly Text[]): Text;
  /** The text of a key. */
  say(key: TextKey, values: Readonly<Record<string, Text | number>>): Text;
}

/** Plain text. With `names`, for a picture, games are named as the asker's channel allows; a terminal names all games. */
export function inPlain(words: Words, names?: GameNames): Naming<Plain> {
  return {
    game: (game, most = NAME_LENGTH) => names?.plain(game, most) ?? plainLine(game.name),
    text: plainLine,
    tags: (tags) => tags.map(plainLine),
    all: (items) => words.all(items),
    say: (key, values) => words.plain(key, values),
  };
}

/** Markdown for an embed, with games and tags named as the asker's channel allows. */
export function inMarkdown(words: Words, names: GameNames, asker: Asker): Naming<Markdown> {
  return {
    game: (game, most) => names.inText(game, most),
    text: markdownName,
    tags: (tags) => tagNames(tags, asker),
    all: (items) => words.all(items),
    say: (key, values) => words.text(key, values),
  };
}

/** The reasons why a game is like another, in one line. */
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

/** The reasons why a game suits a user, in one line: `because you play Portal 2 and own Half-Life 2`. */
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
