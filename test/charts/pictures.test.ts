import { afterEach, beforeEach, expect, test } from 'vitest';
import { Pictures } from '../../src/charts/pictures.ts';
import { CHARTS } from './charts-to-draw.ts';

let pictures: Pictures;
let failures: string[];
beforeEach(() => {
  failures = [];
  pictures = new Pictures({
    worker: new URL('./failing-worker.ts', import.meta.url),
    onFailure: (error) => failures.push(String(error)),
    // These tests are not about the time that a busy machine takes to start a thread.
    patienceMs: 60_000,
  });
});
afterEach(() => pictures.close());

const titled = (title: string) => ({ ...CHARTS.ranks, title });

test('a picture is drawn once, and again if anything in it changes', async () => {
  const first = await pictures.draw(titled('a'));
  expect(first).toEqual(new Uint8Array([1]));
  expect(await pictures.draw(titled('a'))).toBe(first);
  const another = { ...titled('a'), source: 'of another data set' };
  expect(await pictures.draw(another)).toEqual(new Uint8Array([2]));
  expect(await pictures.draw(titled('a'))).toBe(first);
});

test('a picture that is asked for twice at once is drawn once', async () => {
  const both = await Promise.all([pictures.draw(titled('a')), pictures.draw(titled('a'))]);
  expect(both).toEqual([new Uint8Array([1]), new Uint8Array([1])]);
});

test.each([
  ['fails', 'no ink', 'the same worker', 2],
  ['dies', 'failed', 'another worker', 1],
])(
  'where the drawing %s there is no picture, the reason (%s) is told, and the next is drawn by %s',
  async (title, why, _, drawn) => {
    expect(await pictures.draw(titled(title))).toBeNull();
    expect(failures).toEqual([expect.stringContaining(why)]);
    expect(await pictures.draw(titled('a'))).toEqual(new Uint8Array([drawn]));
  },
);

test('a caller gets no picture after waiting too long', async () => {
  const impatient = new Pictures({
    worker: new URL('./failing-worker.ts', import.meta.url),
    onFailure: (error) => failures.push(String(error)),
    patienceMs: 20,
  });
  expect(await impatient.draw(titled('silent'))).toBeNull();
  expect(failures).toEqual([expect.stringContaining('in time')]);
  await impatient.close();
});
