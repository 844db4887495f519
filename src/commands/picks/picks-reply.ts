import { joined, type Markdown, markdown, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import { PICKS } from '../../engine/recommender/shown-games.ts';
import { LAST_PAGE, type Steering } from '../../engine/recommender/steering.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import type { Picture } from '../contract/picture.ts';
import type { Embed, Reply } from '../contract/reply.ts';
import { type AskButton, buttonRow, menuRow } from '../message/buttons.ts';
import { COLOURS } from '../message/embed-colours.ts';
import { markdownName } from '../message/embed-text.ts';
import { type Footer, underlined } from '../message/footer.ts';
import type { GameNames, NamedGame } from '../names/game-names.ts';
import { steeringAgain } from './steering-options.ts';

/** The parts of a reply with picks. */
export interface PicksReply {
  title: Markdown;
  /** The thumbnail, and the link of the title. */
  about?: Pick<Embed, 'url' | 'thumbnail'>;
  /** The basis of the picks, in a sentence. */
  intro: Markdown;
  picks: readonly (NamedGame & { rank: number; reason: Markdown })[];
  footer: Footer;
  /** A picture of the reasons, if there is anything to compare. */
  picture?: Picture | undefined;
  /** The command that was asked, for the buttons to other pages. */
  command: string;
  /** The command that finds games like one of the picks, and its option for the game. */
  alike: { command: string; choose: string };
  wishes: Steering;
  /** The options that say for whom or what the picks are; null where they do not fit in a button. */
  whose: Readonly<Record<string, string>> | null;
  /** Whether another page follows. */
  more: boolean;
}

/** A reply with a heading, an embed for each pick with its reason, and buttons and a menu for further questions. */
export function picksReply(given: PicksReply, names: GameNames, words: Words): Reply {
  const { title, about = {}, intro, picks } = given;
  const notes = [picks.length === 0 ? words.text('recommend.none') : intro, ...wishNotes(given, words)];
  const heading: Embed = { color: COLOURS.picks, title, description: joined(notes, ' '), ...about };
  const embeds = picks.map((pick) =>
    names.embed(pick, {
      mark: markdown`${pick.rank} ·`,
      color: COLOURS.picks,
      description: words.sentence(pick.reason),
    }),
  );
  return {
    embeds: underlined(given.footer, [heading, ...embeds]),
    components: [...pageButtons(given, words), ...moreLike(given, names, words)],
    files: [],
    ...(given.picture === undefined ? {} : { picture: given.picture }),
  };
}

/** Sentences about the steering, and about the ranks on this page. */
function wishNotes({ wishes, picks }: PicksReply, words: Words): Markdown[] {
  const { genre, avoid, howKnown } = wishes;
  const [first] = picks;
  const last = picks.at(-1);
  return [
    ...(genre === undefined ? [] : [words.text('recommend.only', { genre: markdownName(genre) })]),
    ...(avoid === undefined ? [] : [words.text('recommend.without', { avoid: markdownName(avoid) })]),
    ...(howKnown === undefined ? [] : [words.text(`recommend.how-known.${howKnown}`)]),
    ...(first === undefined || first.rank === 1
      ? []
      : [words.text('recommend.place', { from: first.rank, to: last!.rank })]),
  ];
}

/** Buttons to the five picks before and after these. */
function pageButtons({ command, wishes, whose, more }: PicksReply, words: Words): Reply['components'] {
  if (whose === null) return [];
  const { page = 1 } = wishes;
  const turn = (label: Plain, to: number): AskButton => ({
    label,
    command,
    options: { ...whose, ...steeringAgain({ ...wishes, page: to }) },
    effect: 'update',
  });
  return buttonRow(page > 1 ? turn(words.plain('button.five-before'), page - 1) : null, {
    ...turn(words.plain('button.another-five'), page + 1),
    disabled: !more,
  });
}

/** A menu of the picks; choosing one asks for games like it. */
function moreLike({ picks, alike }: PicksReply, names: GameNames, words: Words): Reply['components'] {
  return menuRow({
    placeholder: words.plain('menu.more-like'),
    ...alike,
    options: {},
    effect: 'new',
    choices: picks.map((pick) => ({ label: names.plain(pick, VALUE_LENGTH), value: pick.gameId })),
  });
}

/**
 * Whether another page may follow. Only asking for that page tells whether it has picks.
 *
 * @param shown the number of picks on this page
 */
export function mayGoOn(page: number, shown: number): boolean {
  return shown === PICKS && page < LAST_PAGE;
}
