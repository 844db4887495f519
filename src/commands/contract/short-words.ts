/** Short forms in the `custom_id` of buttons, by the names of commands and options that they stand for. */
export type ShortWords = Readonly<Record<string, string>>;

/** The part of a command that claims short forms. */
interface Claiming {
  readonly definition: { readonly name: string };
  readonly short?: string;
  readonly shortOptions?: ShortWords;
}

/** All short forms that commands claim. */
interface Claimed {
  /** Short forms by name. */
  readonly shortOf: ReadonlyMap<string, string>;
  /** Names by short form. */
  readonly longOf: ReadonlyMap<string, string>;
}

/**
 * The short forms of all these commands and of their options.
 *
 * @throws Error where one short form stands for two names, or one name has two short forms
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

/**
 * Makes the short forms of all commands known. This must happen before any id is written or read.
 *
 * @throws Error as {@link claimedBy} does
 */
export function learnShortWords(commands: Iterable<Claiming>): void {
  claimed = claimedBy(commands);
}

/** The short form of a command's or an option's name, if it has one. */
export function shortOf(name: string): string | undefined {
  return claimed.shortOf.get(name);
}

/** The name that a short form stands for, if there is one. */
export function longOf(word: string): string | undefined {
  return claimed.longOf.get(word);
}
