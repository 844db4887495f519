import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../src/discord/progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first state is shown at once, then the latest one in each interval', async () => {
  const shown: number[] = [];
  const progress = new Progress(async (state: number) => shown.push(state), 2500);
  for (const state of [1, 2, 3]) progress.report(state);
  expect(shown).toEqual([1]);
  await vi.advanceTimersByTimeAsync(2499);
  expect(shown).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown).toEqual([1, 3]);
  await vi.advanceTimersByTimeAsync(10_000);
  progress.report(4);
  expect(shown).toEqual([1, 3, 4]);
});

test('nothing is shown after the stop, which waits for the state that is being shown', async () => {
  const shown: number[] = [];
  let finish = () => {};
  const progress = new Progress(async (state: number) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    shown.push(state);
  }, 2500);
  progress.report(1);
  progress.report(2);
  const stopped = progress.stop().then(() => shown.push(0));
  progress.report(3);
  finish();
  await stopped;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toEqual([1, 0]);
});

test('a state that could not be shown is followed by the next', async () => {
  const tried: number[] = [];
  const progress = new Progress((state: number) => {
    tried.push(state);
    return Promise.reject(new Error('no'));
  }, 2500);
  progress.report(1);
  progress.report(2);
  await vi.advanceTimersByTimeAsync(2500);
  await progress.stop();
  expect(tried).toEqual([1, 2]);
});
