import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callInThread, Thread } from '../../src/platform/thread.ts';
import type { Asked } from './thread-that-answers.ts';

const FILE = new URL('./thread-that-answers.ts', import.meta.url);

let started: Thread<Asked, number>[] = [];
afterEach(async () => {
  await Promise.all(started.map((thread) => thread.close()));
  started = [];
});

function start(): Thread<Asked, number> {
  const thread = new Thread<Asked, number>(FILE, 'Summing');
  started.push(thread);
  return thread;
}

const sumOf = (...values: number[]) => ({ sumOf: Float64Array.from(values) });

describe('a thread that lives', () => {
  let thread: Thread<Asked, number>;
  beforeAll(() => {
    thread = new Thread(FILE, 'Summing');
  });
  afterAll(() => thread.close());

  it('answers each of many calls at once with its own answer', async () => {
    const calls = [sumOf(1), sumOf(1, 2), sumOf()].map((asked) => thread.call(asked));
    expect(thread.waiting).toBe(3);
    expect(await Promise.all(calls)).toEqual([1, 3, 0]);
    expect([thread.waiting, thread.silentMs]).toEqual([0, 0]);
  });

  it('takes over the buffers in the list, and copies the others', async () => {
    const [moved, copied] = [sumOf(1, 2), sumOf(3)];
    expect(await thread.call(moved, [moved.sumOf.buffer])).toBe(3);
    expect(await thread.call(copied)).toBe(3);
    expect([moved.sumOf.length, copied.sumOf.length]).toEqual([0, 1]);
  });

  it('throws the errors of its function to the caller, and answers the next call', async () => {
    const [failing, next] = [thread.call({ fail: 'no such number' }), thread.call(sumOf(4))];
    await expect(failing).rejects.toThrow(new RangeError('no such number'));
    expect(await next).toBe(4);
    expect(thread.ended).toBe(false);
  });
});

describe('a thread', () => {
  it('that dies rejects current and later calls with the cause', async () => {
    const thread = start();
    const calls = [thread.call({ die: 'dead' }), thread.call({ hang: new SharedArrayBuffer(4) })];
    const failed = { message: 'Summing failed.', cause: expect.objectContaining({ message: 'dead' }) };
    for (const outcome of await Promise.allSettled(calls)) expect(outcome).toMatchObject({ reason: failed });
    await expect(thread.call(sumOf(1))).rejects.toMatchObject(failed);
    expect(thread.ended).toBe(true);
  });

  it('that ends by itself rejects them, too', async () => {
    await expect(start().call({ end: true })).rejects.toThrow('Summing ended early.');
  });

  it('says for how long it has left a call unanswered', async () => {
    const thread = start();
    await thread.call(sumOf(1));
    const hanging = expect(thread.call({ hang: new SharedArrayBuffer(4) })).rejects.toThrow(
      'Summing is closed.',
    );
    const begun = performance.now();
    while (performance.now() - begun < 5);
    expect(thread.silentMs).toBeGreaterThanOrEqual(5);
    await thread.close();
    await hanging;
  });
});

describe('one call in a thread of its own', () => {
  it('gives the answer, or throws the error of the thread', async () => {
    expect(await callInThread<Asked, number>(FILE, 'Summing', sumOf(1, 2))).toBe(3);
    await expect(callInThread<Asked, number>(FILE, 'Summing', { fail: 'no' })).rejects.toThrow(RangeError);
  });

  it('ends early with the reason of its signal, also while the thread is busy', async () => {
    const stop = new AbortController();
    const state = new SharedArrayBuffer(4);
    const calling = callInThread<Asked, number>(FILE, 'Summing', { hang: state }, stop.signal);
    const stopped = expect(calling).rejects.toThrow('cancelled');
    const begun = Atomics.waitAsync(new Int32Array(state), 0, 0);
    await begun.value;
    stop.abort(new Error('cancelled'));
    await stopped;
    await expect(callInThread<Asked, number>(FILE, 'Summing', sumOf(1), stop.signal)).rejects.toThrow(
      'cancelled',
    );
  });
});
