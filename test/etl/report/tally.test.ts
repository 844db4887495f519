import { describe, expect, it } from 'vitest';
import { Tally } from '../../../src/etl/report/tally.ts';

describe('the tally of a file', () => {
  it('begins with nothing', () => {
    expect(new Tally('games')).toMatchObject({ source: 'games', lines: 0, rejectedShare: 0, rejects: [] });
  });

  it('gives the place of each reject, and counts rejects by reason', () => {
    const tally = new Tally('libraries');
    tally.rejectLine(3, 'unterminated-string', { column: 120 });
    tally.rejectLine(4, 'missing-user_id', { path: 'user_id' });
    tally.rejectRecord(5, 'invalid-item_id', 'items[0].item_id');
    tally.rejectRecord(5, 'invalid-item_id', 'items[1].item_id');
    expect(tally.rejects).toStrictEqual([
      { source: 'libraries', line: 3, column: 120, path: null, reason: 'unterminated-string' },
      { source: 'libraries', line: 4, column: null, path: 'user_id', reason: 'missing-user_id' },
      { source: 'libraries', line: 5, column: null, path: 'items[0].item_id', reason: 'invalid-item_id' },
      { source: 'libraries', line: 5, column: null, path: 'items[1].item_id', reason: 'invalid-item_id' },
    ]);
    expect(Object.fromEntries(tally.reasons)).toStrictEqual({
      'unterminated-string': 1,
      'missing-user_id': 1,
      'invalid-item_id': 2,
    });
    expect(tally).toMatchObject({ rejectedLines: 2, rejectedRecords: 2 });
  });

  it('keeps the places of the first 10,000 rejects, and counts all', () => {
    const tally = new Tally('games');
    for (let line = 1; line <= 10_050; line++) tally.rejectLine(line, 'not-a-record');
    expect(tally.rejects).toHaveLength(10_000);
    expect(tally.rejects.at(-1)?.line).toBe(10_000);
    expect(tally.reasons.get('not-a-record')).toBe(10_050);
    expect(tally.rejectedLines).toBe(10_050);
  });

  it('counts the uses of each cleaning rule', () => {
    const tally = new Tally('games');
    tally.used('id-from-url');
    tally.used('id-from-url');
    tally.used('duplicates-dropped', 40);
    tally.used('never', 0);
    expect(Object.fromEntries(tally.rules)).toStrictEqual({ 'id-from-url': 2, 'duplicates-dropped': 40 });
  });
});

describe('the rejected share', () => {
  it('is that of the lines that are not blank', () => {
    const tally = new Tally('games');
    tally.lines = 1000;
    tally.blankLines = 900;
    tally.rejectLine(1, 'not-a-record');
    expect(tally.rejectedShare).toBe(0.01);
  });

  it('is that of the records, if a larger share of them is rejected', () => {
    const tally = new Tally('reviews');
    tally.lines = 100;
    tally.records = 200;
    tally.rejectLine(1, 'not-a-record');
    for (let i = 0; i < 10; i++) tally.rejectRecord(2, 'invalid-posted', `reviews[${i}].posted`);
    expect(tally.rejectedShare).toBe(0.05);
  });

  it('of a file of blank lines is 0', () => {
    const tally = new Tally('games');
    tally.lines = 5;
    tally.blankLines = 5;
    expect(tally.rejectedShare).toBe(0);
  });
});
