import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { run } from '../support/program.ts';
import { REAL_SOURCES } from './real-data.ts';

const settings = { ...REAL_SOURCES, DATA_FOLDER: inject('realDataFolder') };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The figures of the row with this name, in the table with this title. */
function figures(output: string, title: RegExp, name: string): number[] {
  const table = output.slice(output.search(title)).split('\n\n')[0]!;
  const row = table.split('\n').find((line) => line.startsWith(`│ ${name} `));
  if (row === undefined) throw new Error(`no row ${name} under ${title}`);
  return row
    .split('│')
    .slice(2, -1)
    .map((cell) => Number(cell.replace(/[%\s]/g, '')));
}

test('evaluate --test prints figures at or above the bar, on the recorded split', async () => {
  const file = join(folder, 'predictions.jsonl');
  const { status, stdout, stderr } = await run(['evaluate', '--test', '--predictions', file], settings);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('tuning fold, 1601 users');
  expect(stdout).toContain('test fold, 6606 users');

  const users = /Games for a user, test fold, 6606 users: the whole library is known/;
  const [recallAt5, ndcgAt10] = figures(stdout, users, 'ours');
  expect(recallAt5).toBeGreaterThanOrEqual(0.4);
  expect(ndcgAt10).toBeGreaterThanOrEqual(0.43);
  // Another program, in another language, has measured these baselines.
  expect(figures(stdout, users, 'popularity').slice(0, 3)).toEqual([0.163, 0.1709, 0.2782]);
  expect(figures(stdout, users, 'EASE, played')[0]).toBeCloseTo(0.326, 2);

  const [hitRateAt5, tagSimilarity] = figures(stdout, /Games like a game, test fold/, 'ours, as ranked');
  expect(hitRateAt5).toBeGreaterThanOrEqual(0.1);
  expect(tagSimilarity).toBeGreaterThanOrEqual(0.3);

  const predictions = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(predictions.filter((prediction) => 'userId' in prediction)).toHaveLength(6606);
  for (const { gameIds } of predictions) expect(new Set(gameIds).size).toBe(20);
});
