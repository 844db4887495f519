import dotenv from 'dotenv';
import { distance } from 'fastest-levenshtein';

/** Matches names that other programs read from the same `.env`: Docker Compose and the Postgres image. */
const NAMES_OF_OTHERS = /^(?:COMPOSE_|POSTGRES_|PG[A-Z]+$)/;

/**
 * The number of letters in a name for each letter that may be wrong, when a warning guesses the setting that
 * was meant. Every name in `.env` was meant as a setting, so more letters may be wrong there. The environment
 * is shared: DATABASE_USER belongs to another program, although only two letters set it apart from
 * DATABASE_URL.
 */
const LETTERS_PER_ERROR_IN_FILE = 4;
const LETTERS_PER_ERROR_IN_ENVIRONMENT = 8;

/** The two places that settings are read from. */
export interface SettingPlaces {
  /** The text of `.env`. */
  file: string;
  environment: Record<string, string | undefined>;
}

/**
 * Warnings about names and lines that look like settings but are none, one line each: lines of `.env` that
 * dotenv cannot read, names in `.env` that are no settings, and names in the environment that are almost a
 * setting. Other names in the environment belong to other programs and get no warning. The warnings never
 * repeat a value, because it may be a secret.
 *
 * @param known the names of all settings
 */
export function unreadSettings(known: readonly string[], { file, environment }: SettingPlaces): string[] {
  const inFile = Object.keys(dotenv.parse(file)).filter((name) => !known.includes(name));
  const fromFile = inFile.flatMap((name) => {
    const meant = nearest(name, known, LETTERS_PER_ERROR_IN_FILE);
    if (meant === null && NAMES_OF_OTHERS.test(name)) return [];
    return `${name} (in .env): not a setting; ${meant === null ? 'see .env.example' : `did you mean ${meant}?`}`;
  });
  const fromEnvironment = Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || inFile.includes(name)) return [];
    const meant = nearest(name, known, LETTERS_PER_ERROR_IN_ENVIRONMENT);
    return meant === null ? [] : `${name}: not a setting; did you mean ${meant}?`;
  });
  return [...unreadLines(file), ...fromFile, ...fromEnvironment];
}

/**
 * The setting that a misspelt name probably means: one that differs only in case and underscores, or else the
 * nearest one within the allowed number of wrong letters.
 *
 * @returns null where no setting is near enough
 */
function nearest(name: string, known: readonly string[], lettersPerError: number): string | null {
  const most = Math.max(1, Math.floor(name.length / lettersPerError));
  let best: { setting: string; letters: number } | null = null;
  for (const setting of known) {
    const letters = plain(name) === plain(setting) ? 0 : distance(name.toUpperCase(), setting);
    if (letters <= most && letters < (best?.letters ?? Number.POSITIVE_INFINITY)) best = { setting, letters };
  }
  return best?.setting ?? null;
}

/** A name in capitals, without anything but letters and digits. */
function plain(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * Warnings about lines that dotenv skips because it cannot read them. A line counts as skipped if dotenv reads
 * nothing from the line alone, and reads the same from the file without it. A line inside a value of several
 * lines passes the first test, but not the second.
 */
function unreadLines(file: string): string[] {
  const lines = file.split(/\r\n|\n|\r/);
  const whole = JSON.stringify(dotenv.parse(lines.join('\n')));
  return lines.flatMap((line, place) => {
    if (/^\s*(?:#|$)/.test(line) || Object.keys(dotenv.parse(line)).length > 0) return [];
    const without = JSON.stringify(dotenv.parse(lines.toSpliced(place, 1).join('\n')));
    return without === whole ? `.env, line ${place + 1}: cannot be read; a line is NAME=value` : [];
  });
}
