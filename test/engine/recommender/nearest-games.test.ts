import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import KNN from 'ml-knn';
import { afterEach, describe, expect, it } from 'vitest';
import { NearestGames } from '../../../src/engine/recommender/nearest-games.ts';
import { seeded } from '../../support/random.ts';

let started: NearestGames[] = [];
afterEach(async () => {
  await Promise.all(started.map((games) => games.close()));
  started = [];
});

function start(points: readonly (readonly number[])[], width: number): NearestGames {
  const games = NearestGames.start(Float32Array.from(points.flat()), width);
  started.push(games);
  return games;
}

/** Points with whole coordinates from 0 to `below`, so that distances are exact and many of them equal. */
function wholePoints(count: number, width: number, below: number): number[][] {
  const random = seeded(7);
  const next = () => Math.floor(random() * below);
  return Array.from({ length: count }, () => Array.from({ length: width }, next));
}

function scan(points: readonly number[][], point: readonly number[], count: number): number[] {
  const squares = points.map((row) => row.reduce((sum, value, at) => sum + (value - point[at]!) ** 2, 0));
  return [...squares.keys()].sort((a, b) => squares[a]! - squares[b]! || a - b).slice(0, count);
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

describe('the nearest rows', () => {
  it('come nearest first', async () => {
    const games = start([[9], [1], [4], [2]], 1);
    expect(await games.nearest([0], 3)).toEqual([1, 3, 2]);
  });

  it.each([
    [500, 2, 12],
    [400, 5, 3],
    [300, 16, 2],
  ])('are those of an exact scan, with %i points of %i coordinates', async (count, width, below) => {
    const points = wholePoints(count, width, below);
    const games = start(points, width);
    for (const point of [points[0]!, points[count - 1]!, points[1]!.map((value) => value + 0.5)]) {
      for (const wanted of [1, 7, 50]) {
        expect(await games.nearest(point, wanted)).toEqual(scan(points, point, wanted));
      }
    }
  });

  it('are the lowest rows if all are equally near', async () => {
    const games = start(Array.from({ length: 40 }, () => [1, 1]).concat([[1, 0]]), 2);
    expect(await games.nearest([1, 1], 5)).toEqual([0, 1, 2, 3, 4]);
    expect(await games.nearest([1, 0], 3)).toEqual([40, 0, 1]);
  });

  it('are all rows if there are no more, and none if there are none', async () => {
    expect(await start([[2], [1]], 1).nearest(Float64Array.of(0), 200)).toEqual([1, 0]);
    expect(await start([[2], [1]], 1).nearest([0], 0)).toEqual([]);
    expect(await start([], 3).nearest([0, 0, 0], 5)).toEqual([]);
  });

  it('belong to their own question when many are asked at once', async () => {
    const games = start([[0], [10], [20], [30]], 1);
    const asked = [31, 1, 19, 11, 0];
    expect(await Promise.all(asked.map((at) => games.nearest([at], 1)))).toEqual([[3], [0], [2], [1], [0]]);
  });
});

it('the caller keeps the points, and may give a part of a larger array', async () => {
  const all = Float32Array.of(7, 7, 5, 1, 7);
  const games = NearestGames.start(all.subarray(2, 4), 1);
  started.push(games);
  all.fill(0);
  expect(await games.nearest([0], 2)).toEqual([1, 0]);
  expect([...all]).toEqual([0, 0, 0, 0, 0]);
});

it('incomplete points, or a point of another width, are refused', async () => {
  expect(() => NearestGames.start(new Float32Array(5), 2)).toThrow(RangeError);
  expect(() => NearestGames.start(new Float32Array(4), 0)).toThrow(RangeError);
  await expect(start([[1, 2]], 2).nearest([1, 2, 3], 1)).rejects.toThrow(RangeError);
});

describe('when the worker is gone', () => {
  it('by an error, all current and later questions are rejected with the cause', async () => {
    const created = once(process, 'worker') as Promise<[Worker]>;
    const games = start([[1], [2]], 1);
    const [worker] = await created;
    worker.postMessage(null);
    const failed = { message: 'The search for near games failed.', cause: expect.any(TypeError) };
    await expect(games.nearest([1], 1)).rejects.toMatchObject(failed);
    await expect(games.nearest([1], 1)).rejects.toMatchObject(failed);
  });

  it('by its own end, they are rejected too', async () => {
    const created = once(process, 'worker') as Promise<[Worker]>;
    const games = start([[1], [2]], 1);
    const [worker] = await created;
    const pending = expect(games.nearest([1], 1)).rejects.toThrow('ended early');
    await worker.terminate();
    await pending;
    await expect(games.nearest([1], 1)).rejects.toThrow('ended early');
  });

  it('by closing, they are rejected too, and closing twice does no harm', async () => {
    const games = start([[1], [2]], 1);
    const pending = expect(games.nearest([1], 1)).rejects.toThrow('closed');
    await games.close();
    await pending;
    await games.close();
    await expect(games.nearest([1], 1)).rejects.toThrow('closed');
  });
});

describe('a program', () => {
  const MODULE = new URL('../../../src/engine/recommender/nearest-games.ts', import.meta.url).href;
  const START = `import { NearestGames } from ${JSON.stringify(MODULE)};
    const games = NearestGames.start(Float32Array.of(5, 3, 4), 1);`;

  async function run(program: string): Promise<string> {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', START + program];
    // A program that does not end is killed, and so rejected.
    return (await promisify(execFile)(process.execPath, args, { timeout: 40_000 })).stdout;
  }

  it('ends while the worker is idle', async () => {
    expect(await run('process.stdout.write("asks nothing");')).toBe('asks nothing');
  });

  it('waits for its questions, then ends without closing', async () => {
    const ask = `games.nearest([0], 2).then((rows) => process.stdout.write(rows.join()));`;
    expect(await run(ask)).toBe('1,2');
  });
});
