import { describe, expect, it } from 'vitest';
import { Tally } from '../../../../../src/etl/report/tally.ts';
import type { Line } from '../../../../../src/etl/sources/read/lines.ts';
import { recordsOf } from '../../../../../src/etl/sources/steam-dump/parse/records.ts';

function read(lines: Line[]) {
  const tally = new Tally('reviews');
  return { records: recordsOf(lines, tally), tally };
}

describe('the records of a batch of lines', () => {
  it('keep the numbers of their lines, in either format', () => {
    const { records, tally } = read([
      { number: 7, text: '{"id": "10", "price": NaN}' },
      { number: 8, text: "{u'id': u'20', 'ok': True}" },
    ]);
    expect(records).toStrictEqual([
      { line: 7, record: { id: '10', price: Number.NaN } },
      { line: 8, record: { id: '20', ok: true } },
    ]);
    expect(tally).toMatchObject({ lines: 2, blankLines: 0, rejectedLines: 0, rejectedShare: 0 });
  });

  it('leave out blank lines, which are counted apart from rejects', () => {
    const { records, tally } = read([
      { number: 1, text: '{"id": NaN, "genres": NaN}' },
      { number: 2, text: '' },
      { number: 3, text: ' \t ' },
      { number: 4, text: "{'id': nan}" },
    ]);
    expect(records).toStrictEqual([]);
    expect(tally).toMatchObject({ lines: 4, blankLines: 4, rejectedLines: 0, rejects: [], rejectedShare: 0 });
  });

  it('leave out an unreadable line, which is rejected alone with its column', () => {
    const { records, tally } = read([
      { number: 1, text: '{"id": "10"}' },
      { number: 2, text: "{'review': 'broken off" },
      { number: 3, text: '{"id": "20"}' },
    ]);
    expect(records.map(({ line }) => line)).toStrictEqual([1, 3]);
    expect(tally.rejectedLines).toBe(1);
    const [reject] = tally.rejects;
    expect(reject).toMatchObject({ source: 'reviews', line: 2, path: null });
    expect(reject!.column).toBeGreaterThan(11);
    expect(JSON.stringify(tally.rejects)).not.toContain('broken');
  });

  it.each(['7', '"text"', 'null', '[{"id": "10"}]', "('a', 'b')", 'NaN', 'True'])(
    'leave out a line that holds no record: %s',
    (text) => {
      const { records, tally } = read([{ number: 5, text }]);
      expect(records).toStrictEqual([]);
      expect(tally.rejects).toStrictEqual([
        { source: 'reviews', line: 5, column: null, path: null, reason: 'not-a-record' },
      ]);
    },
  );

  it('leave out a line that was too long to be kept', () => {
    const { records, tally } = read([{ number: 9, tooLong: true }]);
    expect(records).toStrictEqual([]);
    expect(tally.lines).toBe(1);
    expect(tally.rejects).toStrictEqual([
      { source: 'reviews', line: 9, column: null, path: null, reason: 'line-too-long' },
    ]);
  });

  it('add up over the batches of a file', () => {
    const tally = new Tally('games');
    recordsOf([{ number: 1, text: '{"id": 1}' }], tally);
    recordsOf([{ number: 2, text: '{"id":' }], tally);
    expect(tally).toMatchObject({ lines: 2, rejectedLines: 1, rejectedShare: 0.5 });
  });
});
