import { describe, expect, it } from 'vitest';
import { isBlank, withoutMissing } from '../../../../../src/etl/sources/steam-dump/clean/blank.ts';

describe('a blank record', () => {
  it('holds NaN in every field', () => {
    expect(isBlank({ app_name: Number.NaN, genres: Number.NaN })).toBe(true);
  });

  it.each([
    { app_name: Number.NaN, price: 0 },
    { app_name: Number.NaN, title: '' },
    { app_name: Number.NaN, title: 'NaN' },
    { app_name: Number.NaN, genres: [] },
    { app_name: Number.NaN, early_access: false },
  ])('has no value, unlike %j', (record) => {
    expect(isBlank(record)).toBe(false);
  });
});

describe('missing values', () => {
  it('are NaN and null, and no others', () => {
    const record = {
      id: '10',
      price: Number.NaN,
      title: null,
      discount: 0,
      early_access: false,
      app_name: '',
      tags: [],
    };
    expect(withoutMissing(record)).toStrictEqual({
      id: '10',
      discount: 0,
      early_access: false,
      app_name: '',
      tags: [],
    });
  });

  it('are removed from a copy', () => {
    const record = { id: '10', price: Number.NaN };
    withoutMissing(record);
    expect(record).toStrictEqual({ id: '10', price: Number.NaN });
  });
});
