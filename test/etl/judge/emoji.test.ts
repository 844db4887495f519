import { expect, test } from 'vitest';
import { spellOutEmoji } from '../../../src/etl/judge/emoji.ts';

test('an emoji becomes its English name, with a space before it unless there is one', () => {
  expect(spellOutEmoji('fun😀')).toBe('fun grinning face');
  expect(spellOutEmoji('fun 😀')).toBe('fun grinning face');
  expect(spellOutEmoji('😀😭')).toBe('grinning face loudly crying face');
  expect(spellOutEmoji('♥')).toBe('heart suit');
});

test('text right after an emoji stays glued to its name, as in the authors’ program', () => {
  expect(spellOutEmoji('👌great')).toBe('OK handgreat');
  expect(spellOutEmoji('❤\ufe0f')).toBe('red heart\ufe0f');
});

test('an emoji without sentiment separates the word before it, and has no rating', () => {
  expect(spellOutEmoji('War™ 🐐')).toBe('War emoji emoji');
});

test('digits, flags and symbols that are no emoji stay', () => {
  for (const text of ['10/10 #1 *', '🇦🇺', '★★★', '☻', '¯\\_(ツ)_/¯']) expect(spellOutEmoji(text)).toBe(text);
});
