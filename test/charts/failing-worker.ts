import { answerCalls } from '../../src/platform/thread.ts';

let asked = 0;

/** Draws the number of charts that this worker has been asked for. The title can ask for a failure. */
answerCalls(({ title }: { title: string }) => {
  asked++;
  if (title === 'silent') return new Promise<never>(() => {});
  if (title === 'dies') {
    process.nextTick(() => {
      throw new Error('dead');
    });
    return new Promise<never>(() => {});
  }
  if (title === 'fails') throw new Error('no ink');
  return new Uint8Array([asked]);
});
