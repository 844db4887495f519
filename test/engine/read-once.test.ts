import { expect, test } from 'vitest';
import { readOnce } from '../../src/engine/read-once.ts';

test('what was read is kept; what failed is read again by the next who asks', async () => {
  const readings = [Promise.reject(new Error('the database is away')), Promise.resolve('first')];
  const read = readOnce(() => readings.shift() ?? Promise.resolve('too often'));
  const together = await Promise.allSettled([read(), read()]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await read()).toBe('first');
  expect(await read()).toBe('first');
});

test('who only looks does not make it read', async () => {
  let readings = 0;
  const read = readOnce(async () => ++readings);
  expect(read.kept()).toBeUndefined();
  const reading = read();
  expect(read.kept()).toBe(reading);
  expect(await read.kept()).toBe(1);
});
