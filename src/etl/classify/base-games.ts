import { romanNumbers, wordsOf } from '../../platform/plain-text.ts';
import type { DescribedGame } from './described-game.ts';
import { plainTitle } from './plain-title.ts';

/** Roman numbers in titles, without `i`, which may be a word. */
const ROMAN = romanNumbers(2, 13);

/** Something whose title begins with the whole title of a game. */
export interface Addition {
  /** The game: of several, the one with the longest title. */
  base: DescribedGame;
  /** The words that the title has after that of the game, in small letters. */
  rest: readonly string[];
}

/** Finds the game that something else on Steam belongs to, by their titles: `Portal 2` for `Portal 2 - The Final Hours`. */
export class BaseGames {
  readonly #byTitle = new Map<string, DescribedGame>();
  readonly #beginnings = new Set<string>();

  /**
   * @param games the games themselves, without additions to them
   * @param editions the edition key of each game, by its id
   */
  constructor(games: readonly DescribedGame[], editions: ReadonlyMap<number, string>) {
    for (const game of games) {
      const words = titleWords(game.name);
      // An addition to a game seldom names the edition, so the title without it counts, too.
      for (const title of [words.join(' '), editions.get(game.id)!]) {
        const same = this.#byTitle.get(title);
        if (same === undefined || (!same.recorded && game.recorded)) this.#byTitle.set(title, game);
      }
      for (let length = 1; length <= words.length; length++) {
        this.#beginnings.add(words.slice(0, length).join(' '));
      }
    }
  }

  /** The game that the title of this one begins with, and the rest of the title; null where there is no such game. */
  additionTo(game: DescribedGame): Addition | null {
    const words = titleWords(game.name);
    for (let length = words.length - 1; length > 0; length--) {
      const base = this.#byTitle.get(words.slice(0, length).join(' '));
      if (base === undefined || base.id === game.id) continue;
      // One word may begin the titles of many games (`Red`), so one of the companies has to be the same.
      if (length === 1 && game.recorded && !haveCompanyInCommon(base, game)) continue;
      return { base, rest: words.slice(length) };
    }
    return null;
  }

  /** Whether the title of some game begins with this one. */
  someBeginsWith(title: string): boolean {
    return this.#beginnings.has(titleWords(title).join(' '));
  }
}

/** Whether two games have a developer or publisher in common. */
export function haveCompanyInCommon(a: DescribedGame, b: DescribedGame): boolean {
  const companies = companiesOf(a);
  return companiesOf(b).some((company) => companies.includes(company));
}

function companiesOf({ developers, publisher }: DescribedGame): string[] {
  return [...developers, ...(publisher ?? '').split(',')].map(plainTitle).filter((name) => name !== '');
}

/** The words of a title, with figures for Roman numbers. */
function titleWords(title: string): string[] {
  return wordsOf(plainTitle(title)).map((word, index) => (index > 0 ? (ROMAN.get(word) ?? word) : word));
}
