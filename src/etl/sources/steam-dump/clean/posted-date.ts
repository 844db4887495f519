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
  /**
   * Whether the text has no year. Steam leaves out the current year, so the year is then the one of the
   * settings: the year in which the data was collected.
   */
  yearInferred: boolean;
}

/**
 * Reads `Posted November 5, 2011.` and `Posted July 10.`
 *
 * @param undatedYear the year of a review whose date has none
 * @returns null if the text holds no day of the calendar
 */
export function postedDate(posted: string, undatedYear: number): PostedDate | null {
  const match = /^Posted (\p{L}+) (\d{1,2})(?:, (\d{4}))?\.?$/u.exec(posted.trim());
  if (!match) return null;
  const month = MONTHS.indexOf(match[1]!.toLowerCase()) + 1;
  const yearInferred = match[3] === undefined;
  const year = yearInferred ? undatedYear : Number(match[3]);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = Number(match[2]);
  // `Posted February 29.` is a valid date even if the assumed year has no such day: the last day of the month
  // takes its place.
  if (yearInferred && month === 2 && day === 29) day = lastDay;
  // Postgres refuses the year 0, which no calendar has.
  if (year === 0 || month === 0 || day < 1 || day > lastDay) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { date, year, yearInferred };
}
