import { principalDirections } from './principal-directions.ts';
import type { DenseRows } from './sparse-rows.ts';

/** Two places of each game, in the same space: by content alone, and by content and play. */
export interface Places {
  predicted: DenseRows;
  placed: DenseRows;
}

/** All directions of the space are wanted, so none is surplus. */
const ITERATION = { surplus: 0, rounds: 40 };

/**
 * Turns places so that their axes are the principal directions of `placed`, the most telling first. Every cosine
 * stays the same, and the first few numbers of a place are the best few to search by.
 *
 * @param isShown whether the game of a row may be found; the directions are those of the rows that may
 */
export function principalPlaces({ predicted, placed }: Places, isShown: (row: number) => boolean): Places {
  const { values, width } = placed;
  const gram = new Float64Array(width * width);
  for (let from = 0; from < values.length; from += width) {
    if (!isShown(from / width)) continue;
    for (let a = 0; a < width; a++) {
      const value = values[from + a]!;
      for (let b = 0; b < width; b++) gram[a * width + b]! += value * values[from + b]!;
    }
  }
  const multiply = (vectors: readonly Float64Array[]) =>
    vectors.map((vector) => turned({ values: gram, width }, [vector]).values);
  const axes = principalDirections({ size: width, multiply }, width, ITERATION);
  return { predicted: turned(predicted, axes), placed: turned(placed, axes) };
}

/** The coordinates of rows along the axes. */
function turned({ values, width }: DenseRows, axes: readonly Float64Array[]): DenseRows {
  const rows = values.length / width;
  const result = new Float64Array(rows * axes.length);
  for (let at = 0; at < axes.length; at++) {
    const axis = axes[at]!;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let k = 0, from = row * width; k < width; k++) sum += values[from + k]! * axis[k]!;
      result[row * axes.length + at] = sum;
    }
  }
  return { values: result, width: axes.length };
}
