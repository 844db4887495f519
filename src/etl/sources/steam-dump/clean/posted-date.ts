const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The day a review was posted. */
export interface PostedDate {
  /** `YYYY-MM-DD`. */
  date: string;
  year: number;
  /** The year is not in the text: Steam leaves out the current one, so it is the crawl's. */
  yearInferred: boolean;
}

/**
 * Reads `Posted November 5, 2011.` and `Posted July 10.`
 *
 * @param undatedYear the year of a review posted without one
 * @returns null where the text names no day of the calendar
 */
export function postedDate(posted: string, undatedYear: number): PostedDate | null {
  const match = /^Posted (\p{L}+) (\d{1,2})(?:, (\d{4}))?\.?$/u.exec(posted.trim());
  if (!match) return null;
  const month = MONTHS.indexOf(match[1]!.toLowerCase()) + 1;
  const yearInferred = match[3] === undefined;
  const year = yearInferred ? undatedYear : Number(match[3]);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = Number(match[2]);
  // A leap day posted without its year stays a review even if the year set for such reviews has none.
  if (yearInferred && month === 2 && day === 29) day = lastDay;
  // No calendar has a year 0, and Postgres refuses it.
  if (year === 0 || month === 0 || day < 1 || day > lastDay) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { date, year, yearInferred };
}
