import { expect, test } from 'vitest';
import { DARK, type Palette } from '../../src/charts/palette.ts';

const PALETTES: readonly (readonly [string, Palette])[] = [['dark', DARK]];

test.each(PALETTES)('texts in the %s palette have enough contrast on its background', (_, palette) => {
  for (const text of [palette.ink, palette.muted]) {
    expect(contrast(text, palette.background), text).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(PALETTES)('shapes in the %s palette have enough contrast on its background', (_, palette) => {
  const { marked, plain, positive, neutral, negative, series } = palette;
  for (const drawn of [marked, plain, positive, neutral, negative, ...series]) {
    expect(contrast(drawn, palette.background), drawn).toBeGreaterThanOrEqual(3);
  }
});

/** The contrast of two colours, from 1 to 21; see https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
