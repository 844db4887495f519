import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/etl/sources/read/lines.ts';
import { CutValueError, readValues } from '../../../../src/etl/sources/read/values.ts';

describe('splits bytes into values', () => {
  it.each<[what: string, bytes: string, texts: string[]]>([
    ['nothing', '', []],
    ['an empty list', '[ ]\n', []],
    ['a list', '[{"a":1}, {"b":[2]}]', ['{"a":1}', '{"b":[2]}']],
    ['a list of lists', '[[1],[2]]', ['[1]', '[2]']],
    [
      'brackets and quotation marks in texts',
      '[{"a":"]}\\"["},{\'b\': "it\'s"}]',
      ['{"a":"]}\\"["}', "{'b': \"it's\"}"],
    ],
    ['values in a row', '{"a":1}{"b":2}\n{"c":\n3}', ['{"a":1}', '{"b":2}', '{"c":\n3}']],
    ['words between', '[1,{"a":1},"x, y",null]', ['1', '{"a":1}', '"x, y"', 'null']],
    ['brackets that close nothing', '{"a":1}]} {"b":2}', ['{"a":1}', ']', '}', '{"b":2}']],
    ['words at the end', '{"a":1} and more', ['{"a":1}', 'and more']],
  ])('%s', async (_, text, texts) => {
    const expected = texts.map((each, at) => ({ number: at + 1, text: each }));
    expect(await valuesOf([Buffer.from(text)], false)).toStrictEqual(expected);
  });

  it.each<[what: string, bytes: string, texts: string[]]>([
    ['an object', '{"0":{"a":1},"1":{"b":2}}', ['{"a":1}', '{"b":2}']],
    ['numbers as keys', '{0: {"a":1}, -1: {"b":2}}', ['{"a":1}', '{"b":2}']],
    ['keys like structure', '{"{[\\",:": {"a":1}}', ['{"a":1}']],
    ['other values', '{"0": 7, "1": [1]}', ['7', '[1]']],
    ['several objects', '{"0":{"a":1}}\n{"0":{"b":2}}', ['{"a":1}', '{"b":2}']],
  ])('by row: %s', async (_, text, texts) => {
    const expected = texts.map((each, at) => ({ number: at + 1, text: each }));
    expect(await valuesOf([Buffer.from(text)], true)).toStrictEqual(expected);
  });

  it('the same ones wherever the chunks are cut', async () => {
    const piece = fc.constantFrom(...'{}[],:"\'\\ \n7', 'é', '\ufeff', '{"a":1}', '"b":', '[', 'x'.repeat(9));
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (whole, rows) => {
        const single = Array.from(whole, (_, at) => whole.subarray(at, at + 1));
        // A byte-order mark is looked for in the first chunk, which has hundreds of bytes.
        if (whole[0] === 0xef) return;
        expect(await outcomeOf(single, rows)).toStrictEqual(await outcomeOf([whole], rows));
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it.each(['[', '[{"a":1}', '{"a":', '{"a":1}{"b', "['a"])(
    'and tells where they are cut: %s',
    async (text) => {
      await expect(valuesOf([Buffer.from(text)], false)).rejects.toBeInstanceOf(CutValueError);
    },
  );

  it('and passes over one of 200 MB, in the memory of a short one', async () => {
    let highest = 0;
    async function* longValue(): AsyncGenerator<Buffer> {
      yield Buffer.from('[{"a":1},{"b":"');
      for (let i = 0; i < 200; i++) {
        yield Buffer.alloc(1_000_000, 'x');
        highest = Math.max(highest, process.memoryUsage().arrayBuffers);
      }
      yield Buffer.from('"},{"c":3}]');
    }
    const lines: Line[] = [];
    for await (const batch of readValues(longValue(), false, { maxLineBytes: 4_000_000 }))
      lines.push(...batch);
    expect(lines).toStrictEqual([
      { number: 1, text: '{"a":1}' },
      { number: 2, tooLong: true },
      { number: 3, text: '{"c":3}' },
    ]);
    expect(highest).toBeLessThan(100_000_000);
  });
});

async function valuesOf(chunks: Buffer[], rows: boolean): Promise<Line[]> {
  async function* stream() {
    yield* chunks;
  }
  const lines: Line[] = [];
  for await (const batch of readValues(stream(), rows, { maxLineBytes: 20 })) lines.push(...batch);
  return lines;
}

/** The values, or the number of the value that is cut. */
async function outcomeOf(chunks: Buffer[], rows: boolean): Promise<Line[] | number> {
  return valuesOf(chunks, rows).catch((error: unknown) => {
    if (error instanceof CutValueError) return error.number;
    throw error;
  });
}
