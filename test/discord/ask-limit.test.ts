import { expect, test } from 'vitest';
import { AskLimit } from '../../src/discord/ask-limit.ts';

test('each user may ask a limited number of questions in a period', () => {
  let now = 1000;
  const limit = new AskLimit({ questions: 2, seconds: 10 }, () => now);
  expect(limit.take('a')).toBe(true);
  now += 6000;
  expect(limit.take('a')).toBe(true);
  now += 3999;
  expect([limit.take('a'), limit.take('b')]).toEqual([false, true]);
  now += 1;
  // The first question is ten seconds old, the second four. The refused one does not count.
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
  now += 6000;
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
});
