import { describe, expect, it } from 'vitest';
import { rawLibraryRow, rawOwner } from '../../../../../src/etl/sources/steam-dump/validate/library.ts';
import { rejection } from '../../../../../src/etl/sources/steam-dump/validate/reason.ts';

const VALUE = 'what-the-record-holds';

describe('a line of the libraries file', () => {
  it('is a user with their games; the games are checked one by one', () => {
    const line = {
      user_id: '00000000000000001',
      items_count: 2,
      steam_id: '00000000000000001',
      items: [7, null],
    };
    expect(rawOwner.parse(line)).toStrictEqual({
      user_id: '00000000000000001',
      items_count: 2,
      items: [7, null],
    });
  });

  it.each<[line: object, reason: string, path: string]>([
    [{ items: [] }, 'missing-user_id', 'user_id'],
    [{ user_id: 7, items: [] }, 'invalid-user_id', 'user_id'],
    [{ user_id: '', items: [] }, 'invalid-user_id', 'user_id'],
    [{ user_id: `${VALUE}\0`, items: [] }, 'invalid-user_id', 'user_id'],
    [{ user_id: `${VALUE}\ud800`, items: [] }, 'invalid-user_id', 'user_id'],
    [{ user_id: VALUE.repeat(10), items: [] }, 'invalid-user_id', 'user_id'],
    [{ user_id: VALUE, items: VALUE }, 'invalid-items', 'items'],
    [{ user_id: VALUE }, 'missing-items', 'items'],
    [{ user_id: VALUE, items_count: -1, items: [] }, 'invalid-items_count', 'items_count'],
  ])('is rejected: %#', (line, reason, path) => {
    const { error } = rawOwner.safeParse(line);
    expect(rejection(error!)).toStrictEqual({ reason, path });
  });
});

describe('a game in a library', () => {
  it.each([
    { item_id: '10', item_name: 'Counter-Strike', playtime_forever: 6, playtime_2weeks: 0 },
    { item_id: '10', playtime_forever: 0 },
    { item_id: '10', item_name: null, playtime_forever: 0, playtime_2weeks: null },
  ])('is accepted: %j', (row) => {
    expect(rawLibraryRow.parse(row)).toStrictEqual(row);
  });

  it.each<[row: unknown, reason: string, path: string]>([
    [{ playtime_forever: 6 }, 'missing-item_id', 'items[3].item_id'],
    [{ item_id: 10, playtime_forever: 6 }, 'invalid-item_id', 'items[3].item_id'],
    [{ item_id: '10' }, 'missing-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', playtime_forever: -1 }, 'invalid-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', playtime_forever: 1.5 }, 'invalid-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', playtime_forever: 2 ** 31 }, 'invalid-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', playtime_forever: 2n ** 64n }, 'invalid-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', playtime_forever: VALUE }, 'invalid-playtime_forever', 'items[3].playtime_forever'],
    [{ item_id: '10', item_name: [VALUE], playtime_forever: 6 }, 'invalid-item_name', 'items[3].item_name'],
    [VALUE, 'invalid-record', 'items[3]'],
    [null, 'invalid-record', 'items[3]'],
    [[VALUE], 'invalid-record', 'items[3]'],
  ])('is rejected: %#', (row, reason, path) => {
    const { error } = rawLibraryRow.safeParse(row);
    expect(rejection(error!, 'items[3]')).toStrictEqual({ reason, path });
  });
});
