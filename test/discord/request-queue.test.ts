import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RequestQueue } from '../../src/discord/request-queue.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A queue, and requests that end when the test says so. */
function requests() {
  const queue = new RequestQueue();
  const running = new Map<string, () => void>();
  const send = (kind: 'urgent' | 'other', name: string) =>
    queue.run(kind, () => new Promise<void>((resolve) => running.set(name, resolve)));
  const end = async (name: string) => {
    running.get(name)!();
    running.delete(name);
    // By then everything that the end sets off has run.
    await new Promise(setImmediate);
  };
  return { queue, send, end, names: () => [...running.keys()] };
}

test('few requests run at once, urgent ones go first, and others leave room for them', async () => {
  const { send, end, names } = requests();
  const all: Promise<void>[] = [];
  for (let n = 0; n < 40; n++) all.push(send('other', `other ${n}`));
  await new Promise(setImmediate);
  const atOnce = names().length;
  expect(atOnce).toBeLessThan(40);
  for (let n = 0; n < 40; n++) all.push(send('urgent', `urgent ${n}`));
  await new Promise(setImmediate);
  const urgent = names().filter((name) => name.startsWith('urgent'));
  expect(urgent.length).toBeGreaterThanOrEqual(atOnce);
  // The next request is an urgent one, whichever has ended.
  await end(names()[0]!);
  expect(names().filter((name) => name.startsWith('urgent'))).toHaveLength(urgent.length + 1);
  while (names().length > 0) await end(names()[0]!);
  await Promise.all(all);
});

test('a caller that waits for urgent requests goes on once the last of them has begun', async () => {
  const { queue, send, end, names } = requests();
  await queue.urgentUnderWay();
  const all = Array.from({ length: 100 }, (_, n) => send('urgent', String(n)));
  let calm = false;
  const waiting = queue.urgentUnderWay().then(() => {
    calm = true;
  });
  await new Promise(setImmediate);
  for (let ended = 0; ended < 100; ended++) {
    expect(calm).toBe(names().length + ended === 100);
    await end(names()[0]!);
  }
  await Promise.all([...all, waiting]);
});

test('a failed request gives its place to the next, and its error to its caller', async () => {
  const queue = new RequestQueue();
  const failed = Array.from({ length: 100 }, (_, n) =>
    queue.run('urgent', () => Promise.reject(new Error(String(n)))),
  );
  const outcomes = await Promise.allSettled(failed);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual(
    Array.from({ length: 100 }, (_, n) => String(n)),
  );
  expect(await queue.run('other', async () => 'through')).toBe('through');
});

test.each(['urgent', 'other'] as const)('%s requests that hang give up their places', async (kind) => {
  const { send, end, names } = requests();
  for (let n = 0; n < 200; n++) void send(kind, `hanging ${n}`);
  void send(kind, 'another');
  await new Promise(setImmediate);
  expect(names()).not.toContain('another');
  for (let n = 0; n < 200 && !names().includes('another'); n++) await vi.advanceTimersByTimeAsync(250);
  expect(names()).toContain('another');
  // A request that has given up its place gives no second one up when it ends.
  for (const name of names()) await end(name);
  for (let n = 0; n < 40; n++) void send(kind, `later ${n}`);
  await new Promise(setImmediate);
  expect(names().length).toBeLessThan(40);
});

test('requests that are all slow keep their places', async () => {
  const { send, end, names } = requests();
  for (let n = 0; n < 100; n++) void send('urgent', String(n));
  await vi.advanceTimersByTimeAsync(240);
  await end('0');
  const atOnce = names().length;
  await vi.advanceTimersByTimeAsync(500);
  expect(names()).toHaveLength(atOnce);
  await vi.advanceTimersByTimeAsync(500);
  expect(names().length).toBeGreaterThan(atOnce);
});

test('a request whose signal aborts before its turn is dropped, and nobody waits for it', async () => {
  const { queue, send, end, names } = requests();
  for (let n = 0; n < 32; n++) void send('urgent', String(n));
  const late = new AbortController();
  const sent: string[] = [];
  const dropped = queue.run('urgent', async () => sent.push('late'), late.signal);
  const outcome = expect(dropped).rejects.toThrow('too late');
  const calm = queue.urgentUnderWay();
  late.abort(new Error('too late'));
  await outcome;
  await calm;
  await expect(queue.run('other', async () => {}, late.signal)).rejects.toThrow('too late');
  for (const name of names()) await end(name);
  expect(sent).toEqual([]);
});
