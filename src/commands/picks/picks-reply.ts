import { ComponentType } from 'discord-api-types/v10';
import { inLines, joined, linked, type Markdown, markdown, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import { PICKS } from '../../engine/recommender/shown-games.ts';
import { LAST_PAGE, type Steering } from '../../engine/recommender/steering.ts';
import { fitsWhole } from '../contract/custom-id.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import type { Picture } from '../contract/picture.ts';
import type { InContainer, LayoutReply, Row, TextDisplay } from '../contract/reply.ts';
import { smallPrint, textDisplay } from '../message/as-layout.ts';
import { type AskButton, buttonRow, menuRow } from '../message/buttons.ts';
import { COLOURS } from '../message/embed-colours.ts';
import { markdownName } from '../message/embed-text.ts';
import { originLine } from '../message/origin-line.ts';
import type { GameNames, NamedGame } from '../names/game-names.ts';
import type { ListFacts } from './pick-facts.ts';
import type { Naming } from './reason-words.ts';
import { steeringAgain } from './steering-options.ts';

/** The parts of a reply with picks. */
export interface PicksReply {
  title: Markdown;
  /** The game that the list is about, whose picture stands beside the title. */
  about?: NamedGame;
  /** Sentences on how typed names were read. */
  read: readonly Markdown[];
  /** The basis of the picks, in a sentence. */
  intro: Markdown;
  picks: readonly (NamedGame & { rank: number; reason: Markdown })[];
  facts: ListFacts;
  /** The data that the picks come from, such as `From 12 libraries with it`. */
  restsOn: Plain;
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

/** The greatest length of a pick's name, in UTF-16 units: two lines on a phone. */
const NAME_LENGTH = 44;
/** The greatest length of notes that fit beside a picture on a phone, in UTF-16 units. */
const NOTES_BESIDE = 75;
/** The number of a pick's genres that are named. */
const GENRES = 3;

/**
 * A reply with a heading, a few lines for each pick, and buttons and a menu for further questions. It is a layout, so that
 * the buttons stand right under the picks: a phone shows all of it on one screen, and the picture below.
 */
export function picksReply(
  given: PicksReply,
  { names, naming, dataSet }: { names: GameNames; naming: Naming<Markdown>; dataSet: DataSet },
  words: Words,
): LayoutReply {
  const { picks, facts } = given;
  return {
    layout: [
      {
        type: ComponentType.Container,
        accent_color: COLOURS.picks,
        components: [
          ...heading(given, names, words),
          ...picks.map((pick) => textDisplay(pickLines(pick, facts, { names, naming }, words))),
          textDisplay(smallPrint(footerLine(given, dataSet, words))),
        ],
      },
      ...pageButtons(given, words),
      ...moreLike(given, names, words),
    ],
    files: [],
    ...(given.picture === undefined ? {} : { picture: given.picture }),
  };
}

/** The title and the notes on the list, with the picture of the game that it is about. */
function heading(given: PicksReply, names: GameNames, words: Words): InContainer[] {
  const { title, about, read, intro, picks } = given;
  const basis = picks.length === 0 ? words.text('recommend.none') : intro;
  const notes = [...read, basis, ...wishNotes(given, words)];
  const page = about === undefined ? {} : names.linkAndThumbnail(about);
  const titleText = markdown`### ${page.url === undefined ? title : linked(title, page.url)}`;
  const notesText = markdown`-# ${joined(notes, ' ')}`;
  const together = textDisplay(inLines([titleText, notesText]));
  if (about === undefined || page.thumbnail === undefined) return [together];
  const media = { url: page.thumbnail.url };
  const description = names.plain(about, NAME_LENGTH);
  const beside = (text: TextDisplay): InContainer => ({
    type: ComponentType.Section,
    components: [text],
    accessory: { type: ComponentType.Thumbnail, media, description },
  });
  // Longer notes stand below the picture, where lines are longer.
  return notesText.length <= NOTES_BESIDE
    ? [beside(together)]
    : [beside(textDisplay(titleText)), textDisplay(notesText)];
}

/** A pick: its name, and in small print its year, genres and the verdict of its reviews, and beneath them its reason. */
function pickLines(
  pick: PicksReply['picks'][number],
  { byGame }: ListFacts,
  { names, naming }: { names: GameNames; naming: Naming<Markdown> },
  words: Words,
): Markdown {
  const name = names.inText(pick, NAME_LENGTH);
  const { url } = names.linkAndThumbnail(pick);
  const facts = names.isNamed(pick) ? byGame.get(pick.gameId) : undefined;
  const year = facts?.releaseYear ?? null;
  const verdict = facts?.verdict ?? null;
  const genres = naming.tags(facts?.genres ?? []).slice(0, GENRES);
  const title = markdown`**${pick.rank} · ${url === undefined ? name : linked(name, url)}**`;
  const known = [
    ...(year === null ? [] : [markdown`${year}`]),
    ...(genres.length === 0 ? [] : [joined(genres, ', ')]),
    ...(verdict === null
      ? []
      : [
          words.text('pick.verdict', {
            ...verdict,
            // Rounded down: 100% is said only where every review recommends the game.
            share: Math.floor((100 * verdict.recommending) / verdict.reviews) / 100,
          }),
        ]),
  ];
  return inLines([
    title,
    ...(known.length === 0 ? [] : [markdown`-# ${joined(known, ' · ')}`]),
    markdown`-# ${words.sentence(pick.reason)}`,
  ]);
}

/** The line under the picks: the data that they rest on, and its end. Reviews count where a pick shows their verdict. */
function footerLine({ restsOn, picks, facts }: PicksReply, dataSet: DataSet, words: Words): Plain {
  const { gamesEnd, byGame } = facts;
  const reviews = picks.some(({ gameId }) => byGame.get(gameId)?.verdict != null);
  return originLine(restsOn, { gamesEnd, reviews }, dataSet, words);
}

/** Sentences about the steering, and about the ranks on this page. */
function wishNotes({ wishes, picks }: PicksReply, words: Words): Markdown[] {
  const { genre, avoid, howKnown } = wishes;
  const [first] = picks;
  const last = picks.at(-1);
  return [
    ...(genre === undefined
      ? []
      : [words.text('recommend.only', { genre: markdownName(words.label(genre)) })]),
    ...(avoid ?? []).map((label) =>
      words.text('recommend.without', { avoid: markdownName(words.label(label)) }),
    ),
    ...(howKnown === undefined ? [] : [words.text(`recommend.how-known.${howKnown}`)]),
    ...(first === undefined || first.rank === 1
      ? []
      : [words.text('recommend.place', { from: first.rank, to: last!.rank })]),
  ];
}

/** Buttons to the five picks before and after these. */
function pageButtons({ command, wishes, whose, more }: PicksReply, words: Words): Row[] {
  if (whose === null) return [];
  const { page = 1, avoid = [] } = wishes;
  const again = { ...whose, ...steeringAgain({ ...wishes, page: page + 1 }) };
  // Several labels have no token together, so they must fit as they are.
  if (avoid.length > 1 && !fitsWhole({ command, options: again, effect: 'update' })) return [];
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
function moreLike({ picks, alike }: PicksReply, names: GameNames, words: Words): Row[] {
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
