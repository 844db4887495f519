import { otherNumberForm } from './fold.ts';
import { TextLines } from './text-lines.ts';

/** Initials are searched for in what has so many letters. */
const SHORTEST = 2;
const LONGEST = 10;
/** So many letters may also be the initials of words in the middle of a name. */
const SHORTEST_INSIDE = 3;

/** How initials stand to a name: those of all its words, of its first words, of words in its middle. */
export type InitialsFit = 'whole' | 'start' | 'inside';

/** The initials of names: `csgo`, `l4d2`, `gta` and `gtaiv` are some. */
export class Initials {
  readonly #lines: TextLines;
  /** The name of each line: one with a number has two, `ck2` and `ckii`. */
  readonly #names: readonly number[];

  /** @param names the folded words of each name */
  constructor(names: readonly (readonly string[])[]) {
    const lines: string[] = [];
    const owners: number[] = [];
    for (const [name, words] of names.entries()) {
      if (words.length < 2) continue;
      lines.push(initialsOf(words));
      owners.push(name);
      if (!words.some((word, index) => index > 0 && otherNumberForm(word) !== undefined)) continue;
      lines.push(initialsOf(words.map((word, index) => (index > 0 ? otherNumberForm(word) : null) ?? word)));
      owners.push(name);
    }
    this.#lines = new TextLines(lines);
    this.#names = owners;
  }

  /** Tells every name of which this may be the initials; one with a number may be told twice. */
  find(typed: string, found: (name: number, fit: InitialsFit) => void): void {
    if (typed.length < SHORTEST || typed.length > LONGEST) return;
    this.#lines.find(typed, (line, offset, ends) => {
      if (offset > 0 && typed.length < SHORTEST_INSIDE) return;
      found(this.#names[line]!, offset > 0 ? 'inside' : ends ? 'whole' : 'start');
    });
  }
}

/** The first letter of each word; a number as a whole. */
function initialsOf(words: readonly string[]): string {
  let initials = '';
  for (const word of words) {
    const number = /^\d+$/.test(word) || otherNumberForm(word) !== undefined;
    initials += number ? word : String.fromCodePoint(word.codePointAt(0)!);
  }
  return initials;
}
