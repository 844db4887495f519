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

/** Games that were picked, and the texts beside them. */
export interface PicksReply {
  title: Markdown;
  /** The picture, and where the title leads. */
  about?: Pick<Embed, 'url' | 'thumbnail'>;
  /** What the picks come from, in a sentence. */
  intro: Markdown;
  picks: readonly (NamedGame & { rank: number; reason: Markdown })[];
  footer: Footer;
  /** What the reasons look like, where that says something. */
  picture?: Picture | undefined;
  /** The command that was asked, for the other places. */
  command: string;
  /** The command and its option that ask for games like one of the picks. */
  alike: { command: string; choose: string };
  wishes: Steering;
  /** Of whom or what it is asked, as the same question's options; null where that does not fit in a button. */
  whose: Readonly<Record<string, string>> | null;
  /** Whether there are more than those shown. */
  more: boolean;
}

/** A question's title, then each pick with its reason, and buttons to go on from there. */
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

/** How the list is steered, and which part of it this is. */
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

/** A menu of the picks: games like one of them. */
function moreLike({ picks, alike }: PicksReply, names: GameNames, words: Words): Reply['components'] {
  return menuRow({
    placeholder: words.plain('menu.more-like'),
    ...alike,
    options: {},
    effect: 'new',
    choices: picks.map((pick) => ({ label: names.plain(pick, VALUE_LENGTH), value: pick.gameId })),
  });
}

/** Whether a page may be followed by another; whether it is, only asking for that one can tell. */
export function mayGoOn(page: number, shown: number): boolean {
  return shown === PICKS && page < LAST_PAGE;
}
