import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cleanTexts, storable } from '../../../../../src/etl/sources/steam-dump/clean/text.ts';

/** Texts of any UTF-16 units, often with lone surrogates and NUL. */
const anyUnits = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.constantFrom(0, 0x20, 0x61),
    ),
    { maxLength: 12 },
  )
  .map((units) => String.fromCharCode(...units));

describe('a clean text', () => {
  it.each<[raw: string, text: string | null]>([
    ['Rock &amp; Roll', 'Rock & Roll'],
    ['&quot;Live&quot; &#39;66 &#x2122;', '"Live" \'66 ™'],
    ['&amp;lt;', '&lt;'],
    ['Command & Conquer', 'Command & Conquer'],
    ['  Portal \n', 'Portal'],
    ['RedLynx,  in  collaboration', 'RedLynx, in collaboration'],
    ['Final\u00a0Fantasy\t \nXI', 'Final Fantasy XI'],
    ['final fantasy', 'final fantasy'],
    ['&nbsp;', null],
    ['', null],
    ['   ', null],
    ['\0', null],
    [' \0 ', null],
    ['Half\0-Life', 'Half-Life'],
    ['&#0;', '\ufffd'],
    ['a\ud83d', 'a\ufffd'],
    ['\ude00a', '\ufffda'],
    ['\ud83d\ude00', '\u{1f600}'],
    ['&#xD83D;', '\ufffd'],
  ])('of %j', (raw, text) => {
    expect(cleanText(raw)).toBe(text);
  });

  it('can be stored by Postgres, and does not change when it is made storable again', () => {
    fc.assert(
      fc.property(anyUnits, (raw) => {
        const text = cleanText(raw);
        if (text === null) return;
        expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
        expect(storable(text)).toBe(text);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('a storable text', () => {
  it('keeps everything else: spaces, line ends, entities', () => {
    expect(storable(' a\n&amp;\t\0 ')).toBe(' a\n&amp;\t ');
  });

  it('does not change when it is made storable again, and survives UTF-8', () => {
    fc.assert(
      fc.property(anyUnits, (raw) => {
        const once = storable(raw);
        expect(storable(once)).toBe(once);
        expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once);
        expect(once).not.toContain('\0');
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('loses a NUL between two surrogates without joining them', () => {
    expect(storable('\ud83d\0\ude00')).toBe('\ufffd\ufffd');
  });
});

describe('clean texts', () => {
  it('leave out empty and repeated ones, and keep their order', () => {
    expect(cleanTexts(['Indie', '', 'Action', ' Indie', 'A &amp; B', 'A & B', '\0'])).toStrictEqual([
      'Indie',
      'Action',
      'A & B',
    ]);
  });
});
