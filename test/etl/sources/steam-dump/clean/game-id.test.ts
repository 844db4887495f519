import { describe, expect, it } from 'vitest';
import {
  gameId,
  gameIdFromUrl,
  gameIdInAnyForm,
} from '../../../../../src/etl/sources/steam-dump/clean/game-id.ts';

describe('an app id', () => {
  it.each<[text: string, id: number]>([
    ['10', 10],
    ['761140', 761_140],
    ['2147483647', 2_147_483_647],
  ])('%j', (text, id) => {
    expect(gameId(text)).toBe(id);
  });

  it.each(['', '0', '-10', '+10', '10.0', '1e3', ' 10', '0x10', '2147483648', '99999999999', '١٠', 'ten'])(
    'is not %j',
    (text) => {
      expect(gameId(text)).toBeNull();
    },
  );
});

describe('an app id as a converter writes it', () => {
  it.each<[text: string, id: number]>([
    ['1010.0', 1010],
    ['1010.', 1010],
    ['1010.00', 1010],
    [' 1010 ', 1010],
  ])('%j', (text, id) => {
    let rewritten = 0;
    expect(gameIdInAnyForm(text, () => rewritten++)).toBe(id);
    expect(rewritten).toBe(1);
  });

  it('is not told of if it is in digits alone', () => {
    expect(gameIdInAnyForm('1010', () => expect.unreachable())).toBe(1010);
  });

  it.each(['', '0.0', '1010.5', '-10.0', '1e3', '2147483648.0', '1010.0.0', '1 010', '٣٤', 'NaN'])(
    'is not %j',
    (text) => {
      expect(gameIdInAnyForm(text, () => expect.unreachable())).toBeNull();
    },
  );
});

describe('an app id in a store address', () => {
  it.each<[url: string, id: number | null]>([
    ['http://store.steampowered.com/app/200260/Batman_Arkham_City/', 200_260],
    ['http://store.steampowered.com/app/200260', 200_260],
    ['https://store.steampowered.com/app/200260?snr=1', 200_260],
    ['http://store.steampowered.com/app/200260#reviews', 200_260],
    ['http://store.steampowered.com/app/200260x/', null],
    ['http://store.steampowered.com/app/', null],
    ['http://store.steampowered.com/sub/200260/', null],
    ['http://store.steampowered.com/app/99999999999/', null],
    ['', null],
  ])('%j', (url, id) => {
    expect(gameIdFromUrl(url)).toBe(id);
  });
});
