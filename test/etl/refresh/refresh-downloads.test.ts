import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { FileServer } from '../../support/file-server.ts';
import { game, library, lines, review, reviewer, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
let raw: Awaited<ReturnType<typeof writeRawFiles>>;
const server = new FileServer();
beforeAll(async () => {
  database = await createTestDatabase();
  raw = await writeRawFiles({
    games: lines(game(10), game(20), game(30)),
    libraries: lines(library('ann', { 10: 60, 20: 0 }), library('bob', { 10: 30 })),
    reviews: lines(reviewer('ann', review(10))),
  });
  await server.start();
  for (const path of Object.values(raw.settings.sources)) {
    server.files.set(`/${basename(path)}.gz`, { body: readFileSync(path), etag: `"${basename(path)}"` });
  }
});
afterAll(async () => {
  await server.stop();
  await raw.remove();
  await database.remove();
});

test('a refresh from addresses loads the same as one from paths', async () => {
  const settings = {
    ...raw.settings,
    dataFolder: `${raw.settings.dataFolder}/data`,
    sources: {
      games: `http://${server.host}/games.gz`,
      libraries: `http://${server.host}/libraries.gz`,
      reviews: `http://${server.host}/reviews.gz`,
    },
  };
  const phases: string[] = [];
  const report = await refresh(database.direct, settings, { onPhase: (phase) => phases.push(phase) });
  expect(report).toMatchObject({ games: 3, users: 2, libraryRows: 3, reviews: 1 });
  expect(phases.slice(0, 2)).toStrictEqual(['download', 'games']);
  expect(server.requests.map(({ path }) => path)).toStrictEqual([
    '/games.gz',
    '/libraries.gz',
    '/reviews.gz',
  ]);

  const fromPaths = await refresh(database.direct, raw.settings, { onPhase: (phase) => phases.push(phase) });
  expect(fromPaths.sources).toStrictEqual(report.sources);
  expect(phases.filter((phase) => phase === 'download')).toHaveLength(1);
});

test('a missing source is reported before anything is loaded', async () => {
  const phases: string[] = [];
  const sources = { ...raw.settings.sources, reviews: `http://me:hunter2@${server.host}/none.gz` };
  await expect(
    refresh(database.direct, { ...raw.settings, sources }, { onPhase: (phase) => phases.push(phase) }),
  ).rejects.toMatchObject({
    failure: 'download-failed',
    message: `The reviews file cannot be downloaded because the server answers 404: http://${server.host}/none.gz`,
  });
  expect(phases).toStrictEqual(['download']);
});
