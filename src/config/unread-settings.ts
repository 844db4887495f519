import dotenv from 'dotenv';
import { distance } from 'fastest-levenshtein';

/** Names that others read from the same `.env`: Docker Compose's own, and those of the Postgres image. */
const OF_OTHERS = /^(?:COMPOSE_|POSTGRES_|PG[A-Z]+$)/;

/**
 * A letter in so many may be wrong for a name to be told with what was meant. In `.env` everything was meant as a
 * setting; in the environment DATABASE_USER is another program's, though two letters from DATABASE_URL.
 */
const IN_FILE = 4;
const IN_ENVIRONMENT = 8;

/** Where settings may be. */
export interface SettingPlaces {
  /** The text of `.env`. */
  file: string;
  environment: Record<string, string | undefined>;
}

/**
 * What was probably meant as a setting but is none, a line each: lines of `.env` that dotenv cannot read, names in `.env`
 * that are no settings, and names in the environment that are nearly one. The rest of the environment is not ours to
 * judge. No value is repeated: it may be a secret.
 *
 * @param known the names of all settings
 */
export function unreadSettings(known: readonly string[], { file, environment }: SettingPlaces): string[] {
  const inFile = Object.keys(dotenv.parse(file)).filter((name) => !known.includes(name));
  const fromFile = inFile.flatMap((name) => {
    const meant = nearest(name, known, IN_FILE);
    if (meant === null && OF_OTHERS.test(name)) return [];
    return `${name} (in .env): not a setting; ${meant === null ? 'see .env.example' : `did you mean ${meant}?`}`;
  });
  const fromEnvironment = Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || inFile.includes(name)) return [];
    const meant = nearest(name, known, IN_ENVIRONMENT);
    return meant === null ? [] : `${name}: not a setting; did you mean ${meant}?`;
  });
  return [...unreadLines(file), ...fromFile, ...fromEnvironment];
}

/** The setting that a name was meant to be: the same but for case and underscores, or but for a letter in so many. */
function nearest(name: string, known: readonly string[], aLetterIn: number): string | null {
  const most = Math.max(1, Math.floor(name.length / aLetterIn));
  let best: { setting: string; letters: number } | null = null;
  for (const setting of known) {
    const letters = plain(name) === plain(setting) ? 0 : distance(name.toUpperCase(), setting);
    if (letters <= most && letters < (best?.letters ?? Number.POSITIVE_INFINITY)) best = { setting, letters };
  }
  return best?.setting ?? null;
}

function plain(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * dotenv passes over what it cannot read. Such a line sets nothing by itself, and without it everything would be as it
 * is; a line within a value of several lines is missed there.
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
