import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postedDate } from '../../../../../src/etl/sources/steam-dump/clean/posted-date.ts';

const CRAWL = 2016;

describe('the day a review was posted', () => {
  it.each<[posted: string, date: string, year: number]>([
    ['Posted November 5, 2011.', '2011-11-05', 2011],
    ['Posted February 29, 2012.', '2012-02-29', 2012],
    ['Posted December 31, 2015.', '2015-12-31', 2015],
    ['  Posted may 1, 2014  ', '2014-05-01', 2014],
  ])('%j has its year', (posted, date, year) => {
    expect(postedDate(posted, CRAWL)).toStrictEqual({ date, year, yearInferred: false });
  });

  it('takes the year of the crawl if it names none, and says so', () => {
    expect(postedDate('Posted July 10.', CRAWL)).toStrictEqual({
      date: '2016-07-10',
      year: 2016,
      yearInferred: true,
    });
    expect(postedDate('Posted July 10.', 2018)?.year).toBe(2018);
  });

  it('stays a real date if a leap day falls into a year without one', () => {
    expect(postedDate('Posted February 29.', 2016)?.date).toBe('2016-02-29');
    expect(postedDate('Posted February 29.', 2015)).toStrictEqual({
      date: '2015-02-28',
      year: 2015,
      yearInferred: true,
    });
  });

  it.each([
    '',
    'Posted',
    'Posted July.',
    'Posted Juli 10, 2015.',
    'Posted July 0, 2015.',
    'Posted July 32.',
    'Posted February 29, 2015.',
    'Posted February 30.',
    'Posted July 10, 15.',
    'Posted July 10, 0000.',
    'Posted 2015-07-10.',
    'Posted July 10, 2015. Edited July 11, 2015.',
    'July 10, 2015',
  ])('cannot be read from %j', (posted) => {
    expect(postedDate(posted, CRAWL)).toBeNull();
  });

  it('is read back from any date written out in English', () => {
    const written = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(postedDate(`Posted ${written.format(date)}.`, CRAWL)).toStrictEqual({
          date: date.toISOString().slice(0, 10),
          year: date.getUTCFullYear(),
          yearInferred: false,
        });
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
