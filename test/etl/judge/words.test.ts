import { describe, expect, test } from 'vitest';
import { isAllCapitals, splitWords, stripPunctuation } from '../../../src/etl/judge/words.ts';

// Every expected value here is the result of Python's own str.split, str.strip and str.isupper.

describe('splitWords', () => {
  test('splits at any white space, keeps words of one letter, and gives no empty words', () => {
    expect(splitWords('  I\tlike\r\n a  game ')).toEqual(['I', 'like', 'a', 'game']);
    expect(splitWords(' \n ')).toEqual([]);
    expect(splitWords('')).toEqual([]);
  });

  test('splits where Python does: at U+0085, U+001C, U+3000 and a no-break space, not at a byte-order mark', () => {
    expect(splitWords('a\u0085b\u001cc\u3000d\u00a0e\u2009f')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(splitWords('a\ufeffb\u200bc')).toEqual(['a\ufeffb\u200bc']);
  });
});

describe('stripPunctuation', () => {
  test.each([
    ['good!!!', 'good'],
    ['"(great),"', 'great'],
    ["don't", "don't"],
    ['10/10!', '10/10'],
    ['...and', 'and'],
    ['-_-well-_-', 'well'],
  ])('%s without its surrounding punctuation is %s', (token, word) => {
    expect(stripPunctuation(token)).toBe(word);
  });

  test.each([':)', ':D', ':-p', '(ok)', 'XD!', '!!!', '"𝖺𝖻"', '¡no!'.slice(1)])(
    '%s would leave two characters or fewer, so it may be an emoticon and stays',
    (token) => {
      expect(stripPunctuation(token)).toBe(token);
    },
  );

  test('removes only ASCII punctuation', () => {
    expect(stripPunctuation('“good”')).toBe('“good”');
    expect(stripPunctuation('good…')).toBe('good…');
  });
});

describe('isAllCapitals', () => {
  test.each(['GREAT', 'I', '10/10GG', ':D', "DON'T", 'ÉCLAIR', 'ИГРА'])('%s is', (word) => {
    expect(isAllCapitals(word)).toBe(true);
  });
  test.each(['Great', 'GREATs', '10/10', ':)', '', 'éCLAIR', 'игра', 'ǅ', '游戏', 'Aº'])(
    '"%s" is not',
    (word) => {
      expect(isAllCapitals(word)).toBe(false);
    },
  );
});
