import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { chartSvg, drawPicture } from '../../src/charts/draw-picture.ts';
import { fontFilesFor } from '../../src/charts/fonts.ts';
import { CHARTS } from './charts-to-draw.ts';

/** Another machine may round the edges of letters in another way. */
const TOLERATED = 0.005;
const kinds = Object.values(CHARTS);

describe.each(kinds)('a picture of $kind', (chart) => {
  const png = Buffer.from(drawPicture(chart));

  test('is a PNG that Discord takes', () => {
    const { width, height } = PNG.sync.read(png);
    expect(width).toBe(1280);
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(1400);
    expect(png.length).toBeLessThan(1024 * 1024);
  });

  test('looks as it did', async () => {
    const file = new URL(`./pictures/${chart.kind}.png`, import.meta.url);
    if (process.env.STORE_PICTURES === '1') await writeFile(file, png);
    const stored = PNG.sync.read(await readFile(file));
    const drawn = PNG.sync.read(png);
    expect([drawn.width, drawn.height]).toEqual([stored.width, stored.height]);
    const differing = pixelmatch(drawn.data, stored.data, undefined, drawn.width, drawn.height);
    expect(differing / (drawn.width * drawn.height)).toBeLessThan(TOLERATED);
  });

  test('clips no text, as wide as it is drawn', () => {
    const svg = chartSvg(chart);
    const background = svg.replace(/<svg[^>]*>/, '').match(/<(?:rect|path)[^>]*>(?:<\/(?:rect|path)>)?/)![0];
    const texts = svg.match(/<text[\s\S]*?<\/text>/g)!;
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="800">${text}</svg>`;
      const font = { fontFiles: fontFilesFor(text), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
      const box = new Resvg(alone, { font }).getBBox();
      expect(box, text).toBeDefined();
      expect(box!.x, text).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width, text).toBeLessThanOrEqual(640);
    }
    expect(background).toContain('#17191f');
  });
});
