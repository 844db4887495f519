/** Matches a date of ISO 8601 with a time behind it. */
const WITH_TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d/;

/** Matches a date as a number: a year, `YYYYMMDD`, or the time since 1970, also as `Date(1400000000000)`. */
const AS_NUMBER = /^(?:\/?(?:new )?Date\()?(\d{4,19})(?:\.0*)?(?:[+-]\d{4})?\)?\/?$/;

/** The greatest number of digits of a time since 1970 in each unit, until the year 2286, with the units in a second. */
const UNITS = [
  { digits: 10, inSecond: 1 },
  { digits: 13, inSecond: 1e3 },
  { digits: 16, inSecond: 1e6 },
  { digits: 19, inSecond: 1e9 },
] as const;

/** The least number of digits of a time since 1970: that of seconds from 1973 on. Fewer are some other number. */
const LEAST_DIGITS = 9;

/** The first and the last year in which a game may have been released. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 2099];

/**
 * Reads a release date that was rewritten by a converter: `2010-01-11T00:00:00.000Z`, `20100111`, `2010`, or
 * seconds, milli-, micro- or nanoseconds since 1970.
 *
 * @returns the day in UTC as `YYYY-MM-DD`, or the year alone if no more is given; null for any other text
 */
export function releaseDay(text: string): string | null {
  const day = WITH_TIME.exec(text);
  if (day) return day[1]!;
  const digits = AS_NUMBER.exec(text)?.[1];
  if (digits === undefined) return null;
  if (digits.length === 4) return isYear(Number(digits)) ? digits : null;
  if (digits.length === 8) {
    const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    return dayOf(Date.parse(iso)) === iso ? iso : null;
  }
  if (digits.length < LEAST_DIGITS) return null;
  const { inSecond } = UNITS.find((unit) => digits.length <= unit.digits)!;
  return dayOf((Number(digits) / inSecond) * 1000);
}

/** The day of a time in milliseconds since 1970; null if its year is no year of a release. */
function dayOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return isYear(date.getUTCFullYear()) ? date.toISOString().slice(0, 10) : null;
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
