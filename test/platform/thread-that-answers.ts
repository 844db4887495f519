import { answerCalls } from '../../src/platform/thread.ts';

export type Asked =
  | { sumOf: Float64Array<ArrayBuffer> }
  | { fail: string }
  | { die: string }
  | { end: true }
  | { hang: SharedArrayBuffer };

answerCalls(async (asked: Asked): Promise<number> => {
  if ('sumOf' in asked) return asked.sumOf.reduce((sum, value) => sum + value, 0);
  if ('fail' in asked) throw new RangeError(asked.fail);
  if ('end' in asked) process.exit();
  if ('hang' in asked) {
    const state = new Int32Array(asked.hang);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
  } else {
    process.nextTick(() => {
      throw new Error(asked.die);
    });
  }
  return new Promise(() => {});
});
