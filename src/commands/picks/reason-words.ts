import { joined, type Markdown, type Plain, plainLine } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import type { SimilarReason } from '../../engine/recommender/reasons.ts';
import type { UserReason } from '../../engine/recommender/recommend-user.ts';
import type { Asker } from '../contract/asker.ts';
import { markdownName, NAME_LENGTH } from '../message/embed-text.ts';
import type { GameNames } from '../names/game-names.ts';
import { tagNames } from '../names/tag-names.ts';

/** The greatest length of a game's name in a reason, in UTF-16 units. */
const REASON_NAME_LENGTH = 50;
/** The number of a user's games that a reason names, the one with the greatest share in the pick first. */
const GAMES_NAMED = 3;
/** A further game is named from this part, 0 to 1, of the greatest share: a reason names the games that brought most. */
const LEAST_PART = 0.5;

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
    tags: (tags) => tags.map((tag) => plainLine(words.label(tag))),
    all: (items) => words.all(items),
    say: (key, values) => words.plain(key, values),
  };
}

/** Markdown for an embed, with games and tags named as the asker's channel allows. */
export function inMarkdown(words: Words, names: GameNames, asker: Asker): Naming<Markdown> {
  return {
    game: (game, most = REASON_NAME_LENGTH) => names.inText(game, most),
    text: markdownName,
    tags: (tags) => tagNames(tags, asker),
    all: (items) => words.all(items),
    say: (key, values) => words.text(key, values),
  };
}

/** The kinds of reasons in the order in which a line takes them: a maker, then what the games are like, then their players. */
const TOLD: readonly (readonly SimilarReason['kind'][])[] = [
  ['series', 'developer', 'popular'],
  ['tags'],
  ['players'],
];
/** The most reasons in a line: a reply with five picks has to fit a phone. */
const REASONS_TOLD = 2;
/** The most tags beside another reason. */
const TAGS_BESIDE = 2;

/** The reasons that say most of why a game is like another, in one short line. */
export function similarReasonWords<Text extends Markdown | Plain>(
  because: readonly SimilarReason[],
  naming: Naming<Text>,
): Text {
  const told = TOLD.flatMap((kinds) => because.find(({ kind }) => kinds.includes(kind)) ?? []).slice(
    0,
    REASONS_TOLD,
  );
  const inWords = (reason: SimilarReason): Text => {
    switch (reason.kind) {
      case 'series':
        return naming.say('reason.series', { series: naming.text(reason.series) });
      case 'developer':
        return naming.say('reason.developer', { developer: naming.text(reason.developer) });
      case 'players':
        return naming.say('reason.players', { count: reason.count });
      case 'tags': {
        const tags = told.length > 1 ? reason.tags.slice(0, TAGS_BESIDE) : reason.tags;
        return naming.say('reason.tags', { tags: naming.all(naming.tags(tags)) });
      }
      case 'popular':
        return naming.say('reason.popular', { players: reason.players });
    }
  };
  return joined(told.map(inWords), '; ');
}

/**
 * The reasons why a game suits a user, in one line: `because they play Portal 2 and own Half-Life 2`. Where the same game
 * brought most of every pick, what each pick shares with it says more than its name.
 *
 * @param likes the number of likes that the list is about, which its title names already; 0 for a user's library
 */
export function userReasonWords<Text extends Markdown | Plain>(
  because: readonly UserReason[],
  naming: Naming<Text>,
  likes = 0,
): Text {
  const played = because.filter((reason) => reason.kind === 'played');
  const traits = because.filter((reason) => reason.kind !== 'played');
  if (traits.length === 0) return gamesInWords(played, naming, likes);
  const shared = similarReasonWords(traits, naming);
  const [most] = played;
  if (most === undefined || likes === 1) return shared;
  return joined([gamesInWords([most], naming, likes), shared], '; ');
}

/** The games that brought a pick: the one with the greatest share, and others with a good share. */
function gamesInWords<Text extends Markdown | Plain>(
  because: readonly Extract<UserReason, { kind: 'played' }>[],
  naming: Naming<Text>,
  listed: number,
): Text {
  const theirs = because
    .filter(({ share }, index) => index === 0 || share >= LEAST_PART * because[0]!.share)
    .slice(0, GAMES_NAMED);
  const names = (of: (hours: number | null) => boolean) =>
    naming.all(theirs.filter(({ hours }) => of(hours)).map((game) => naming.game(game)));
  const likes = theirs.filter(({ hours }) => hours === null);
  if (listed === 2 && likes.length === 2) return naming.say('reason.likes-both', {});
  if (likes.length > 0) {
    return naming.say('reason.likes', { games: names((hours) => hours === null), count: likes.length });
  }
  const played = names((hours) => hours !== null && hours > 0);
  const owned = names((hours) => hours === 0);
  if (owned === '') return naming.say('reason.played', { games: played });
  if (played === '') return naming.say('reason.owned', { games: owned });
  return naming.say('reason.played-and-owned', { played, owned });
}
