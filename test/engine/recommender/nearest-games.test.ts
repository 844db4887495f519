import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import KNN from 'ml-knn';
import { afterEach, describe, expect, it } from 'vitest';
import { packRow, type SparseRow } from '../../../src/database/packed-weights.ts';
import { NearestGames } from '../../../src/engine/recommender/nearest-games.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { seeded } from '../../support/random.ts';

let started: NearestGames[] = [];
afterEach(async () => {
  await Promise.all(started.map((games) => games.close()));
  started = [];
});

/** The content of a game as the features that it has, each with the weight 1. */
const content = (...columns: number[]): SparseRow => ({
  columns: Uint16Array.from(columns),
  weights: Float32Array.from(columns, () => 1),
});

function searched(contents: readonly SparseRow[], factors: readonly number[] = contents.map(() => 1)) {
  const packed = contents.map(packRow);
  return {
    contents: Buffer.concat(packed),
    sizes: packed.map(({ length }) => length),
    factors: Float32Array.from(factors),
  };
}

function start(contents: readonly SparseRow[], factors?: readonly number[]): NearestGames {
  const games = NearestGames.start(searched(contents, factors));
  started.push(games);
  return games;
}

const rowsOf = (found: readonly { row: number }[]) => found.map(({ row }) => row);

/** Contents of random features with whole weights, so that scores are exact and many of them equal. */
function wholeContents(count: number, features: number): SparseRow[] {
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    const columns = [...new Array(features).keys()].filter(() => random() < 0.3);
    return {
      columns: Uint16Array.from(columns),
      weights: Float32Array.from(columns, () => 1 + Math.floor(3 * random())),
    };
  });
}

function scan(contents: readonly SparseRow[], factors: readonly number[], asked: SparseRow, count: number) {
  const weightOf = new Map(Array.from(asked.columns, (column, at) => [column, asked.weights[at]!]));
  const scores = contents.map(
    ({ columns, weights }, row) =>
      factors[row]! *
      columns.reduce((sum, column, at) => sum + weights[at]! * (weightOf.get(column) ?? 0), 0),
  );
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, count);
}

describe('ml-knn, as it is declared', () => {
  const points = [
    [0, 0],
    [3, 4],
    [6, 8],
    [0, 1],
  ];

  it('gives points, their labels after the last coordinate, and their distances', () => {
    const { kdTree } = new KNN(points, [10, 11, 12, 13]);
    const found = kdTree.nearest([0, 0], 3);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        [[0, 0, 10], 0],
        [[0, 1, 13], 1],
        [[3, 4, 11], 5],
      ]),
    );
    expect(points[0]).toEqual([0, 0]);
  });

  it('calls a given distance function with points, and with its splitting values, which have no length', () => {
    const lengths = new Set<number | undefined>();
    const distance = (a: readonly number[], b: readonly number[]) => {
      lengths.add(a.length);
      return Math.abs(a[1]! - b[1]!);
    };
    const { kdTree } = new KNN(points, [10, 11, 12, 13], { distance });
    expect(kdTree.nearest([9, 7], 1)).toEqual([[[6, 8, 12], 1]]);
    expect(lengths).toEqual(new Set([2, undefined]));
  });

  it('leaves out points at the limit of distance', () => {
    const { kdTree } = new KNN(points, [10, 11, 12, 13]);
    expect(kdTree.nearest([0, 0], 4, 1)).toEqual([[[0, 0, 10], 0]]);
  });
});

describe('the nearest games', () => {
  it('come with their likeness and score, the highest score first', async () => {
    const games = start([content(9), content(1, 2, 3), content(2, 3), content(3)], [1, 1, 1, 4]);
    expect(await games.nearest(content(2, 3), 3)).toEqual([
      { row: 3, likeness: 1, score: 4 },
      { row: 1, likeness: 2, score: 2 },
      { row: 2, likeness: 2, score: 2 },
    ]);
  });

  it.each([
    [500, 6],
    [400, 12],
    [300, 40],
  ])('are those of an exact scan, of %i games with %i features', async (count, features) => {
    const contents = wholeContents(count, features);
    const factors = contents.map((_, row) => 2 ** (row % 3));
    const games = start(contents, factors);
    for (const asked of [contents[0]!, contents[count - 1]!, content(0, 3, 5)]) {
      for (const wanted of [1, 7, 50]) {
        expect(rowsOf(await games.nearest(asked, wanted))).toEqual(scan(contents, factors, asked, wanted));
      }
    }
  });

  it('are the lowest rows if all are equally near', async () => {
    const games = start([...Array.from({ length: 40 }, () => content(1)), content(2)]);
    expect(rowsOf(await games.nearest(content(1), 5))).toEqual([0, 1, 2, 3, 4]);
    expect(rowsOf(await games.nearest(content(2), 3))).toEqual([40, 0, 1]);
  });

  it('are all games if there are no more, and none if there are none', async () => {
    expect(rowsOf(await start([content(), content(1)]).nearest(content(1), 200))).toEqual([1, 0]);
    expect(await start([content(2), content(1)]).nearest(content(1), 0)).toEqual([]);
    expect(await start([]).nearest(content(1), 5)).toEqual([]);
  });

  it('belong to their own question when many are asked at once', async () => {
    const games = start([content(0), content(10), content(20), content(30)]);
    const asked = [30, 0, 20, 10, 0];
    const found = await Promise.all(asked.map((feature) => games.nearest(content(feature), 1)));
    expect(found.map(rowsOf)).toEqual([[3], [0], [2], [1], [0]]);
  });
});

it('incomplete contents are refused', () => {
  const games = searched([content(1, 2)]);
  expect(() => NearestGames.start({ ...games, sizes: [6] })).toThrow(RangeError);
  expect(() => NearestGames.start({ ...games, factors: Float32Array.of(1, 1) })).toThrow(RangeError);
});

describe('when the worker is gone', () => {
  it('by an error, all current and later questions are rejected with the cause', async () => {
    const created = once(process, 'worker') as Promise<[Worker]>;
    const games = start([content(1), content(2)]);
    const [worker] = await created;
    worker.postMessage(null);
    const failed = { message: 'The search for near games failed.', cause: expect.any(TypeError) };
    await expect(games.nearest(content(1), 1)).rejects.toMatchObject(failed);
    await expect(games.nearest(content(1), 1)).rejects.toMatchObject(failed);
  });

  it('by its own end, they are rejected too', async () => {
    const created = once(process, 'worker') as Promise<[Worker]>;
    const games = start([content(1), content(2)]);
    const [worker] = await created;
    const pending = expect(games.nearest(content(1), 1)).rejects.toThrow('ended early');
    await worker.terminate();
    await pending;
    await expect(games.nearest(content(1), 1)).rejects.toThrow('ended early');
  });

  it('by closing, they are rejected too, and closing twice does no harm', async () => {
    const games = start([content(1), content(2)]);
    const pending = expect(games.nearest(content(1), 1)).rejects.toThrow('closed');
    await games.close();
    await pending;
    await games.close();
    await expect(games.nearest(content(1), 1)).rejects.toThrow('closed');
  });
});

describe('a program', () => {
  const MODULE = new URL('../../../src/engine/recommender/nearest-games.ts', import.meta.url).href;
  const START = `import { NearestGames } from ${JSON.stringify(MODULE)};
    const content = { columns: Uint16Array.of(1), weights: Float32Array.of(1) };
    const contents = new Uint8Array(Float32Array.of(1, 1).buffer);
    // Six bytes: a weight and the column 1.
    contents.set([1, 0], 4);
    const games = NearestGames.start({ contents: contents.subarray(0, 6), sizes: [6], factors: Float32Array.of(1) });`;

  async function run(program: string): Promise<string> {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', START + program];
    // A program that does not end is killed, and so rejected.
    return (await promisify(execFile)(process.execPath, args, { timeout: PATIENCE_MS })).stdout;
  }

  it('ends while the worker is idle', async () => {
    expect(await run('process.stdout.write("asks nothing");')).toBe('asks nothing');
  });

  it('waits for its questions, then ends without closing', async () => {
    const ask = `games.nearest(content, 2).then(([{ row }]) => process.stdout.write(String(row)));`;
    expect(await run(ask)).toBe('0');
  });
});
