import { isMissing } from '../clean/blank.ts';
import { releaseDay } from '../clean/release-day.ts';
import { parseLine } from '../parse/line.ts';
import { LineSyntaxError } from '../parse/syntax-error.ts';
import { LONGEST_NAME } from '../validate/name.ts';

/**
 * Reads a value that is not in the form of the published files, but in one that converters write.
 *
 * @param lost called if a part of the value cannot be read
 * @returns the value in the published form; undefined if it cannot be read
 */
export type OtherForm = (value: unknown, lost: () => void) => unknown;

/** The id of a game: a whole number. How a text is read is told by `gameIdInAnyForm`. */
export const id: OtherForm = (value) => {
  const number = wholeNumber(value, () => {});
  return number === undefined ? undefined : String(number);
};

/** A user's id: a number. One that JSON has rounded would be another user's id and is not read. */
export const userId: OtherForm = (value) =>
  typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : undefined;

/** A whole number: digits as text, or a large integer of Python's. */
export const wholeNumber: OtherForm = (value) => {
  const digits = isTextOrNumber(value) ? /^\s*(\d{1,10})(?:\.0*)?\s*$/.exec(String(value))?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
};

/** A text: a number, such as the title `2048`. */
export const text: OtherForm = (value) =>
  typeof value === 'bigint' || Number.isFinite(value) ? String(value) : undefined;

/** Several names in one text: a list of them. Commas tell them apart, as in the published files. */
export const joinedNames: OtherForm = (value, lost) =>
  Array.isArray(value) ? readable(value, lost)?.join(',') : text(value, lost);

/**
 * A list of names: a list with entries that are missing or numbers, the list as Python or JSON writes it, or the
 * names with a sign between them.
 */
export const names: OtherForm = (value, lost) => {
  if (Array.isArray(value)) return readable(value, lost);
  if (typeof value !== 'string') return undefined;
  const within = list(value, lost);
  return readable(Array.isArray(within) ? within : value.split(/[,;|]/), lost);
};

/** A list of records: the list as Python or JSON writes it, in a text. */
export const list: OtherForm = (value) => {
  if (typeof value !== 'string' || !value.trimStart().startsWith('[')) return undefined;
  try {
    return parseLine(value);
  } catch (error) {
    if (error instanceof LineSyntaxError) return undefined;
    throw error;
  }
};

/** A date of release: a number; see {@link releaseDay}. */
export const date: OtherForm = (value, lost) => {
  const digits = text(value, lost);
  return digits === undefined ? undefined : (releaseDay(digits as string) ?? undefined);
};

/** Yes or no: a word in any case, 1 or 0. */
export const yesOrNo: OtherForm = (value) =>
  isTextOrNumber(value) ? YES_OR_NO.get(String(value).trim().toLowerCase()) : undefined;

const YES_OR_NO = new Map([
  ...['true', 'yes', '1', '1.0'].map((word) => [word, true] as const),
  ...['false', 'no', '0', '0.0'].map((word) => [word, false] as const),
]);

/** The votes of a review: their number alone. */
export const votes: OtherForm = (value, lost) => {
  const count = wholeNumber(value, lost);
  return count === undefined ? undefined : `${count} people`;
};

/** The entries of a list that are names or numbers; undefined if it has other entries alone. */
function readable(entries: readonly unknown[], lost: () => void): string[] | undefined {
  const present = entries.filter((entry) => !isMissing(entry));
  const texts = present
    .filter(isTextOrNumber)
    .map(String)
    .filter(({ length }) => length <= LONGEST_NAME);
  if (texts.length === 0 && present.length > 0) return undefined;
  if (texts.length < present.length) lost();
  return texts;
}

function isTextOrNumber(value: unknown): value is string | number | bigint {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}
