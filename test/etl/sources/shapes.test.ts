import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Literal, pythonLiteral } from '../../../scripts/sample/python-literal.ts';
import { SOURCE_NAMES } from '../../../src/database/schema/sources.ts';
import { EXAMPLES } from './examples.ts';
import { Bytes, utf16 } from './read-bytes.ts';

let bytes: Bytes;
beforeAll(async () => {
  bytes = await Bytes.begin();
});
afterAll(() => bytes.remove());

describe.each(SOURCE_NAMES)('the records of %s are read', (source) => {
  const { line, record } = EXAMPLES[source];
  // Brackets, quotation marks and letters of all kinds within texts must not be taken for structure.
  const odd = { ...line, note: 'a "quoted" [text]} it\'s \\ é 😀 {', other: [{ deep: ['}', ']'] }, true] };
  const all = [line, odd, line];
  const json = (value: object, indent?: number | string) => JSON.stringify(value, null, indent);
  const lines = all.map((each) => `${json(each)}\n`).join('');
  const byRow = Object.fromEntries(all.map((each, row) => [row, each]));
  const python = all.map((each) => pythonLiteral(each as Literal));

  test.each<[shape: string, content: Buffer | string]>([
    ['lines', lines],
    ['a list on one line', json(all)],
    ['a list on one line, with a line end', `${json(all)}\n`],
    ['an indented list', json(all, 2)],
    ['a list indented with tabs, in CRLF', json(all, '\t').replaceAll('\n', '\r\n')],
    ['a list with one record on each line', `[\n${all.map((each) => json(each)).join(',\n')}\n]\n`],
    ['a list of one line each, several times', all.map((each) => json([each])).join('\n')],
    ['a list with a comma at its end', `[${all.map((each) => json(each)).join(',')},]`],
    ['a list with a byte-order mark and blanks', `\ufeff \r\n ${json(all)}`],
    ['an object by row, on one line', json(byRow)],
    ['an object by row, indented', json(byRow, 4)],
    ['an object by name', json(Object.fromEntries(all.map((each, row) => [`row ${row}: "{`, each])))],
    ['an object by row on each line', all.map((each, row) => json({ [row]: each })).join('\n')],
    ['records over several lines', all.map((each) => json(each, 2)).join('\n')],
    [
      'records over several lines, without indents',
      all.map((each) => json(each, 2).replace(/^ +/gm, '')).join('\n'),
    ],
    ['records without line ends', all.map((each) => json(each)).join('')],
    ['records with spaces between', all.map((each) => json(each)).join('  ')],
    ['lines with commas', all.map((each) => `${json(each)},\n`).join('')],
    ["Python's list", `[${python.join(', ')}]`],
    ["Python's list over several lines", `[${python.join(',\n ')}]\n`],
    ["Python's object by row", `{${python.map((each, row) => `${row}: ${each}`).join(', ')}}`],
    ["Python's records without line ends", python.join('')],
    [
      'lines with identities of MongoDB',
      all.map((each) => `${json({ _id: { $oid: '5f' }, ...each })}\n`).join(''),
    ],
    ['UTF-16, little ends', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(lines, 'LE')])],
    ['UTF-16, big ends', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(lines, 'BE')])],
    ['UTF-16, little ends, without a mark', utf16(lines, 'LE')],
    ['UTF-16, big ends, without a mark', utf16(lines, 'BE')],
    ['UTF-16, a list', utf16(`\ufeff${json(all, 1)}`, 'LE')],
    ['UTF-16, as Python literals', utf16(`\ufeff${python.join('\r\n')}`, 'BE')],
    ['gz of UTF-16', gzipSync(utf16(`\ufeff${lines}`, 'LE'))],
    ['gz of a list', gzipSync(json(all))],
    ['gz of gz', gzipSync(gzipSync(lines))],
    ['gz of gz of gz of a list', gzipSync(gzipSync(gzipSync(json(all))))],
  ])('%s', async (_, content) => {
    const { records, tally } = await bytes.read(source, content);
    expect(records).toStrictEqual([record, record, record]);
    expect(tally).toMatchObject({ lines: 3, blankLines: 0, rejects: [] });
    expect(await bytes.doctor(source, content)).toBeNull();
  });

  test('of a list of 50,000, which is longer than what is read at a time', async () => {
    const { records, tally } = await bytes.read(source, `[${`${json(odd)},`.repeat(49_999)}${json(odd)}]`);
    expect(records).toHaveLength(50_000);
    expect(tally).toMatchObject({ lines: 50_000, rejects: [] });
  });

  test('and a damaged one of a list is rejected alone, by its number', async () => {
    const { records, tally } = await bytes.read(source, `[${json(line)}, {"a": tru}, 7, "x", ${json(line)}]`);
    expect(records).toStrictEqual([record, record]);
    expect(tally.rejects).toMatchObject([
      { line: 2, reason: 'unexpected-character' },
      { line: 3, reason: 'not-a-record' },
      { line: 4, reason: 'not-a-record' },
    ]);
  });

  test.each<[shape: string, content: string]>([
    ['lines', lines],
    ['a list', json(all)],
    ['an indented list', json(all, 2)],
    ['an object by row', json(byRow)],
    ['records over several lines', all.map((each) => json(each, 2)).join('\n')],
    ['Python literals', python.join('\n')],
  ])('and a cut anywhere is told, or costs only what stood behind it: %s', async (_, content) => {
    const whole = Buffer.from(content);
    const cuts = fc.sample(fc.nat({ max: whole.length - 1 }), { numRuns: 40, seed: 3 });
    for (const at of cuts) {
      const packed = [(part: Buffer) => part, (part: Buffer) => utf16(part.toString(), 'LE')][at % 2]!;
      const part = packed(whole.subarray(0, at));
      const refused = await bytes.refusal(source, part);
      if (refused === null) {
        // Cut between two lines, where no reader can know of it.
        expect(content.slice(0, whole.subarray(0, at).toString().length).trimEnd()).toMatch(/[}]$/);
        expect((await bytes.read(source, part)).tally.rejects).toEqual([]);
      } else {
        expect(refused).toMatch(/ file is (?:incomplete; download or copy it again|empty)$| holds text /);
      }
    }
  });
});

test('a file of other bytes, or with bytes changed, is read or told in one sentence', async () => {
  const { line } = EXAMPLES.games;
  const good = [
    Buffer.from(`${JSON.stringify(line)}\n`.repeat(20)),
    Buffer.from(JSON.stringify(Array(20).fill(line), null, 1)),
    Buffer.from(JSON.stringify({ 0: line, 1: line })),
    utf16(`${JSON.stringify(line)}\n`.repeat(20), 'LE'),
    gzipSync(JSON.stringify([line, line])),
    brotliCompressSync(JSON.stringify([line, line])),
  ];
  const changed = fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...Buffer.from('{}[],:"\'\\\n\0 \xff\xe9a1', 'latin1'))), {
        maxLength: 6,
      }),
      fc.nat(),
    )
    .map(([whole, changes, end]) => {
      const copy = Buffer.from(whole);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return end % 3 === 0 ? copy.subarray(0, end % copy.length) : copy;
    });
  const noise = fc.uint8Array({ maxLength: 3000 }).map((units) => Buffer.from(units));
  const symbols = fc
    .array(fc.constantFrom(...'{}[],:"\'\\\n\ufeff a1é'), { maxLength: 40 })
    .map((parts) => Buffer.from(parts.join('')));
  for (const content of fc.sample(fc.oneof(changed, noise, symbols), { numRuns: 500, seed: 11 })) {
    const refused = await bytes.refusal('games', content);
    if (refused !== null) expect(refused).toMatch(/^The games file (?:is|has|holds|begins)[^\n]{1,250}$/);
  }
});
