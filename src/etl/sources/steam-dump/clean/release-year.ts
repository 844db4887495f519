/**
 * The release year in a date of any form: the first number of four digits from 1970 to 2029 that is not
 * part of a longer one (`2017-07-24`, `Jul 2018`, `2017`), or null where there is none (`Coming Soon`).
 */
export function releaseYear(releaseDate: string): number | null {
  const match = /(?<!\d)(?:19[7-9]\d|20[0-2]\d)(?!\d)/.exec(releaseDate);
  return match ? Number(match[0]) : null;
}
