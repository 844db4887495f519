/**
 * `ml-knn` 3.0.0, which ships no types of its own. What it documents only classifies; its kd-tree, a private field, is
 * what answers with neighbours. test/engine/recommender/nearest-games.test.ts holds this to the package.
 */
declare module 'ml-knn' {
  /** A row of the data set as the tree keeps it: a copy, with its label after the last coordinate. */
  export type LabelledPoint = readonly number[];

  class KDTree {
    /**
     * The nearest points with their Euclidean distances, in the order of a heap: not by distance.
     *
     * @param point coordinates without a label
     * @param maxNodes how many; with 0 the search fails
     * @param maxDistance only what is nearer
     */
    nearest(point: readonly number[], maxNodes: number, maxDistance?: number): [LabelledPoint, number][];
  }

  export default class KNN {
    /**
     * @param dataset one point a row, at least one; rows are copied, and must be arrays, as typed arrays can't take the label
     * @param labels one number a row
     * @param options `distance`: Euclidean unless said. The tree asks it of points, as it keeps them, and of what it splits
     *   by, the coordinates of a point as an object without a length
     */
    constructor(
      dataset: readonly (readonly number[])[],
      labels: readonly number[],
      options?: { k?: number; distance?: (a: LabelledPoint, b: LabelledPoint) => number },
    );

    readonly kdTree: KDTree;
  }
}
