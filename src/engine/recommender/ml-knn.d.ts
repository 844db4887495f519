/** The parts of `ml-knn` 3.0.0 that the search for games without players calls; the package ships no types of its own. */
declare module 'ml-knn' {
  export default class KNN {
    constructor(
      points: readonly (readonly number[])[],
      /** One a point. */
      labels: readonly number[],
      options?: { k?: number },
    );
    readonly kdTree: {
      /**
       * The nearest points with their Euclidean distances, in no order; each point has its label behind its last coordinate. Exact: with
       * the package's own metric every point is visited.
       */
      nearest(point: readonly number[], count: number): [point: readonly number[], distance: number][];
    };
  }
}
