import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce, inTurns, type Steps } from '../../src/platform/in-turns.ts';

/** Work whose every step keeps the processor busy for this number of milliseconds. */
function* busy(steps: number, milliseconds: number): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

test('work gives the same result at once and in turns with others', async () => {
  expect(atOnce(busy(3, 0))).toBe('done');
  expect(await inTurns(busy(3, 0))).toBe('done');
});

test('others have their turn every few milliseconds', async () => {
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
  // Each turn has two or three steps.
  expect(turns).toBeGreaterThanOrEqual(5);
});

test('several pieces of work take their turns one at a time', async () => {
  const order: string[] = [];
  const named = (name: string) => inTurns(noted(name, order, busy(4, 12)));
  let working = true;
  const work = Promise.all(['a', 'b', 'c'].map(named)).finally(() => {
    working = false;
  });
  while (working) {
    await setImmediate();
    order.push('other');
  }
  await work;
  // Each step takes a whole turn, so two steps in a row would mean two turns without the event loop between them.
  expect(order.filter((each, place) => each !== 'other' && order[place + 1] !== 'other')).toEqual([]);
  expect(order.filter((each) => each === 'c')).toHaveLength(4);
});

/** The same work, which notes its name at each step. */
function* noted(name: string, order: string[], steps: Steps<string>): Steps<string> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    order.push(name);
    yield;
  }
}

test('an error in a step is the error of the work', async () => {
  function* failing(): Steps<never> {
    yield;
    throw new RangeError('too far');
  }
  expect(() => atOnce(failing())).toThrow(RangeError);
  await expect(inTurns(failing())).rejects.toThrow(RangeError);
});
