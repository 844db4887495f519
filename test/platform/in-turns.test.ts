import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce, inTurns, type Steps } from '../../src/platform/in-turns.ts';

/** Each step takes so many milliseconds of the processor. */
function* busy(steps: number, milliseconds: number): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

test('work is done at once, or in turns with others, and comes to the same', async () => {
  expect(atOnce(busy(3, 0))).toBe('done');
  expect(await inTurns(busy(3, 0))).toBe('done');
});

test('others have their turn after every few milliseconds of it', async () => {
  let turns = 0;
  let working = true;
  const work = inTurns(busy(20, 5)).finally(() => {
    working = false;
  });
  while (working) {
    await setImmediate();
    turns++;
  }
  expect(await work).toBe('done');
  // Two steps, or three, make a turn.
  expect(turns).toBeGreaterThanOrEqual(5);
});

test('what fails in a step fails', async () => {
  function* failing(): Steps<never> {
    yield;
    throw new RangeError('too far');
  }
  expect(() => atOnce(failing())).toThrow(RangeError);
  await expect(inTurns(failing())).rejects.toThrow(RangeError);
});
