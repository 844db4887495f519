import type { Plain } from '../../../locales/markdown.ts';
import type { Chart } from '../../charts/chart.ts';

/** An answer as a picture, before it is drawn. The reply is whole without it. */
export interface Picture {
  chart: Chart;
  /** What it shows, in words, for who cannot see it. */
  description: Plain;
}

/** Draws a chart as a PNG; null where that fails or takes too long. */
export type DrawPicture = (chart: Chart) => Promise<Uint8Array | null>;
