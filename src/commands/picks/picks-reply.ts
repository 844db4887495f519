import type { APIEmbed } from 'discord-api-types/v10';
import type { Words } from '../../../locales/words.ts';
import { PICKS } from '../../engine/recommender/shown-games.ts';
import { LAST_PAGE, type Steering } from '../../engine/recommender/steering.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import type { Picture } from '../contract/picture.ts';
import type { Reply } from '../contract/reply.ts';
import { type AskButton, buttonRow, menuRow } from '../message/buttons.ts';
import { COLOURS } from '../message/embed-colours.ts';
import { markdownName } from '../message/embed-text.ts';
import { type Footer, underlined } from '../message/footer.ts';
import type { GameNames, NamedGame } from '../names/game-names.ts';
import { steeringAgain } from './steering-options.ts';

/** Games that were picked, and how they are told. */
export interface PicksReply {
  title: string;
  /** The picture, and where the title leads. */
  about?: Pick<APIEmbed, 'url' | 'thumbnail'>;
  /** What the picks come from, in a sentence. */
  intro: string;
  picks: readonly (NamedGame & { rank: number; reason: string })[];
  footer: Footer;
  /** What the reasons look like, where that says something. */
  picture?: Picture | undefined;
  command: string;
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
  const heading: APIEmbed = { color: COLOURS.picks, title, description: notes.join(' '), ...about };
  const embeds = picks.map((pick) =>
    names.embed(pick, {
      mark: `${pick.rank} ·`,
      color: COLOURS.picks,
      description: words.sentence(pick.reason),
    }),
  );
  return {
    embeds: underlined(given.footer, [heading, ...embeds]),
    components: [...pageButtons(given, words), ...moreLike(picks, names, words)],
    files: [],
    ...(given.picture === undefined ? {} : { picture: given.picture }),
  };
}

/** How the list is steered, and which part of it this is. */
function wishNotes({ wishes, picks }: PicksReply, words: Words): string[] {
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
  const turn = (label: string, to: number): AskButton => ({
    label,
    command,
    options: { ...whose, ...steeringAgain({ ...wishes, page: to }) },
    effect: 'update',
  });
  return buttonRow(page > 1 ? turn(words.text('button.five-before'), page - 1) : null, {
    ...turn(words.text('button.another-five'), page + 1),
    disabled: !more,
  });
}

/** A menu of the picks: games like one of them. */
function moreLike(picks: PicksReply['picks'], names: GameNames, words: Words): Reply['components'] {
  return menuRow({
    placeholder: words.text('menu.more-like'),
    command: 'recommend-game',
    options: {},
    effect: 'new',
    choose: 'game',
    choices: picks.map((pick) => ({ label: names.plain(pick, VALUE_LENGTH), value: pick.gameId })),
  });
}

/** Whether a page may be followed by another; whether it is, only asking for that one can tell. */
export function mayGoOn(page: number, shown: number): boolean {
  return shown === PICKS && page < LAST_PAGE;
}
