/**
 * Types of `ml-knn` 3.0.0, which ships none. Its documented API only classifies points; its kd-tree, a
 * private field, gives neighbours. test/engine/recommender/nearest-games.test.ts checks that these types
 * agree with the package.
 */
declare module 'ml-knn' {
  /** A point as the tree keeps it: a copy of a row of the data set, with its label after the last coordinate. */
  export type LabelledPoint = readonly number[];

  class KDTree {
    /**
     * The nearest points with their Euclidean distances, in the order of a heap: not by distance.
     *
     * @param point coordinates without a label
     * @param maxNodes the most points to find; the search fails with 0
     * @param maxDistance finds only points that are nearer than this
     */
    nearest(point: readonly number[], maxNodes: number, maxDistance?: number): [LabelledPoint, number][];
  }

  export default class KNN {
    /**
     * @param dataset one point for each row, at least one; rows are copied and must be arrays, because a typed
     *   array cannot take the label
     * @param labels one number for each row
     * @param options `distance` is Euclidean if unset. The tree calls it with points as it keeps them, and
     *   also with its splitting planes, which are objects with the coordinates of a point but without a length
     */
    constructor(
      dataset: readonly (readonly number[])[],
      labels: readonly number[],
      options?: { k?: number; distance?: (a: LabelledPoint, b: LabelledPoint) => number },
    );

    readonly kdTree: KDTree;
  }
}
