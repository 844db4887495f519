import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, readLines } from '../../../../src/etl/sources/read/lines.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('splits bytes into lines', () => {
  it.each<[what: string, bytes: string | Buffer, texts: string[]]>([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['one line', 'a\n', ['a']],
    ['LF', 'a\nb\n', ['a', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['both, and no end', 'a\r\nb\nc', ['a', 'b', 'c']],
    ['empty lines', '\n\r\n\na\n\n', ['', '', '', 'a', '']],
    ['a lone CR is no end', 'a\rb\r\n', ['a\rb']],
    ['U+2028, U+2029 and U+0085 are no ends', 'a\u2028b\u2029c\u0085d\n', ['a\u2028b\u2029c\u0085d']],
    ['a byte-order mark at the start', '\ufeffa\nb\n', ['a', 'b']],
    ['a byte-order mark elsewhere stays', 'a\n\ufeffb\n', ['a', '\ufeffb']],
    ['a byte-order mark and no more', '\ufeff', ['']],
    ['NUL stays', 'a\0b\n', ['a\0b']],
    ['UTF-8', 'é♥😀\n', ['é♥😀']],
  ])('%s', async (_, bytes, texts) => {
    const expected = texts.map((text, i) => ({ number: i + 1, text }));
    expect(await linesOf([Buffer.from(bytes)])).toStrictEqual(expected);
  });

  it.each<[what: string, bytes: number[], lines: Line[]]>([
    [
      'stray bytes',
      [0x61, 0xff, 0x62, 0xe2, 0x99, 0x0a, 0x63],
      [
        { number: 1, text: 'a\ufffdb\ufffd', notUtf8At: 2 },
        { number: 2, text: 'c' },
      ],
    ],
    ['latin-1', [...Buffer.from('Pokémon', 'latin1')], [{ number: 1, text: 'Pok\ufffdmon', notUtf8At: 4 }]],
    [
      'latin-1 after UTF-8, in UTF-16 units',
      [...Buffer.from('é😀'), 0xe9, 0x20],
      [{ number: 1, text: 'é😀\ufffd ', notUtf8At: 4 }],
    ],
    ['a letter that is cut', [0x61, 0xf0, 0x9f, 0x98], [{ number: 1, text: 'a\ufffd', notUtf8At: 2 }]],
    ['a surrogate', [0xed, 0xa0, 0x80], [{ number: 1, text: '\ufffd\ufffd\ufffd', notUtf8At: 1 }]],
    [
      'a stray byte far within',
      [...Buffer.from('é'.repeat(1000)), 0x80, ...Buffer.from('é'.repeat(500))],
      [{ number: 1, text: `${'é'.repeat(1000)}\ufffd${'é'.repeat(500)}`, notUtf8At: 1001 }],
    ],
  ])('and notes the place of invalid UTF-8: %s', async (_, bytes, lines) => {
    expect(await linesOf([Buffer.from(bytes)])).toStrictEqual(lines);
    expect(await linesOf(cut(Buffer.from(bytes), [1, 2, 3]))).toStrictEqual(lines);
  });

  it('the same ones wherever the chunks are cut', async () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '\ufeff', '\0', '\u2028', 'é', '♥', '😀', 'abc', 'x'.repeat(30)),
      fc.string({ unit: 'binary' }),
    );
    const bytes = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
      fc.uint8Array({ maxLength: 40 }).map((units) => Buffer.from(units)),
    );
    const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(bytes, cuts, async (whole, at) => {
        const options = { maxLineBytes: 20 };
        expect(await linesOf(cut(whole, at), options)).toStrictEqual(await linesOf([whole], options));
        const single = Array.from(whole, (_, i) => whole.subarray(i, i + 1));
        expect(await linesOf(single, options)).toStrictEqual(await linesOf([whole], options));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('in batches, one for each chunk that ends a line', async () => {
    const batches: number[] = [];
    for await (const batch of readLines(
      stream(['a\nb\nc', 'd', 'e\nf\n', 'g'].map((text) => Buffer.from(text))),
    )) {
      batches.push(batch.length);
    }
    expect(batches).toStrictEqual([2, 2, 1]);
  });
});

describe('passes over a line that is too long', () => {
  it.each<[what: string, bytes: string, lines: Line[]]>([
    ['at the limit', '12345\n', [{ number: 1, text: '12345' }]],
    ['at the limit, with marks', '\ufeff12345\r\n', [{ number: 1, text: '12345' }]],
    [
      'in bytes, not characters',
      'ééé\na\n',
      [
        { number: 1, tooLong: true },
        { number: 2, text: 'a' },
      ],
    ],
    [
      'one byte over',
      'a\n123456\r\nb',
      [
        { number: 1, text: 'a' },
        { number: 2, tooLong: true },
        { number: 3, text: 'b' },
      ],
    ],
    [
      'the last one',
      'a\n1234567890',
      [
        { number: 1, text: 'a' },
        { number: 2, tooLong: true },
      ],
    ],
  ])('%s', async (_, text, lines) => {
    const bytes = Buffer.from(text);
    expect(await linesOf([bytes], { maxLineBytes: 5 })).toStrictEqual(lines);
    expect(await linesOf(cut(bytes, [2, 4, 9]), { maxLineBytes: 5 })).toStrictEqual(lines);
  });

  it('of 200 MB, and holds no more of it than the longest line that is read', async () => {
    const chunks: WeakRef<ArrayBufferLike>[] = [];
    let mostHeld = 0;
    async function* longLine(): AsyncGenerator<Buffer> {
      yield Buffer.from('first\n');
      for (let i = 1; i <= 200; i++) {
        const chunk = Buffer.alloc(1_000_000, 'x');
        chunks.push(new WeakRef(chunk.buffer));
        yield chunk;
        if (i % 50 === 0) {
          // A WeakRef holds its target to the end of the turn of the event loop in which it was made.
          await setImmediate();
          collectGarbage();
          mostHeld = Math.max(mostHeld, chunks.filter((held) => held.deref() !== undefined).length);
        }
      }
      yield Buffer.from('\nlast\n');
    }
    const lines: Line[] = [];
    for await (const batch of readLines(longLine(), { maxLineBytes: 4_000_000 })) lines.push(...batch);
    expect(lines).toStrictEqual([
      { number: 1, text: 'first' },
      { number: 2, tooLong: true },
      { number: 3, text: 'last' },
    ]);
    // The chunk that was given last may still stand in a variable.
    expect(mostHeld).toBeLessThanOrEqual(4 + 1);
  });
});

async function* stream(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

async function linesOf(chunks: Buffer[], options: { maxLineBytes?: number } = {}): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(stream(chunks), options)) lines.push(...batch);
  return lines;
}

function cut(bytes: Buffer, at: number[]): Buffer[] {
  const ends = [...at.filter((end) => end < bytes.length).sort((a, b) => a - b), bytes.length];
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}
