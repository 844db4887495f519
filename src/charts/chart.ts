/** The texts around every picture. All of them are in the asker's language, on one line each. */
interface Surroundings {
  title: string;
  /** The unit of the figures: `hours by release year`. */
  unit: string;
  /** The amount and the origin of the data behind the picture: `1,234 players · games until 2017`. */
  source: string;
  /** The locale in which numbers are written: `es-ES`. */
  locale: string;
}

/** Columns along an axis, such as hours by year. One of them may be marked. */
export interface ColumnsChart extends Surroundings {
  kind: 'columns';
  columns: readonly { label: string; value: number }[];
  /** The marked column's place among the columns, from 0, and the text over it. */
  marked: { place: number; text: string } | null;
}

/** Several wholes, each a sum of shares from the same sources, such as picks and the games that led to them. */
export interface SharesChart extends Surroundings {
  kind: 'shares';
  /** The names of the sources; the picture numbers them from 1. */
  sources: readonly string[];
  /** A `share` is 0 to 1; a `source` is the place among `sources`, from 0. */
  wholes: readonly { name: string; shares: readonly { source: number; share: number }[] }[];
  /** The name for the rest of a whole, which comes from none of the sources. */
  rest: string;
}

/** A picture before it is drawn: everything that it shows, as plain data. */
export type Chart = ColumnsChart | SharesChart;
