import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { Memo, memoized } from '../../src/platform/memo.ts';

describe('a memo', () => {
  it('makes a value once for all callers with the same key, also while it is being made', async () => {
    const answers = new Memo<string, Promise<number>>();
    let asked = 0;
    const ask = (question: string) => answers.once(question, async () => ++asked);
    expect(await Promise.all([ask('a 1'), ask('a 1'), ask('a 2')])).toEqual([1, 1, 2]);
    expect(await ask('a 1')).toBe(1);
    expect(await ask('a "1"')).toBe(3);
  });

  it('does not keep a failure: the next caller tries again', async () => {
    const answers = new Memo<string, Promise<string>>();
    await expect(answers.once('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await answers.once('a', async () => 'back')).toBe('back');
  });

  it('has a limit, beyond which the oldest values are made again', async () => {
    const answers = new Memo<number, Promise<string>>({ max: 5000 });
    for (let question = 0; question < 6000; question++) await answers.once(question, async () => 'first');
    expect(await answers.once(5999, async () => 'again')).toBe('first');
    expect(await answers.once(0, async () => 'again')).toBe('again');
  });

  it('does not let an old failure remove a newer value', async () => {
    const answers = new Memo<string, Promise<string>>();
    const { promise, reject } = deferred<string>();
    const failing = answers.once('a', () => promise);
    answers.clear();
    expect(await answers.once('a', async () => 'new')).toBe('new');
    reject(new Error('late'));
    await expect(failing).rejects.toThrow('late');
    expect(await answers.once('a', async () => 'newer')).toBe('new');
  });

  it('does not bring back a value that comes after everything was forgotten', async () => {
    const answers = new Memo<string, Promise<string>>();
    const { promise, resolve } = deferred<string>();
    answers.once('a', () => promise);
    answers.clear();
    resolve('old');
    await promise;
    expect(answers.settled('a')).toBeUndefined();
    expect(await answers.once('a', async () => 'new')).toBe('new');
  });

  it('tells objects as keys apart by identity, and can forget all values', () => {
    const [one, same] = [{ id: 1 }, { id: 1 }];
    const lengths = new Memo<object, number>();
    let made = 0;
    expect([lengths.once(one, () => ++made), lengths.once(same, () => ++made)]).toEqual([1, 2]);
    expect(lengths.once(one, () => ++made)).toBe(1);
    lengths.clear();
    expect(lengths.kept(one)).toBeUndefined();
  });

  it('gives the value of a promise once it has resolved', async () => {
    const answers = new Memo<string, Promise<string>>();
    const { promise, resolve } = deferred<string>();
    answers.once('a', () => promise);
    expect(answers.settled('a')).toBeUndefined();
    resolve('answer');
    await promise;
    expect(answers.settled('a')).toBe('answer');
    expect(answers.settled('b')).toBeUndefined();
  });

  it('can share a promise only while it is pending, and then forget it', async () => {
    const answers = new Memo<string, Promise<number>>({ whilePending: true });
    let asked = 0;
    const ask = () => answers.once('a', async () => ++asked);
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(2);
    await expect(answers.once('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await ask()).toBe(3);
  });

  it('can have a limit in bytes, for which the least recently used values make room', async () => {
    const texts = new Memo<string, Promise<string>>({ bytes: { max: 10, of: (text) => text.length } });
    const ask = (key: string) => texts.once(key, async () => `${key}${key}${key}${key}`);
    for (const key of ['a', 'b', 'a', 'c']) await ask(key);
    expect(['a', 'b', 'c'].map((key) => texts.settled(key))).toEqual(['aaaa', undefined, 'cccc']);
  });

  it('counts the bytes of a value that is no promise, too', () => {
    const texts = new Memo<string, string>({ bytes: { max: 10, of: (text) => text.length } });
    for (const key of ['a', 'b', 'c']) texts.once(key, () => key.repeat(4));
    expect(['a', 'b', 'c'].map((key) => texts.kept(key))).toEqual([undefined, 'bbbb', 'cccc']);
  });

  describe('for a time', () => {
    afterEach(() => {
      vi.restoreAllMocks();
      vi.useRealTimers();
    });

    it('makes a value anew when its time is over', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      // The cache uses the clock object that was there when it was loaded, so its method is replaced.
      let time = 5000;
      vi.spyOn(performance, 'now').mockImplementation(() => time);
      const pass = (milliseconds: number) => {
        time += milliseconds;
        vi.advanceTimersByTime(milliseconds);
      };
      const answers = new Memo<string, Promise<number>>({ max: 10, ttlMs: 1000 });
      let asked = 0;
      const ask = () => answers.once('a', async () => ++asked);
      expect(await ask()).toBe(1);
      pass(900);
      expect(await ask()).toBe(1);
      pass(200);
      expect(answers.settled('a')).toBeUndefined();
      expect(await ask()).toBe(2);
    });
  });

  it('keeps `undefined` and `null` as values, too', () => {
    let made = 0;
    const of = memoized((key: string) => {
      made += 1;
      return key === 'none' ? undefined : null;
    });
    of('none');
    of('none');
    of('null');
    of('null');
    expect(made).toBe(2);
  });
});

test('a value that was read is kept; after a failure the next caller reads again', async () => {
  const readings = [Promise.reject(new Error('the database is away')), Promise.resolve('first')];
  const read = memoized(() => readings.shift() ?? Promise.resolve('too often'));
  const together = await Promise.allSettled([read(), read()]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await read()).toBe('first');
  expect(await read()).toBe('first');
});

test('asking for the kept value does not read it', async () => {
  let readings = 0;
  const read = memoized(async () => ++readings);
  expect(read.kept()).toBeUndefined();
  const reading = read();
  expect(read.kept()).toBe(reading);
  expect(await read.kept()).toBe(1);
});

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
