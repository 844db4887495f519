import { expect, test } from 'vitest';
import { foldOf, heldOutGames, splitLibraries } from '../../src/evaluate/split.ts';
import { interactions } from '../etl/fit/libraries.ts';

// By md5sum, `steam-v1|ann|40` begins with 0b49; then come 20 (33b4…), 30 (6150…), 60, 10 and 50 (f4ce…).
test('the first fifth by md5, rounded up, is held out', () => {
  expect(heldOutGames('steam-v1', 'ann', [10, 20, 30, 40, 50, 60])).toEqual([40, 20]);
  expect(heldOutGames('steam-v1', 'ann', [60, 50, 40, 30, 20, 10])).toEqual([40, 20]);
  expect(heldOutGames('steam-v1', 'ann', [10, 20, 30, 50, 60])).toEqual([20]);
});

test('another salt gives another split', () => {
  // `other|ann|60` begins with 0352, `other|ann|50` with 5521.
  expect(heldOutGames('other', 'ann', [10, 20, 30, 40, 50, 60])).toEqual([60, 50]);
});

test('a user with fewer than five played games has none held out', () => {
  expect(heldOutGames('steam-v1', 'ann', [10, 20, 30, 40])).toEqual([]);
});

// The first eight hex digits of md5(`steam-v1|fold|<user>`), modulo 5: ann 2677352c 4, dan 1d6b20e3 0, eve 99e720ef 0.
test('one test user in five is for tuning', () => {
  expect(['ann', 'bob', 'cat', 'dan', 'eve', 'fay'].map((user) => foldOf('steam-v1', user))).toEqual([
    'test',
    'test',
    'test',
    'tuning',
    'tuning',
    'test',
  ]);
});

test('all other games are for training, and games that are only owned are never held out', () => {
  const libraries = interactions({ 40: 0, 20: 5, 30: 5, 10: 5, 50: 5, 60: 5 }, { 10: 1, 20: 2 });
  const split = splitLibraries({ ...libraries, userIds: ['ann', 'dan'] }, 'steam-v1');
  expect(split.testUsers).toEqual([{ user: 0, userId: 'ann', fold: 'test', heldOut: [20] }]);
  expect([...split.training.offsets]).toEqual([0, 5, 7]);
  expect([...split.training.games]).toEqual([10, 30, 40, 50, 60, 10, 20]);
  expect([...split.training.minutes]).toEqual([5, 5, 0, 5, 5, 1, 2]);
});
