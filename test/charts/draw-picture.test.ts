import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-wasm';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { chartSvg, drawPicture } from '../../src/charts/draw-picture.ts';
import { fontsFor } from '../../src/charts/fonts.ts';
import { CHARTS } from './charts-to-draw.ts';

/** The share of the image that may differ: another machine may smooth the edges of letters in another way. */
const TOLERATED = 0.005;
const kinds = Object.values(CHARTS);

describe.each(kinds)('a picture of $kind', (chart) => {
  const png = Buffer.from(drawPicture(chart));

  test('is a PNG that Discord accepts', () => {
    const { width, height } = PNG.sync.read(png);
    expect(width).toBe(960);
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(1400);
    expect(png.length).toBeLessThan(1024 * 1024);
  });

  test('looks like its stored picture', async () => {
    const file = new URL(`./pictures/${chart.kind}.png`, import.meta.url);
    if (process.env.STORE_PICTURES === '1') await writeFile(file, png);
    const stored = PNG.sync.read(await readFile(file));
    const drawn = PNG.sync.read(png);
    expect([drawn.width, drawn.height]).toEqual([stored.width, stored.height]);
    const differing = pixelmatch(drawn.data, stored.data, undefined, drawn.width, drawn.height);
    expect(differing / (drawn.width * drawn.height)).toBeLessThan(TOLERATED);
  });

  test('cuts no text off', () => {
    const svg = chartSvg(chart);
    const texts = svg.match(/<text[\s\S]*?<\/text>/g)!;
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      const box = boxOf(text);
      expect(box.x, text).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, text).toBeLessThanOrEqual(480);
    }
  });

  test('has its own background', () => {
    const { data } = PNG.sync.read(png);
    expect(data.every((value, place) => place % 4 !== 3 || value === 255)).toBe(true);
  });
});

test('things side by side each have a pattern of their own, so that nobody depends on colours', () => {
  const svg = chartSvg(CHARTS.shares);
  const patterns = new Set(
    svg.match(/<pattern[\s\S]*?<\/pattern>/g)!.map((each) => each.replace(/id="\S+"/, '')),
  );
  // The first of the six games has no pattern.
  expect(patterns.size).toBe(5);
});

function boxOf(text: string) {
  const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="800">${text}</svg>`;
  const font = { fontBuffers: fontsFor(text), defaultFontFamily: 'Noto Sans' };
  const resvg = new Resvg(alone, { font });
  const { x, width } = resvg.getBBox()!;
  resvg.free();
  return { x, width };
}
