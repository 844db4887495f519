/** The colours of a picture: what it stands on, what is written on it, and what is drawn. */
export interface Palette {
  /** The picture's own: it never shows what is behind it. */
  background: string;
  /** Titles and figures. */
  ink: string;
  /** Axes, units and sources; 4.5:1 against the background, as text has to be. */
  muted: string;
  grid: string;
  /** What there is one of, or what is marked among others. */
  marked: string;
  /** The others beside it. */
  plain: string;
  positive: string;
  neutral: string;
  negative: string;
  /** Things side by side, in this order. */
  series: readonly string[];
}

/**
 * Okabe and Ito's colours, which people with any colour vision tell apart, lightened or darkened to at least 3:1 against the
 * background. Nothing is told by colour alone even so: every part has its label.
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
