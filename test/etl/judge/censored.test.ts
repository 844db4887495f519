import { expect, test } from 'vitest';
import { withoutCensoredWords } from '../../../src/etl/judge/censored.ts';

test('a run of three or more hearts is a censored word, and a space takes its place', () => {
  expect(withoutCensoredWords('what the ♥♥♥♥ is this')).toBe('what the   is this');
  expect(withoutCensoredWords('♥♥♥')).toBe(' ');
  expect(withoutCensoredWords('♥♥♥♥ing ♥♥♥♥')).toBe(' ing  ');
});

test('one or two hearts are hearts, and other hearts are never censorship', () => {
  expect(withoutCensoredWords('love it ♥♥ ♥')).toBe('love it ♥♥ ♥');
  expect(withoutCensoredWords('❤❤❤❤')).toBe('❤❤❤❤');
});
