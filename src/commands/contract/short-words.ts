/** Short forms, by the names of commands and options that they stand for. */
export type ShortWords = Readonly<Record<string, string>>;

/** The part of a command that claims short words. */
interface Claiming {
  readonly definition: { readonly name: string };
  readonly short?: string;
  readonly shortOptions?: ShortWords;
}

/** The short words that commands claim, both ways. */
interface Claimed {
  readonly shortOf: ReadonlyMap<string, string>;
  readonly longOf: ReadonlyMap<string, string>;
}

/**
 * The short words of all these commands: that of the command itself, and those of its options.
 *
 * @throws Error where two commands mean different things by one word, or have two words for one name
 */
export function claimedBy(commands: Iterable<Claiming>): Claimed {
  const shortOf = new Map<string, string>();
  const longOf = new Map<string, string>();
  for (const { definition, short, shortOptions = {} } of commands) {
    const own: ShortWords = short === undefined ? {} : { [definition.name]: short };
    for (const [name, word] of [...Object.entries(own), ...Object.entries(shortOptions)]) {
      const means = longOf.get(word) ?? name;
      const written = shortOf.get(name) ?? word;
      if (means !== name || written !== word) {
        throw new Error(`${definition.name} shortens ${name} to ${word}; ${means} is ${written} already.`);
      }
      shortOf.set(name, word);
      longOf.set(word, name);
    }
  }
  return { shortOf, longOf };
}

let claimed: Claimed = claimedBy([]);

/** Makes the short words of all commands known, before any id is written or read. @throws as {@link claimedBy} */
export function learnShortWords(commands: Iterable<Claiming>): void {
  claimed = claimedBy(commands);
}

/** The short form of a command's or an option's name. */
export function shortOf(name: string): string | undefined {
  return claimed.shortOf.get(name);
}

/** The name that a short form stands for. */
export function longOf(word: string): string | undefined {
  return claimed.longOf.get(word);
}
