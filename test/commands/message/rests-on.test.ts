import { describe, expect, it } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { dataSetNotes, reviewNotes } from '../../../src/commands/message/rests-on.ts';
import type { DataSetSummary } from '../../../src/database/schema/lasting.ts';

const SUMMARY: DataSetSummary = {
  invented: false,
  games: 300,
  users: 400,
  libraryRows: 8000,
  reviews: 1500,
  inferredReviews: 200,
  span: { from: '2010-10-15', to: '2016-12-31' },
  rejected: {},
};

const english = Words.of('en-US');
const spanish = Words.of('es-ES');

describe('the line under every answer', () => {
  it('shows the time span of the data, in the language of the asker', () => {
    expect(dataSetNotes(SUMMARY, true, english)).toStrictEqual([
      'The data has reviews from Oct 15, 2010 to Dec 31, 2016; the year of 200 of them is estimated.',
    ]);
    expect(dataSetNotes(SUMMARY, true, spanish)).toStrictEqual([
      'Los datos tienen reseñas del 15 oct 2010 al 31 dic 2016; en 200 el año es estimado.',
    ]);
  });

  it('says that the sample is invented', () => {
    const [span, invented] = dataSetNotes({ ...SUMMARY, invented: true }, true, english);
    expect(span).toContain('2016');
    expect(invented).toContain('invented sample');
    expect(dataSetNotes({ ...SUMMARY, invented: true }, true, spanish)[1]).toContain('inventada');
  });

  it('has no span of reviews where the answer comes from libraries', () => {
    expect(dataSetNotes(SUMMARY, false, english)).toStrictEqual([]);
  });

  it('has no span if there are no reviews', () => {
    expect(dataSetNotes({ ...SUMMARY, span: null }, true, english)).toStrictEqual([]);
  });
});

describe('the basis of an answer from reviews', () => {
  it('is the number of reviews', () => {
    expect(reviewNotes({ reviews: 12_345, inferred: 0 }, english)).toStrictEqual([
      'Based on 12,345 reviews.',
    ]);
    expect(reviewNotes({ reviews: 1, inferred: 0 }, english)).toStrictEqual(['Based on 1 review.']);
    expect(reviewNotes({ reviews: 12_345, inferred: 0 }, spanish)).toStrictEqual([
      'Basado en 12.345 reseñas.',
    ]);
  });

  it('says how many of them have an inferred year', () => {
    expect(reviewNotes({ reviews: 20, inferred: 7 }, english)[1]).toMatch(/^7 of them do not state the year/);
    expect(reviewNotes({ reviews: 20, inferred: 1 }, english)[1]).toMatch(
      /^1 of them does not state the year/,
    );
    expect(reviewNotes({ reviews: 20, inferred: 1 }, spanish)[1]).toMatch(/^1 de ellas no indica el año/);
  });
});
