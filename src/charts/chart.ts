/** What every picture says beside what it shows. All texts are in the asker's language and on one line. */
interface Surroundings {
  title: string;
  /** What is counted: `hours by release year`. */
  unit: string;
  /** How much it rests on, and where that is from: `1,234 reviews · Steam data 2010–2016`. */
  source: string;
  /** How numbers are written: `es-ES`. */
  locale: string;
}

/** Columns along an axis, such as hours by year; one of them is marked. */
export interface ColumnsChart extends Surroundings {
  kind: 'columns';
  columns: readonly { label: string; value: number }[];
  /** Which of the columns, and what stands over it. */
  marked: { place: number; text: string } | null;
}

/** A few things with a count each, the most first. */
export interface RanksChart extends Surroundings {
  kind: 'ranks';
  bars: readonly { name: string; value: number }[];
}

/** One whole in three parts. */
export interface PartsChart extends Surroundings {
  kind: 'parts';
  parts: readonly { tone: 'positive' | 'neutral' | 'negative'; name: string; value: number }[];
}

/** Some wholes, each put together of the same sources: what each of one's games brought to each pick. */
export interface SharesChart extends Surroundings {
  kind: 'shares';
  /** Numbered in the picture from 1. */
  sources: readonly string[];
  /** `shares` are 0 to 1; a source is its place among the sources. */
  wholes: readonly { name: string; shares: readonly { source: number; share: number }[] }[];
  /** What brought the rest of a whole. */
  rest: string;
}

/** A picture before it is drawn: plain data, and all that it shows. */
export type Chart = ColumnsChart | RanksChart | PartsChart | SharesChart;
