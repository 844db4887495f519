/**
 * Reads the release year from a date in any form: the first number of exactly four digits from 1970 to 2029
 * (`2017-07-24`, `Jul 2018`, `2017`). Null if there is none (`Coming Soon`).
 */
export function releaseYear(releaseDate: string): number | null {
  const match = /(?<!\d)(?:19[7-9]\d|20[0-2]\d)(?!\d)/.exec(releaseDate);
  return match ? Number(match[0]) : null;
}
