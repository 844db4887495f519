import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withinLimit } from '../../src/platform/time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => {});

test('work within the limit gives its own result or error, and leaves no timer behind', async () => {
  expect(await withinLimit(1000, Promise.resolve('done'))).toBe('done');
  await expect(withinLimit(1000, Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(vi.getTimerCount()).toBe(0);
});

test('work beyond the limit is an error that names the limit', async () => {
  const failing = expect(withinLimit(3000, never)).rejects.toThrow('no answer within 3 s');
  vi.advanceTimersByTime(3000);
  await failing;
});

test('beyond the limit, a caller can give a value, throw, or wait on instead', async () => {
  const given = withinLimit(1000, never, () => null);
  const thrown = expect(
    withinLimit(1000, never, () => {
      throw new RangeError('too late');
    }),
  ).rejects.toThrow(RangeError);
  let end: (end: string) => void = () => {};
  const work = new Promise<string>((resolve) => {
    end = resolve;
  });
  const waitedFor = withinLimit(1000, work, () => work);
  vi.advanceTimersByTime(999);
  vi.advanceTimersByTime(1);
  end('ended after all');
  expect(await given).toBeNull();
  expect(await waitedFor).toBe('ended after all');
  await thrown;
});

test('a failure after the limit disturbs nobody', async () => {
  let fail: (error: Error) => void = () => {};
  const work = new Promise<string>((_, reject) => {
    fail = reject;
  });
  const given = withinLimit(1000, work, () => 'late');
  vi.advanceTimersByTime(1000);
  fail(new Error('afterwards'));
  expect(await given).toBe('late');
});
