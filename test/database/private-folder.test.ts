import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeToOthers } from '../../src/database/private-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-private-'));
  await chmod(folder, 0o755);
  for (const name of ['downloads', 'leases', 'postgres']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o755);
  }
  for (const name of [
    'downloads/reviews',
    'downloads/reviews.json',
    'explore.html',
    'explore.es.html',
    'postgres.log',
  ]) {
    await writeFile(join(folder, name), 'x');
    await chmod(join(folder, name), 0o644);
  }
});
afterEach(() => rm(folder, { recursive: true }));

const modeOf = async (name: string) => ((await stat(join(folder, name))).mode & 0o777).toString(8);

test('files that an earlier version has made readable for everyone are closed, and so is the folder', async () => {
  await closeToOthers(folder);
  expect(await Promise.all(['.', 'downloads', 'leases'].map(modeOf))).toEqual(['700', '700', '700']);
  expect(
    await Promise.all(
      ['downloads/reviews', 'downloads/reviews.json', 'explore.html', 'explore.es.html', 'postgres.log'].map(
        modeOf,
      ),
    ),
  ).toEqual(Array(5).fill('600'));
  // The cluster has its own rights, which Postgres checks.
  expect(await modeOf('postgres')).toBe('755');
});

test('a folder that others use, too, stays open, and so do their files', async () => {
  await writeFile(join(folder, 'of-another-program'), 'x', { mode: 0o644 });
  await chmod(join(folder, 'of-another-program'), 0o644);
  await closeToOthers(folder);
  expect(await Promise.all(['.', 'of-another-program', 'downloads'].map(modeOf))).toEqual([
    '755',
    '644',
    '700',
  ]);
});

test('a folder in which the program has nothing is left alone, and one that is missing is no fault', async () => {
  const other = join(folder, 'downloads', 'other');
  await mkdir(other);
  await chmod(other, 0o755);
  await closeToOthers(other);
  expect(await modeOf('downloads/other')).toBe('755');
  await closeToOthers(join(folder, 'none'));
});

test('a link is not followed', async () => {
  await writeFile(join(folder, 'target'), 'x');
  await chmod(join(folder, 'target'), 0o644);
  await rm(join(folder, 'explore.html'));
  await symlink('target', join(folder, 'explore.html'));
  await closeToOthers(folder);
  expect(await modeOf('target')).toBe('644');
});
