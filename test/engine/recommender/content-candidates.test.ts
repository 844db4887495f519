import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set/data-set.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import { contentSearchOf } from '../../../src/engine/recommender/content-candidates.ts';
import { NearestGames } from '../../../src/engine/recommender/nearest-games.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { IDS, loadSmallWorld } from './small-world.ts';

let database: TestDatabase;
let dataSet: DataSet;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSet = await loadSmallWorld(database);
});
afterAll(() => database.remove());

test('a search whose worker has died starts one other worker, and a closed search starts none', async () => {
  const started = vi.spyOn(NearestGames, 'start');
  const search = contentSearchOf(dataSet);
  expect(await search.candidates(IDS.lumenbox, 'near')).not.toEqual([]);
  const [first] = started.mock.results;
  await (first!.value as NearestGames).close();
  const asked = [IDS.tessera, IDS.glyphGarden, IDS.mirrorMaze].map((id) => search.candidates(id, 'near'));
  for (const candidates of await Promise.all(asked)) expect(candidates).not.toEqual([]);
  expect(started).toHaveBeenCalledTimes(2);
  await closeDataSet(dataSet);
  await expect(search.candidates(IDS.siege, 'near')).rejects.toThrow('is closed');
  expect(started).toHaveBeenCalledTimes(2);
});
