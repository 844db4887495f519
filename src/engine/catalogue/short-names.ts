import type { Steps } from '../../platform/in-turns.ts';
import { foldWords } from '../search/fold.ts';
import { LONGEST_TYPED } from '../search/written-names.ts';
import type { ClassifiedGame } from './classified-game.ts';
import { fitTitle, MOST_WORDS, plainWords } from './title-fit.ts';

/** A game that a typed text may be a short name of. */
export interface ShortNameFit {
  game: ClassifiedGame;
  /**
   * Whether the text covers the title, or its last part, to its end: `skyrim`, `gta v`. `edition`: to the words that only
   * tell an edition from others.
   */
  whole: 'literally' | 'edition' | false;
  /** Whether no typed word was read as initials. */
  spelled: boolean;
  /**
   * Whether the text says enough to be this game's name without a question. Two initials, initials that end amid a part of the
   * title, and words amid a title do not.
   */
  mayOwn: boolean;
}

/** How much of a title may be covered, the least first. */
const WHOLE: readonly ShortNameFit['whole'][] = [false, 'edition', 'literally'];

/** A title as it is compared: strings and numbers alone, since there are tens of thousands of titles in memory. */
interface Title {
  game: ClassifiedGame;
  /** Its words, separated by spaces. */
  text: string;
  /** The places of the words at which a part of the title begins, as bits; places after the compared words count as one. */
  parts: number;
}

/** A place in a title at which a short name may begin. */
interface Beginning {
  title: Title;
  /** The place of its first word among the words of the title. */
  start: number;
  /** Whether the words from there are the whole title, but for its article or author. */
  fromTitle: boolean;
}

/** The signs between the parts of a title: `The Elder Scrolls V: Skyrim`. */
const BETWEEN_PARTS = /:|[–—]|\s-\s/;

/** A trade mark at the start of a title, after which its own words follow: `STAR WARS™ Knights …`. */
const TRADE_MARK = /^[^:]+?[™®]\s(?=\S+ \S)/u;

/** The possessive at the start of a title: `Tom Clancy's`, `Sid Meier's`. A single name is part of the title (`Garry's Mod`). */
const AUTHOR = /^\p{L}+ \p{L}+['’]s (?=\S+ \S)/u;

/** The words at the start of a title that people leave out. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

const NUMBER = /^\d+$/;

/** The number of games between two pauses, less than a millisecond of work. */
const GAMES_A_STEP = 100;

/** Finds games by short names: a title's beginning, its last part, initials, a series without its number. */
export class ShortNames {
  readonly #titles: Title[] = [];
  /** Beginnings by the first letters of the first word, each packed into a number: see {@link packed}. */
  readonly #spelled = new Map<string, number[]>();
  /** The same by the first letters of the first two words. */
  readonly #initials = new Map<string, number[]>();

  /** @param games in any order; only those that lists may show get short names */
  static *build(games: readonly ClassifiedGame[]): Steps<ShortNames> {
    const names = new ShortNames();
    let count = 0;
    for (const game of games) {
      if (!game.recommendable) continue;
      names.#add(game);
      if (++count % GAMES_A_STEP === 0) yield;
    }
    return names;
  }

  #add(game: ClassifiedGame): void {
    const { words, parts, beginnings } = splitTitle(game);
    for (const { start, fromTitle } of beginnings) {
      const [first, second] = [words[start]!, words[start + 1]];
      const beginning = packed(this.#titles.length, start, fromTitle);
      addTo(this.#spelled, first.slice(0, 2), beginning);
      if (second !== undefined) addTo(this.#initials, first[0]! + second[0]!, beginning);
    }
    this.#titles.push({ game, text: words.join(' '), parts });
  }

  /** The games that the typed text may be a short name of, the most played first. Each game comes once, with its best fit. */
  fits(typed: string): ShortNameFit[] {
    const found = new Map<ClassifiedGame, ShortNameFit>();
    for (const words of writings(typed)) {
      const [first] = words;
      if (first === undefined || words.length > MOST_WORDS) continue;
      const keys = [first.slice(0, 2), first[0]!];
      const near = [...new Set(keys)].flatMap((key) => this.#spelled.get(key) ?? []);
      const initials = first.length < 2 ? [] : (this.#initials.get(first.slice(0, 2)) ?? []);
      for (const beginning of [...near, ...initials]) {
        const fit = fitOf(words, this.#unpacked(beginning));
        if (fit === undefined) continue;
        const before = found.get(fit.game);
        if (before === undefined || betterThan(fit, before)) found.set(fit.game, fit);
      }
    }
    return [...found.values()].sort(
      (a, b) => b.game.players - a.game.players || a.game.gameId - b.game.gameId,
    );
  }

  #unpacked(beginning: number): Beginning {
    const title = this.#titles[beginning >> (PLACE_BITS + 1)]!;
    return { title, start: (beginning >> 1) & (MOST_WORDS - 1), fromTitle: (beginning & 1) === 1 };
  }
}

/** The bits of a word's place in a title. */
const PLACE_BITS = Math.log2(MOST_WORDS);

function packed(title: number, start: number, fromTitle: boolean): number {
  return (title << (PLACE_BITS + 1)) | (start << 1) | Number(fromTitle);
}

/** The words of a typed text, and the same with numbers apart from letters: `witcher3`. A leading article does not count. */
function writings(typed: string): string[][] {
  const folded = foldWords(typed.slice(0, LONGEST_TYPED));
  const words = withoutArticle(plainWords(folded));
  const apart = folded.flatMap((word) => word.match(/^\p{L}{3,}(?=\d+$)|\d+$|^.*$/gu) ?? []);
  const split = withoutArticle(plainWords(apart));
  return apart.length === folded.length ? [words] : [words, split];
}

function withoutArticle(words: string[]): string[] {
  return words.length > 1 && ARTICLES.has(words[0]!) ? words.slice(1) : words;
}

/**
 * The words of a game's title, its parts, and the places at which its short names may begin: its start, the part after each sign,
 * the title without its author.
 */
function splitTitle(game: ClassifiedGame): {
  words: readonly string[];
  parts: number;
  beginnings: readonly Omit<Beginning, 'title'>[];
} {
  const folded = game.name.split(BETWEEN_PARTS).map(foldWords);
  const words = plainWords(folded.flat()).slice(0, MOST_WORDS);
  const starts: number[] = [];
  let place = 0;
  for (const part of folded) {
    starts.push(place);
    place += part.length;
  }
  const article = words.length > 1 && ARTICLES.has(words[0]!) ? [1] : [];
  const author = AUTHOR.test(game.name) ? [2] : [];
  const mark = foldWords(TRADE_MARK.exec(game.name)?.[0] ?? '').length;
  const beginnings = [...new Set([...starts, ...article, ...author, mark])]
    .filter((start) => start < words.length && (start === 0 || !NUMBER.test(words[start]!)))
    .map((start) => ({
      start,
      fromTitle: start === 0 || article.includes(start) || author.includes(start),
    }));
  const parts = starts.reduce((bits, start) => bits | bitOf(start), 0);
  return { words, parts, beginnings };
}

/** The bit of a word's place among the parts of a title. All places after the compared words have one. */
function bitOf(place: number): number {
  return 1 << Math.min(place, MOST_WORDS + 1);
}

/** The least number of letters that may stand for a part of a title that is not its start. */
const SHORTEST_PART = 4;

/** The least number of initials that may own a name. */
const SHORTEST_OWNING = 3;

function fitOf(typed: readonly string[], { title, start, fromTitle }: Beginning): ShortNameFit | undefined {
  const { game, text, parts } = title;
  const words = text.split(' ').slice(start);
  const fit = fitTitle(typed, words);
  if (fit === undefined) return undefined;
  const { covered, spelled } = fit;
  const letters = typed.join('').length;
  if (!fromTitle && (!spelled || letters < SHORTEST_PART)) return undefined;
  const next = bitOf(start + covered);
  const beforePart = (parts & next) !== 0;
  const beforeLastPart = beforePart && parts < 2 * next;
  const restIsEdition =
    (beforeLastPart && words.at(-1) === 'edition') || endsEdition(game, words.slice(0, covered));
  const whole = covered === words.length ? 'literally' : restIsEdition ? 'edition' : false;
  const endsPart = whole !== false || beforePart;
  const mayOwn = spelled ? fromTitle || whole !== false : endsPart && letters >= SHORTEST_OWNING;
  return { game, whole, spelled, mayOwn };
}

/** Whether the game's name without the words that tell its edition from others ends with these words. */
function endsEdition({ edition }: ClassifiedGame, words: readonly string[]): boolean {
  return ` ${edition}`.endsWith(` ${words.join(' ')}`);
}

/** Whether one fit says more than another: a whole title before a beginning, a spelled one before initials. */
function betterThan(a: ShortNameFit, b: ShortNameFit): boolean {
  return rankOf(a) > rankOf(b);
}

function rankOf({ whole, spelled, mayOwn }: ShortNameFit): number {
  return 4 * WHOLE.indexOf(whole) + 2 * Number(spelled) + Number(mayOwn);
}

function addTo(map: Map<string, number[]>, key: string, beginning: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [beginning]);
  else list.push(beginning);
}
