import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonWithNaN } from '../../../../../src/etl/sources/steam-dump/parse/json-with-nan.ts';
import { LineSyntaxError, parseLine } from '../../../../../src/etl/sources/steam-dump/parse/line.ts';

describe('reads a line in either format', () => {
  it.each<[line: string, value: unknown]>([
    ['{"id": "10", "ok": true, "price": null}', { id: '10', ok: true, price: null }],
    ["{'id': '10', 'ok': True, 'price': None}", { id: '10', ok: true, price: null }],
    ["{u'id': u'10', 'title': \"it's\"}", { id: '10', title: "it's" }],
    ["  [ 'a' ]  ", ['a']],
    ['{}', {}],
    ["{\"it's\": None, 'a': False}", { "it's": null, a: false }],
    ['{"a": {\'b\': True}}', { a: { b: true } }],
    ['{"id": NaN, "title": NaN}', { id: Number.NaN, title: Number.NaN }],
    ['{"a": Infinity, "b": [-Infinity, 1e3]}', { a: Infinity, b: [-Infinity, 1000] }],
    ['{"a": NaN, "b": "NaN, \\"NaN\\" and Infinity"}', { a: Number.NaN, b: 'NaN, "NaN" and Infinity' }],
    ['{"title": "NaN"}', { title: 'NaN' }],
    ["{'title': 'NaN', 'price': nan}", { title: 'NaN', price: Number.NaN }],
    ['{"a": NaN, "b": "\\/ \\ud83d\\ude00 \\u00e9"}', { a: Number.NaN, b: '/ 😀 é' }],
    ['{"a": "\\ud800"}', { a: '\ud800' }],
    ["{'a': '\\ud800'}", { a: '\ud800' }],
    ['{"a": 1, "b": 2, "a": 3}', { a: 3, b: 2 }],
    ['{"a": NaN, "b": 2, "a": 3}', { a: 3, b: 2 }],
    ["{'a': 1, 'b': 2, 'a': 3}", { a: 3, b: 2 }],
    ['{"a": "x\0y", "b": null}', { a: 'x\0y', b: null }],
    ['{"a": "x\0y\\n\\u0000", "b": true}', { a: 'x\0y\n\0', b: true }],
    ["{'a': 'x\0y', 'b': None}", { a: 'x\0y', b: null }],
  ])('%j', (line, value) => {
    expect(parseLine(line)).toStrictEqual(value);
  });

  it.each(['{"__proto__": 1}', '{"__proto__": 1, "a": NaN}', "{'__proto__': 1}"])('%s', (line) => {
    const value = parseLine(line) as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value)[0]).toStrictEqual(['__proto__', 1]);
  });
});

describe('says where a line of neither format goes wrong', () => {
  it.each<[line: string, reason: string, column: number]>([
    ['', 'unexpected-end', 1],
    ['user_id,item_id', 'unexpected-character', 1],
    ['<html>', 'unexpected-character', 1],
    ['{"a": NaN, "b": "cut', 'unterminated-string', 17],
    ['{"a": 1, "b": [1, 2', 'unexpected-end', 20],
    ['{"a": true, "b" 2}', 'unexpected-character', 17],
    ['{"a": true} {"b": 1}', 'trailing-text', 13],
    ['{"a": true, "b": "\\x"}', 'bad-escape', 18],
    ['{"a": None, "b": maybe}', 'unknown-name', 18],
    ["{'a': None, 'b': maybe}", 'unknown-name', 18],
    [`{"a": ${'['.repeat(300)}`, 'too-deep', 206],
  ])('%j', (line, reason, column) => {
    let failure: unknown;
    try {
      parseLine(line);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(LineSyntaxError);
    expect(failure).toMatchObject({ reason, column });
  });
});

describe('JSON with NaN', () => {
  it('has the values of JSON.parse for any JSON, whatever its spaces', () => {
    const text = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t', '\r\n'))
      .map(([json, space]) => JSON.stringify(JSON.parse(json), null, space));
    fc.assert(
      fc.property(text, (json) => {
        expect(parseJsonWithNaN(` ${json}\n`)).toStrictEqual(JSON.parse(json));
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('accepts and refuses the same as JSON.parse, except for NaN, Infinity and control characters', () => {
    const scraps = fc.constantFrom(
      ...'{}[]",:-+.eE019\\/untrl \t\n',
      'null',
      'true',
      '"a"',
      '{"a":',
      '[1',
      '\\u12',
    );
    const text = fc.array(scraps, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (json) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the difference
        fc.pre(!/"[^"]*[\0-\x1f]/.test(json));
        expect(outcomeOf(parseJsonWithNaN, json)).toStrictEqual(outcomeOf(JSON.parse, json));
      }),
      { seed: 4, numRuns: 20_000 },
    );
  });

  it('reads a number of any length', () => {
    expect(parseJsonWithNaN(`[NaN, 0.${'3'.repeat(1_000_000)}]`)).toStrictEqual([Number.NaN, 1 / 3]);
  });
});

function outcomeOf(read: (text: string) => unknown, text: string): { value: unknown } | 'refused' {
  try {
    return { value: read(text) };
  } catch {
    return 'refused';
  }
}
