import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withFolderLock } from '../../../src/database/embedded/folder-lock.ts';
import { endChildWithThisProcess } from '../../support/end-with-this-process.ts';
import { temporaryFolder } from './programs.ts';

test('a folder has one holder at a time, whichever path it is named by, and folders do not wait for each other', async () => {
  const folder = temporaryFolder();
  const [real, link, other] = ['real', 'link', 'other'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(real);
  mkdirSync(other);
  symlinkSync(real, link);
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await withFolderLock(other, async () => {});
    inside--;
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => withFolderLock(i % 2 === 0 ? real : link, work)));
  expect([most, inside]).toEqual([1, 0]);
});

test('is released when the work fails', async () => {
  const folder = temporaryFolder();
  await expect(withFolderLock(folder, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withFolderLock(folder, async () => 'done')).toBe('done');
});

test('is released when its holder is killed', async () => {
  const folder = temporaryFolder();
  const holder = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'lock-holder.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: path.join(import.meta.dirname, '../../..'),
    },
  );
  endChildWithThisProcess(holder);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout!, 'data');
  let got = false;
  const waiting = withFolderLock(folder, async () => {
    got = true;
  });
  // By now another folder's lock has been taken and released, but not this one's.
  await withFolderLock(temporaryFolder(), async () => {});
  expect(got).toBe(false);
  holder.kill('SIGKILL');
  await waiting;
  expect(got).toBe(true);
});
