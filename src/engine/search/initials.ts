import type { Steps } from '../../platform/in-turns.ts';
import { isRoman, otherNumberForms } from './fold.ts';
import { TextLines } from './text-lines.ts';

/** The least number of characters that may be initials. */
const SHORTEST = 2;
/** The greatest number of characters that may be initials. */
const LONGEST = 10;
/** The least number of characters that may be the initials of words in the middle of a name. */
const SHORTEST_INSIDE = 3;

/** The number of names between two pauses, about a millisecond of work. */
const NAMES_A_STEP = 1_000;

/** The words of a name that initials stand for: all of them, the first ones, or words in the middle. */
export type InitialsFit = 'whole' | 'start' | 'inside';

/** Finds names by their initials, such as `csgo`, `l4d2`, `gta` and `gtaiv`. */
export class Initials {
  /** The initials of names. A name with a number has two lines, such as `ck2` and `ckii`, or `hl2et` and `hl2e2`. */
  readonly #lines: TextLines;
  /** The place of the name that each line belongs to. */
  readonly #names: readonly number[];

  private constructor(lines: TextLines, names: readonly number[]) {
    this.#lines = lines;
    this.#names = names;
  }

  /** @param names the folded words of each name */
  static *build(names: readonly (readonly string[])[]): Steps<Initials> {
    const lines: string[] = [];
    const owners: number[] = [];
    for (const [name, words] of names.entries()) {
      if (name % NAMES_A_STEP === 0) yield;
      if (words.length < 2) continue;
      lines.push(initialsOf(words));
      owners.push(name);
      if (!words.some((word, index) => index > 0 && otherNumberForms(word).length > 0)) continue;
      lines.push(
        initialsOf(words.map((word, index) => (index > 0 ? otherNumberForms(word)[0] : undefined) ?? word)),
      );
      owners.push(name);
    }
    yield;
    return new Initials(new TextLines(lines), owners);
  }

  /** Calls `found` with the place of every name that has these initials, possibly twice for a name with a number. */
  find(typed: string, found: (name: number, fit: InitialsFit) => void): void {
    if (typed.length < SHORTEST || typed.length > LONGEST) return;
    this.#lines.find(typed, (line, offset, ends) => {
      if (offset > 0 && typed.length < SHORTEST_INSIDE) return;
      found(this.#names[line]!, offset > 0 ? 'inside' : ends ? 'whole' : 'start');
    });
  }
}

/** The first letter of each word. Figures and Roman numbers stay whole. */
function initialsOf(words: readonly string[]): string {
  let initials = '';
  for (const word of words) {
    const number = /^\d+$/.test(word) || isRoman(word);
    initials += number ? word : String.fromCodePoint(word.codePointAt(0)!);
  }
  return initials;
}
