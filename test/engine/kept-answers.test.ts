import { describe, expect, it } from 'vitest';
import { KeptAnswers } from '../../src/engine/kept-answers.ts';

describe('answers that are kept', () => {
  it('are worked out once for all who ask the same, also while it is being worked out', async () => {
    const answers = new KeptAnswers();
    let asked = 0;
    const ask = (question: unknown[]) => answers.once(question, async () => ++asked);
    expect(await Promise.all([ask(['a', 1]), ask(['a', 1]), ask(['a', 2])])).toEqual([1, 1, 2]);
    expect(await ask(['a', 1])).toBe(1);
    expect(await ask(['a', '1'])).toBe(3);
  });

  it('are not kept where the answer failed: the next one asks again', async () => {
    const answers = new KeptAnswers();
    await expect(answers.once(['a'], () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await answers.once(['a'], async () => 'back')).toBe('back');
  });

  it('are bounded: of more questions than are kept the first are asked again', async () => {
    const answers = new KeptAnswers();
    for (let question = 0; question < 6000; question++) await answers.once([question], async () => 'first');
    expect(await answers.once([5999], async () => 'again')).toBe('first');
    expect(await answers.once([0], async () => 'again')).toBe('again');
  });
});
