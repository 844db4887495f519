import { describe, expect, it } from 'vitest';
import { rawGame } from '../../../../../src/etl/sources/steam-dump/validate/game.ts';
import { rejection } from '../../../../../src/etl/sources/steam-dump/validate/reason.ts';

/** A value that no reason or path may contain. */
const VALUE = 'what-the-record-holds';

describe('a raw game', () => {
  it.each([
    {},
    { id: '10' },
    { id: 10, price: 'Free To Play' },
    { id: '10', price: 9.99, genres: [], tags: ['Indie'], early_access: true },
  ])('is accepted: %j', (record) => {
    expect(rawGame.safeParse(record).success).toBe(true);
  });

  it('may have unknown fields', () => {
    expect(rawGame.parse({ id: '10', metascore: 90 })).toStrictEqual({ id: '10' });
  });

  it.each<[record: object, reason: string, path: string]>([
    [{ id: 10.5 }, 'invalid-id', 'id'],
    [{ id: [VALUE] }, 'invalid-id', 'id'],
    [{ app_name: [VALUE] }, 'invalid-app_name', 'app_name'],
    [{ app_name: VALUE.repeat(100) }, 'invalid-app_name', 'app_name'],
    [{ genres: VALUE }, 'invalid-genres', 'genres'],
    [{ genres: ['Action', 7] }, 'invalid-genres', 'genres[1]'],
    [{ tags: ['Indie', 'Action', { [VALUE]: VALUE }] }, 'invalid-tags', 'tags[2]'],
    [{ price: [VALUE] }, 'invalid-price', 'price'],
    [{ early_access: VALUE }, 'invalid-early_access', 'early_access'],
    [{ release_date: 2017 }, 'invalid-release_date', 'release_date'],
  ])('is rejected: %#', (record, reason, path) => {
    const { error } = rawGame.safeParse(record);
    expect(rejection(error!)).toStrictEqual({ reason, path });
  });
});
