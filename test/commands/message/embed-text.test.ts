import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plainLine } from '../../../locales/markdown.ts';
import { cutText, markdownName, plainName } from '../../../src/commands/message/embed-text.ts';

interface Node {
  type: string;
  content?: unknown;
  /** The name of a standard emoji, which Discord shows as a picture. */
  name?: unknown;
}

/** The text that Discord shows if it reads nothing as Markdown; null if it reads something. */
function literally(markdown: string): string | null {
  const nodes = parse(markdown, 'extended') as Node[];
  if (nodes.some(({ type }) => type !== 'text' && type !== 'twemoji')) return null;
  return nodes.map(({ type, content, name }) => String(type === 'text' ? content : name)).join('');
}

/** Splits a text into characters as people see them. */
function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}

/** Names that hold every kind of markup and control character. */
const names = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...[
          '**',
          '__',
          '~~',
          '||',
          '`',
          '```',
          '[',
          '](https://a.b)',
          '# ',
          '> ',
          '>>> ',
          '- ',
          '1. ',
          '-# ',
          '\n',
        ],
        ...[
          '<@1>',
          '<@&1>',
          '<#1>',
          '<:a:1>',
          '<t:1>',
          '@everyone',
          '@here',
          ':joy:',
          'https://a.b/c',
          '\\',
          ' ',
        ],
        ...[
          '\u202e',
          '\u2066',
          '\u200b',
          '\u200d',
          '\ufeff',
          '👨‍👩‍👧‍👦',
          '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
          'e\u0301\u0302\u0303\u0304',
          '\ud800',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a name where Discord reads Markdown', () => {
  it.each([
    ['**bold**', '\\*\\*bold\\*\\*'],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil.example)'],
    ['# Heading', '\\# Heading'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['-# small', '\\-\\# small'],
    [
      '@everyone <@1> <#2> <:a:3> <t:4:R>',
      '\\@everyone \\<\\@1\\> \\<\\#2\\> \\<\\:a\\:3\\> \\<t\\:4\\:R\\>',
    ],
    ['back\\slash', 'back\\\\slash'],
    ['Half-Life 2: Episode One', 'Half-Life 2: Episode One'],
    ['Tom Clancy’s Rainbow Six® Siege', 'Tom Clancy’s Rainbow Six® Siege'],
  ])('%j is escaped to %j', (name, escaped) => {
    expect(escapeMarkdown(name)).toBe(escaped);
  });

  it('is shown as the same name, whatever it holds', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(literally(escapeMarkdown(name))).toBe(plainLine(name));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps to its length, and is shown as the beginning of the same name', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 10, max: 60 }), (name, most) => {
        const escaped = markdownName(name, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        const shown = literally(escaped);
        expect(shown).not.toBeNull();
        const whole = plainLine(name);
        if (shown !== whole) {
          expect(shown).toMatch(/…$/);
          expect(whole.startsWith(shown!.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a name on one line', () => {
  it.each([
    ['right\u202eto left\u2066', 'rightto left'],
    ['zero\u200bwidth\ufeff \u2060space', 'zerowidth space'],
    ['two\r\nlines\u2028and\tmore', 'two lines and more'],
    ['lone\u200djoiner', 'lonejoiner'],
    ['👩‍🚀 stays', '👩‍🚀 stays'],
    ['❤️‍🔥 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 stay', '❤️‍🔥 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 stay'],
    ['שלום عالم', 'שלום عالم'],
    [`z${'\u0351'.repeat(40)}`, `z${'\u0351'.repeat(3)}`],
    ['half \ud83d', 'half \ufffd'],
    ['\u200b\u3164 ', '—'],
    ['', '—'],
  ])('%j is %j', (name, line) => {
    expect(plainLine(name)).toBe(line);
  });

  it('has no control and no invisible characters', () => {
    fc.assert(
      fc.property(names, (name) => {
        const line = plainLine(name);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u);
        expect(line.isWellFormed()).toBe(true);
        expect(line.trim()).toBe(line);
        expect(plainLine(line)).toBe(line);
      }),
    );
  });
});

describe('a text that is too long', () => {
  it('is cut between characters as people see them', () => {
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdefg', 6)).toBe('abcde…');
    expect(cutText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 21)).toBe('👨‍👩‍👧‍👦…');
    expect(cutText('ne\u0301e\u0301', 4)).toBe('ne\u0301…');
    expect(cutText('🇪🇸🇪🇸', 6)).toBe('🇪🇸…');
    expect(cutText('one two', 5)).toBe('one…');
    // The backslash would escape the ellipsis, and is itself no character of the name.
    expect(cutText('abc\\*def', 5)).toBe('abc…');
    expect(cutText('abc\\\\def', 6)).toBe('abc\\\\…');
  });

  it('is cut at the same place as by counting its characters from the beginning', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const counted = (long: string, most: number) => {
      let end = 0;
      for (const { segment, index } of graphemes.segment(long)) {
        if (index + segment.length >= most) break;
        end = index + segment.length;
      }
      return end;
    };
    // No backslash is among them: the cut would remove one that comes last.
    const unit = fc.constantFrom(
      'x',
      '👩‍🚀',
      '👩🏽',
      '\u200d',
      'e\u0301',
      '\u0301',
      '🇪🇸',
      '🇪',
      '한',
      'ᄒ',
      'ᅡ',
      'ᆫ',
      'क्',
      'षि',
      '\r',
      '\n',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 1, max: 120 }), (units, most) => {
        const long = `${units.join('')}${'y'.repeat(most + 1)}`;
        const expected = long.slice(0, counted(long, most)).trimEnd();
        expect(cutText(long, most)).toBe(`${expected}…`);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps to its length, whatever it holds', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 40 }), (name, most) => {
        const text = plainLine(name);
        const cut = plainName(name, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        if (cut !== text) {
          const kept = graphemes(cut.slice(0, -1));
          expect(graphemes(text).slice(0, kept.length)).toStrictEqual(kept);
        }
      }),
    );
  });
});
