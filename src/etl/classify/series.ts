import { wordsOf } from '../../platform/plain-text.ts';
import type { DescribedGame } from './described-game.ts';
import { withoutEdition } from './edition.ts';
import { plainTitle } from './plain-title.ts';

/** First words that are too general to tell a series. */
const GENERIC = new Set(
  'super star space world dark black red blue little magic game games last lost great war dead battle pro real crazy ultimate total mega time life dragon sid tom new ultra grand'.split(
    ' ',
  ),
);
/** Words of a title that do not count. */
const FILLERS = new Set(['the', 'of', 'a', 'and']);
/** Words that are taken off the end of a part of a title, as numbers are. */
const PART_WORDS = new Set(['episode', 'chapter', 'part', 'vol', 'season', 'the', 'and']);
/** Matches a word that numbers a sequel. */
const NUMBER = /^(?:v?\d+|[ivx]+|one|two|three)$/;
/** Matches the words that many companies have in their names, and everything but letters and digits. */
const COMPANY_WORDS =
  /\b(?:inc|llc|ltd|gmbh|co|corp|corporation|sa|ab|bv|srl|studios?|entertainment|interactive|games?|software|productions?)\b|[^\p{L}\p{N}]/gu;

/** Matches the names of a company that has two: Warner Bros. calls its games division and its studios WB Games. */
const WARNER = /^(?:warner bros|wb games)\b.*/;

/** The number of titles that a rare first word may begin. */
const MOST_TITLES = 25;
/** The least number of letters of a first word that tells a series by itself. */
const LEAST_LETTERS = 4;

/** The parts of a title that tell a series, and the companies behind the game. */
interface SeriesTitle {
  /** The words of the first part, without the number at its end. */
  stem: string[];
  /** The words of the last part; null where the title has one part only. */
  last: string[] | null;
  /** The developers and publishers, without the words that many companies have. */
  companies: Set<string>;
}

/**
 * The series of each game. Two games are of one series when they share a key. Keys come from the title, which
 * loses the words of its edition and is cut at `:` and ` - `. Two games share a key in these cases:
 *
 * - Their titles have the same first part (`Portal`, `Portal 2`), or one first part begins with the other.
 *   Where only one word of the shared part counts, the games must have a developer or publisher in common, too.
 * - The last part of one title is a part of the other title (`Napoleon: Total War`, `Total War: SHOGUN 2`) and
 *   has at least two words that count, and the games have a company in common.
 * - Their titles have the same rare first word, and the games have a company in common (`Worms Reloaded`,
 *   `Worms Revolution`).
 *
 * A game without a record has no companies. It takes the companies of the games that have the same part of a
 * title.
 *
 * @returns keys by game id; a key that no other game has is left out
 */
export function seriesKeys(games: readonly DescribedGame[]): Map<number, string[]> {
  const titles = games.map(seriesTitle);
  const firstWords = countFirstWords(games);
  const companiesOf = companiesByPart(games, titles);

  const holders = new Map<string, number>();
  const all = titles.map((title, index) => {
    const keys = keysOf(title, companiesOf, firstWords, games[index]!.recorded);
    for (const key of keys) holders.set(key, (holders.get(key) ?? 0) + 1);
    return keys;
  });
  return new Map(
    games.map(({ id }, index) => [id, [...all[index]!].filter((key) => holders.get(key)! > 1).sort()]),
  );
}

/** All keys of a title. A key names a part of the title and, where it takes a shared company, a company. */
function keysOf(
  { stem, last, companies }: SeriesTitle,
  companiesOf: ReadonlyMap<string, ReadonlySet<string>>,
  firstWords: ReadonlyMap<string, number>,
  recorded: boolean,
): Set<string> {
  const keys = new Set<string>();
  const byCompany = (part: string) => {
    const known = recorded && companies.size > 0 ? companies : (companiesOf.get(part) ?? companies);
    for (const company of known) keys.add(`${part} @${company}`);
    if (known.size === 0) keys.add(`${part} @`);
  };
  if (stem.length > 0) byCompany(stem.join(' '));
  for (let length = 1; length <= stem.length; length++) {
    const prefix = stem.slice(0, length);
    const part = prefix.join(' ');
    // The beginning of a title counts only where another title, or this one, consists of it.
    const others = companiesOf.get(part);
    if (others === undefined) continue;
    if (countingWords(prefix) >= 2) keys.add(part);
    if (prefix[0]!.length < LEAST_LETTERS) continue;
    for (const company of companies) if (others.has(company)) keys.add(`${part} @${company}`);
  }
  if (last !== null && countingWords(last) >= 2) byCompany(last.join(' '));
  const first = stem[0];
  if (first !== undefined && first.length >= LEAST_LETTERS && !GENERIC.has(first)) {
    if ((firstWords.get(first) ?? 0) <= MOST_TITLES) {
      for (const company of companies) keys.add(`${first}… @${company}`);
    }
  }
  return keys;
}

function seriesTitle(game: DescribedGame): SeriesTitle {
  const parts = withoutEdition(plainTitle(game.name))
    .split(/\s*:\s+|\s+[-–—~|]+\s*|\s*[-–—]\s+|:/)
    .filter((part) => part.trim() !== '')
    .map(stemOf);
  return {
    stem: parts[0] ?? [],
    last: parts.length > 1 ? parts.at(-1)! : null,
    companies: new Set(
      [...game.developers, ...(game.publisher ?? '').replace(/\([^)]*\)/g, '').split(',')]
        .map((company) =>
          plainTitle(company)
            .replace(/\([^)]*\)/g, '')
            .replace(WARNER, 'warner')
            .replace(COMPANY_WORDS, ''),
        )
        .filter((company) => company !== ''),
    ),
  };
}

/** The words of a part of a title, without `the` at its start and the number of the sequel at its end. */
function stemOf(part: string): string[] {
  const words = wordsOf(part);
  while (words.length > 1 && (NUMBER.test(words.at(-1)!) || PART_WORDS.has(words.at(-1)!))) words.pop();
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

/** The number of words that count. */
function countingWords(words: readonly string[]): number {
  return words.filter((word) => !FILLERS.has(word)).length;
}

/** The number of titles that begin with each word. Downloadable content is not counted. */
function countFirstWords(games: readonly DescribedGame[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, recorded, specs } of games) {
    if (!recorded || specs.includes('Downloadable Content')) continue;
    const first = wordsOf(plainTitle(name)).find((word) => word !== 'the' && word !== 'a');
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
}

/** The companies of all games that have each first part of a title. Downloadable content is left out. */
function companiesByPart(
  games: readonly DescribedGame[],
  titles: readonly SeriesTitle[],
): Map<string, Set<string>> {
  const companies = new Map<string, Set<string>>();
  for (const [index, { stem, companies: own }] of titles.entries()) {
    if (stem.length === 0 || games[index]!.specs.includes('Downloadable Content')) continue;
    const part = stem.join(' ');
    const known = companies.get(part) ?? new Set();
    for (const company of own) known.add(company);
    companies.set(part, known);
  }
  return companies;
}
