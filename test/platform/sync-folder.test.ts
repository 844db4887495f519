import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { syncFolder } from '../../src/platform/sync-folder.ts';

test('a folder is opened to be written to the disk, but not on Windows, which refuses that', async () => {
  const nowhere = join(tmpdir(), 'steamscope-no-such-folder');
  await expect(syncFolder(nowhere, 'linux')).rejects.toThrow('ENOENT');
  await expect(syncFolder(nowhere, 'win32')).resolves.toBeUndefined();
  await expect(syncFolder(tmpdir())).resolves.toBeUndefined();
});
