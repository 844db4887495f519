import type { Plain } from '../../../locales/markdown.ts';
import type { Chart } from '../../charts/chart.ts';

/** A picture of an answer, before it is drawn. The reply is complete without it. */
export interface Picture {
  chart: Chart;
  /** The content in words, for people who cannot see the picture. */
  description: Plain;
}

/** Draws a chart as a PNG, however long that takes; null where it fails. Never rejects. */
export type DrawPicture = (chart: Chart) => Promise<Uint8Array | null>;
