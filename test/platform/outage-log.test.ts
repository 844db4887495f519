import { beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { Outage } from '../../src/platform/outage.ts';
import { OutageLog } from '../../src/platform/outage-log.ts';

let lines: object[];
let now: number;
let outage: OutageLog;
beforeEach(() => {
  lines = [];
  now = 0;
  const log = createLog('info', {
    write: (text) => {
      const { time: _, ...line } = JSON.parse(text);
      lines.push(line);
    },
  });
  const messages = { lost: 'it is lost', lasts: 'it is still lost', back: 'it is back' };
  outage = new OutageLog(log, messages, { shard: 3 }, new Outage(() => now));
});

test('a day of failures, two a second, is a line at the start, one every ten minutes, and one at the end', () => {
  for (now = 0; now < 86_400_000; now += 500) outage.failed('refused');
  outage.works();
  expect(lines).toHaveLength(1 + 143 + 1);
  expect(lines[0]).toEqual({ level: 40, shard: 3, why: 'refused', msg: 'it is lost' });
  expect(lines[1]).toEqual({
    level: 40,
    shard: 3,
    why: 'refused',
    seconds: 600,
    failures: 1201,
    msg: 'it is still lost',
  });
  expect(lines.at(-1)).toEqual({
    level: 30,
    shard: 3,
    seconds: 86_400,
    failures: 172_800,
    msg: 'it is back',
  });
});

test('what works is not told, and each outage is told anew', () => {
  outage.works();
  expect(lines).toEqual([]);
  for (let times = 0; times < 2; times++) {
    outage.failed();
    outage.failed();
    now += 1000;
    outage.works();
    outage.works();
  }
  expect(lines).toMatchObject(
    [0, 1].flatMap(() => [{ msg: 'it is lost' }, { msg: 'it is back', seconds: 1, failures: 2 }]),
  );
});
