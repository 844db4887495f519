import type { Steps } from '../../platform/in-turns.ts';
import { forEachInSteps } from '../../platform/long-lists.ts';
import { foldWords } from '../search/fold.ts';
import { LONGEST_TYPED } from '../search/written-names.ts';
import type { ClassifiedGame } from './classified-game.ts';
import type { ShortNameFit } from './short-names.ts';
import { isSplit, partsOf } from './split-list.ts';
import { plainWords } from './title-fit.ts';

/** The most parts of a title that are compared. */
const MOST_PARTS = 8;

interface SplitTitle {
  game: ClassifiedGame;
  /** The words of each part. */
  parts: readonly string[][];
}

/** Finds the games whose titles a list would split, such as `Dungeons & Dragons: …`, by the beginnings of their titles. */
export class SplitTitles {
  /** By the words of the first part. */
  readonly #titles = new Map<string, SplitTitle[]>();

  /** @param games in any order; only those that lists may show are found */
  static *build(games: readonly ClassifiedGame[]): Steps<SplitTitles> {
    const titles = new SplitTitles();
    yield* forEachInSteps(games, (game) => {
      if (game.recommendable && isSplit(game.name)) titles.#add(game);
    });
    return titles;
  }

  #add(game: ClassifiedGame): void {
    const parts = partsOf(game.name, MOST_PARTS)?.map(({ from, to }) => wordsOf(game.name.slice(from, to)));
    if (parts === undefined || parts.length < 2) return;
    const key = parts[0]!.join(' ');
    const same = this.#titles.get(key);
    if (same === undefined) this.#titles.set(key, [{ game, parts }]);
    else same.push({ game, parts });
  }

  /**
   * The games whose titles begin with these parts, the most played first.
   *
   * @param typed two parts or more, with a separator between any two
   * @param unfinished whether the last word may be the beginning of a word
   */
  fits(typed: readonly string[], unfinished = false): ShortNameFit[] {
    const wanted = typed.map((part) => wordsOf(part.slice(0, LONGEST_TYPED)));
    return (this.#titles.get(wanted[0]!.join(' ')) ?? [])
      .filter(({ parts }) => beginsWith(parts, wanted, unfinished))
      .map(({ game, parts }): ShortNameFit => {
        const whole = parts.flat().length === wanted.flat().length ? 'literally' : false;
        return { game, whole, spelled: true, mayOwn: true };
      })
      .sort((a, b) => b.game.players - a.game.players || a.game.gameId - b.game.gameId);
  }
}

function wordsOf(text: string): string[] {
  const words = plainWords(foldWords(text));
  return words[0] === 'the' ? words.slice(1) : words;
}

function beginsWith(title: readonly string[][], typed: readonly string[][], unfinished: boolean): boolean {
  if (typed.length > title.length) return false;
  return typed.every((words, part) => {
    const whole = title[part]!;
    const last = part === typed.length - 1;
    if (words.length === 0 || words.length > whole.length || (!last && words.length < whole.length))
      return false;
    return words.every((word, place) => {
      const end = last && unfinished && place === words.length - 1;
      return end ? whole[place]!.startsWith(word) : whole[place] === word;
    });
  });
}
