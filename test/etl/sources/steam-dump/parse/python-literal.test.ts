import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LiteralSyntaxError,
  parsePythonLiteral,
} from '../../../../../src/etl/sources/steam-dump/parse/python-literal.ts';
import { LineSyntaxError } from '../../../../../src/etl/sources/steam-dump/parse/syntax-error.ts';
import { canonical, literalEval, type Outcome, type Pair } from './literal-eval.ts';
import { damagedLiteral, literal } from './python-literal-texts.ts';

const recorded = JSON.parse(
  readFileSync(new URL('python-literal.pairs.json', import.meta.url), 'utf8'),
) as Pair[];

describe('values', () => {
  it.each<[text: string, value: unknown]>([
    ['None', null],
    ['True', true],
    ['False', false],
    [' \t 1 \n', 1],
    ['[]', []],
    ['[1, 2,]', [1, 2]],
    ['()', []],
    ['(1)', 1],
    ['(1,)', [1]],
    ['((1, 2), 3)', [[1, 2], 3]],
    ['{}', {}],
    ["{'a': 1, \"b\": [None, {'c': True}],}", { a: 1, b: [null, { c: true }] }],
    ["{\n 'a'\n:\r\n 1\n}", { a: 1 }],
    ["{'a': 1, 'b': 2, 'a': 3}", { a: 3, b: 2 }],
    ["{('a'): 1}", { a: 1 }],
  ])('%j', (text, value) => {
    expect(parsePythonLiteral(text)).toStrictEqual(value);
  });
});

describe('numbers', () => {
  it.each<[text: string, value: number | bigint]>([
    ['0', 0],
    ['00', 0],
    ['-0', 0],
    ['-0.0', -0],
    ['+5', 5],
    ['- 5', -5],
    ['-(5)', -5],
    ['1_000_000', 1_000_000],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', 9_007_199_254_740_992n],
    ['-9007199254740993', -9_007_199_254_740_993n],
    ['76561197970982479', 76_561_197_970_982_479n],
    ['0xff', 255],
    ['0O17', 15],
    ['0b_1_01', 5],
    ['0xffffffffffffffff', 18_446_744_073_709_551_615n],
    ['1.', 1],
    ['.5', 0.5],
    ['01.5', 1.5],
    ['1_0.5e-1_0', 1.05e-9],
    ['1e3', 1000],
    ['1e999', Number.POSITIVE_INFINITY],
    ['nan', Number.NaN],
    ['-nan', Number.NaN],
    ['inf', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
  ])('%s', (text, value) => {
    expect(parsePythonLiteral(text)).toBe(value);
    expect(parsePythonLiteral(`[${text}, 1]`)).toStrictEqual([value, 1]);
  });

  it('takes an integer of any length', () => {
    expect(parsePythonLiteral(`1${'0'.repeat(20_000)}`)).toBe(10n ** 20_000n);
  });
});

describe('strings', () => {
  it.each<[text: string, value: string]>([
    ["''", ''],
    ['""', ''],
    ["''''''", ''],
    [`'say "hi"'`, 'say "hi"'],
    [`"it's"`, "it's"],
    [`'''it's ''two'' lines\n'''`, "it's ''two'' lines\n"],
    ['"""a\r\nb\rc"""', 'a\nb\nc'],
    ['u\'a\' U"b"', 'ab'],
    ["r'\\d\\''", "\\d\\'"],
    ["R'''\\\r\n'''", '\\\n'],
    [`'a' "b"'c'`, 'abc'],
    ["('a'\n 'b')", 'ab'],
    [String.raw`'\\\'\"\a\b\f\n\r\t\v'`, '\\\'"\x07\b\f\n\r\t\v'],
    [String.raw`'\0\7\101\1012\400\778'`, '\0\x07AA2\u0100?8'],
    [String.raw`'\x41\xe9\u00e9\u2665\U0001F600\U0010ffff'`, 'Aéé♥😀\u{10ffff}'],
    ["'a\\\nb\\\r\nc'", 'abc'],
    [String.raw`'\d\/\8\é'`, String.raw`\d\/\8\é`],
    [String.raw`'\ud83d\ude00'`, '😀'],
    [String.raw`'<\ud800>'`, '<\ud800>'],
    ["'a\0b\\x00'", 'a\0b\0'],
    ["'\u2028\u00a0é😀'", '\u2028\u00a0é😀'],
    [`'${'x'.repeat(63)}'`, 'x'.repeat(63)],
    [`'${'x'.repeat(64)}'`, 'x'.repeat(64)],
    [`'${'x'.repeat(65)}'`, 'x'.repeat(65)],
    [`'${'x'.repeat(100)}\\n'`, `${'x'.repeat(100)}\n`],
  ])('%j', (text, value) => {
    expect(parsePythonLiteral(text)).toBe(value);
    expect(parsePythonLiteral(`{'k': ${text}}`)).toStrictEqual({ k: value });
  });

  it('keeps strings of the same hash slot apart', () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `game ${i}`);
    expect(parsePythonLiteral(`[${names.map((name) => `'${name}'`).join(',')}]`)).toEqual(names);
  });

  it('does not keep a whole line in memory for a short string cut from it', () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const heapUsed = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = heapUsed();
    const ids = Array.from({ length: 200 }, (_, i) => {
      const line = `['invented-user-${i}', '${'x'.repeat(100_000)}']`;
      return (parsePythonLiteral(line) as unknown[])[0];
    });
    expect(heapUsed() - before).toBeLessThan(5_000_000);
    expect(ids[199]).toBe('invented-user-199');
  });
});

it('stores a key named __proto__ as a key, and leaves the prototype alone', () => {
  const value = parsePythonLiteral("{'__proto__': {'x': 1}, 'constructor': 2}") as Record<string, unknown>;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.entries(value)).toStrictEqual([
    ['__proto__', { x: 1 }],
    ['constructor', 2],
  ]);
  expect('x' in value).toBe(false);
});

describe('refusals', () => {
  it.each<[text: string, reason: string, column: number]>([
    ['', 'unexpected-end', 1],
    ['[1, ', 'unexpected-end', 5],
    ["{'a' 1}", 'unexpected-character', 6],
    ['[1 2]', 'unexpected-character', 4],
    ['[,]', 'unexpected-character', 2],
    ['[1]]', 'trailing-text', 4],
    ['1, 2', 'trailing-text', 2],
    ["{'a': 'b", 'unterminated-string', 7],
    ["'a\nb'", 'unterminated-string', 1],
    ["r'\\'", 'unterminated-string', 2],
    [String.raw`'ab\xg1'`, 'bad-escape', 4],
    [String.raw`'\u12'`, 'bad-escape', 2],
    [String.raw`'\U00110000'`, 'bad-escape', 2],
    [String.raw`'\N{EM DASH}'`, 'named-escape', 2],
    ['01', 'bad-number', 1],
    ['[1__0]', 'bad-number', 2],
    ['1e', 'bad-number', 1],
    ['0xg', 'bad-number', 1],
    ['[0x_]', 'bad-number', 2],
    ['0b2', 'bad-number', 1],
    ['1j', 'complex-number', 1],
    ['--1', 'sign-without-number', 2],
    ['-True', 'sign-without-number', 2],
    ["b'x'", 'bytes', 1],
    ["f'x'", 'f-string', 1],
    ["ur'x'", 'unknown-string-prefix', 1],
    ['[1, {2}]', 'set', 6],
    ["{1: 'a'}", 'key-not-a-string', 2],
    ["{None: 'a'}", 'key-not-a-string', 2],
    ['...', 'ellipsis', 1],
    ["{'a': null}", 'unknown-name', 7],
    ['[datetime(2016, 7, 1)]', 'unknown-name', 2],
  ])('%j: %s', (text, reason, column) => {
    const failure = failureOf(text);
    expect(failure).toBeInstanceOf(LineSyntaxError);
    expect(failure).toMatchObject({ reason, column });
  });

  it('come beyond 200 levels, and not before', () => {
    expect(() => parsePythonLiteral('['.repeat(200) + ']'.repeat(200))).not.toThrow();
    expect(failureOf('['.repeat(201) + ']'.repeat(201))).toMatchObject({ reason: 'too-deep', column: 201 });
    for (const open of ['[', '(', '-(', "{'a':"]) {
      expect(failureOf(open.repeat(1_000_000))?.reason).toBe(
        open === '-(' ? 'sign-without-number' : 'too-deep',
      );
    }
    expect(failureOf(`-${'('.repeat(1_000_000)}`)).toMatchObject({ reason: 'too-deep', column: 202 });
  });

  it('never quote the text', () => {
    expect(failureOf("{'review': 'secret words")?.message).not.toContain('secret');
  });
});

describe("agrees with Python's ast.literal_eval", () => {
  it('on recorded texts', () => {
    expect(recorded.length).toBeGreaterThan(300);
    expect(disagreements(recorded)).toStrictEqual([]);
  });

  // Without python3 only the recorded texts above are compared.
  it.each([
    ['literals in every style', literal, 1],
    ['damaged literals', damagedLiteral, 2],
  ])('on %s', (_, texts, seed) => {
    const pairs = literalEval(fc.sample(texts, { seed, numRuns: 3_000 })) ?? recorded;
    expect(disagreements(pairs)).toStrictEqual([]);
    // Makes sure that enough of the texts are literals.
    expect(pairs.filter(({ outcome }) => 'value' in outcome).length).toBeGreaterThan(pairs.length / 20);
  });
});

function disagreements(pairs: Pair[]): { text: string; python: Outcome; ours: Outcome }[] {
  return pairs
    .map(({ text, outcome }) => ({ text, python: outcome, ours: ourOutcome(text) }))
    .filter(({ python, ours }) =>
      'value' in python ? JSON.stringify(python) !== JSON.stringify(ours) : 'value' in ours,
    );
}

function ourOutcome(text: string): Outcome {
  const failure = failureOf(text);
  return failure === undefined ? { value: canonical(parsePythonLiteral(text)) } : { refused: failure.reason };
}

function failureOf(text: string): LiteralSyntaxError | undefined {
  try {
    parsePythonLiteral(text);
    return undefined;
  } catch (error) {
    if (error instanceof LiteralSyntaxError) return error;
    throw error;
  }
}
