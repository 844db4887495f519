import { rm, writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import { createTestDatabase } from '../support/database.ts';
import { Program } from '../support/program.ts';
import {
  game,
  library,
  lines,
  type RawFiles,
  review,
  reviewer,
  writeRawFiles,
} from '../support/raw-files.ts';

const GOOD: RawFiles = {
  games: lines(game(10), game(20)),
  libraries: lines(library('ann', { 10: 60, 20: 5 })),
  reviews: lines(reviewer('ann', review(10))),
};

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Starts the program on an empty database, with these files as its sources. */
async function started(files: Partial<RawFiles>) {
  const database = await createTestDatabase();
  cleanups.push(() => database.remove());
  const raw = await writeRawFiles({ ...GOOD, ...files });
  cleanups.push(raw.remove);
  const { games, libraries, reviews } = raw.settings.sources;
  const settings = {
    DATABASE_URL: database.url,
    DATA_FOLDER: raw.settings.dataFolder,
    GAMES_SOURCE: games,
    LIBRARIES_SOURCE: libraries,
    REVIEWS_SOURCE: reviews,
    HTTP_PORT: '0',
  };
  return {
    raw,
    settings,
    start: (more: Record<string, string> = {}) => begin({ ...settings, ...more }),
    /** Refreshes from another process, as `npm run refresh` does. */
    refreshAgain: (publishAnyway: boolean) => refresh(database.direct, { ...raw.settings, publishAnyway }),
  };
}

async function begin(settings: Record<string, string>) {
  const program = new Program(['start'], settings);
  cleanups.push(async () => {
    program.child.kill('SIGTERM');
    await program.ended();
  });
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  const page = async (path: string) => (await fetch(`${url}${path}`)).text();
  return { program, page };
}

test('a first data set that waits says on the page, in /readyz and in the log why, and how to go on', async () => {
  const { start, refreshAgain } = await started({ games: lines(game(10), '{"id": ') });
  const { program, page } = await start();
  const [line] = await program.said(/.*no data set is served.*/);
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    msg: expect.stringMatching(
      /waits for a decision\. 50\.0 % of the games file.*line 2 column \d+.*npm run refresh -- --publish-anyway/,
    ),
  });

  const english = await page('/');
  expect(english).toMatch(
    /50\.0% of the games file was left out; the limit is 1\.0%.*line 2 column \d+: unexpected-end/,
  );
  expect(english).toContain('npm run refresh -- --publish-anyway, or /admin status in Discord');
  const spanish = await page('/?locale=es-ES');
  expect(spanish).toMatch(/Se ha descartado el 50,0\s%\sdel archivo de juegos/);
  expect(spanish).toContain('/admin status en Discord');
  expect(JSON.parse(await page('/readyz')).dataSet).toMatch(
    /^none is loaded yet: The data set waits.*publish-anyway/,
  );

  // The command that the page names makes it ready.
  expect(await refreshAgain(true)).toMatchObject({ outcome: 'published' });
  expect(JSON.parse(await page('/readyz'))).toMatchObject({ status: 'ready', dataSet: 'ok' });
  expect(await page('/')).not.toContain('publish-anyway');
});

test('a first load that fails says which file is wrong; its path is in the log alone', async () => {
  const { raw, settings, start, refreshAgain } = await started({});
  await rm(settings.REVIEWS_SOURCE);
  const { program, page } = await start();
  const [line] = await program.said(/.*no data set could be loaded.*/);
  expect(JSON.parse(line).msg).toContain(`The reviews file does not exist: ${settings.REVIEWS_SOURCE}`);
  expect(JSON.parse(line).msg).toContain('npm run refresh');

  for (const path of ['/', '/?locale=es-ES', '/commands/users-recommend', '/readyz']) {
    const text = await page(path);
    expect(text).toContain('The reviews file does not exist: reviews');
    expect(text).toContain('npm run refresh');
    expect(text).not.toContain(raw.settings.dataFolder);
  }

  // Somebody tries again, and the reason is another one by now.
  await writeFile(settings.REVIEWS_SOURCE, '');
  await expect(refreshAgain(false)).rejects.toMatchObject({ failure: 'source-empty' });
  expect(await page('/')).toMatch(/The reviews file is empty/);
});

test('the status page of a server without a preview says the same', async () => {
  const { start } = await started({});
  const { program, page } = await start({ PREVIEW: 'off', GAMES_SOURCE: '/nowhere/secret/games.gz' });
  await program.said(/no data set could be loaded/);
  const text = await page('/');
  expect(text).toContain('The games file does not exist: games.gz');
  expect(text).not.toMatch(/nowhere|secret/);
});
