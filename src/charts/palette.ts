/** The colours of a picture. */
export interface Palette {
  /** The background, which is opaque: a message's own colour never shows through. */
  background: string;
  /** Titles and figures. */
  ink: string;
  /** Axes, units and sources, at 4.5:1 against the background, the least contrast of text. */
  muted: string;
  grid: string;
  /** The one thing, or the marked one among several. */
  marked: string;
  /** The things beside the marked one. */
  plain: string;
  positive: string;
  neutral: string;
  negative: string;
  /** The colours of things side by side, in this order. */
  series: readonly string[];
}

/**
 * Okabe and Ito's colours, which people with any kind of colour vision can tell apart, lightened or darkened to a contrast
 * of at least 3:1 with the background. Even so, no meaning rests on colour alone: every part has its label.
 *
 * @see https://jfly.uni-koeln.de/color/
 */
export const DARK: Palette = {
  background: '#17191f',
  ink: '#f2f3f5',
  muted: '#a9afba',
  grid: '#31353f',
  marked: '#e69f00',
  plain: '#4a90c4',
  positive: '#56b4e9',
  neutral: '#8f96a3',
  negative: '#d9661f',
  series: ['#56b4e9', '#e69f00', '#12a87f', '#f0e442', '#cc79a7', '#d9661f', '#3d8fc9'],
};
