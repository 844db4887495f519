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
  });
});
afterEach(() => pictures.close());

const titled = (title: string) => ({ ...CHARTS.columns, title });

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

test('a worker that hangs is stopped, and only the chart on which it hangs has no picture', async () => {
  const watchful = new Pictures({
    worker: new URL('./failing-worker.ts', import.meta.url),
    onFailure: (error) => failures.push(String(error)),
    hungMs: 2000,
  });
  const all = ['a', 'silent', 'b'].map((title) => watchful.draw(titled(title)));
  expect(await Promise.all(all)).toEqual([new Uint8Array([1]), null, expect.any(Uint8Array)]);
  expect(failures).toEqual([expect.stringContaining('in time')]);
  await watchful.close();
});

test('every picture comes, however many are asked for at once', async () => {
  const titles = Array.from({ length: 100 }, (_, place) => `picture ${place}`);
  const all = await Promise.all(titles.map((title) => pictures.draw(titled(title))));
  expect(all.filter((png) => png === null)).toEqual([]);
  expect(failures).toEqual([]);
});

test('a picture that waits while the pictures are closed is none, and no failure either', async () => {
  const waiting = [pictures.draw(titled('silent')), pictures.draw(titled('b'))];
  await pictures.close();
  expect(await Promise.all(waiting)).toEqual([null, null]);
  expect(failures).toEqual([]);
});
