import { describe, expect, it } from 'vitest';
import { isBlank, withoutMissing } from '../../../../../src/etl/sources/steam-dump/clean/blank.ts';

describe('a blank record', () => {
  it('holds NaN in every field', () => {
    expect(isBlank({ app_name: Number.NaN, genres: Number.NaN })).toBe(true);
  });

  it.each([
    { app_name: null, genres: null },
    { app_name: null, genres: Number.NaN },
    { app_name: '', genres: '' },
    { app_name: ' ', genres: [], price: null },
    { app_name: '', genres: [null], tags: [''] },
    {},
  ])('has nothing but what converters write for nothing: %j', (record) => {
    expect(isBlank(record)).toBe(true);
  });

  it.each([
    { app_name: null, price: 0 },
    { app_name: '', title: 'NaN' },
    { app_name: '', genres: [0] },
    { app_name: '', genres: [[]] },
    { app_name: '', genres: {} },
    { app_name: null, early_access: false },
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

  it('do not become others by a field that is called like a prototype', () => {
    const present = withoutMissing(JSON.parse('{"__proto__": {"id": "10"}, "price": 1}'));
    expect(present).toStrictEqual({ price: 1 });
    expect(present.id).toBeUndefined();
  });

  it('are removed from a copy', () => {
    const record = { id: '10', price: Number.NaN };
    withoutMissing(record);
    expect(record).toStrictEqual({ id: '10', price: Number.NaN });
  });
});
