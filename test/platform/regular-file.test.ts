import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotAFileError, openRegularFile } from '../../src/platform/regular-file.ts';

let folder: string;
const socket = createServer();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-file-'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await symlink('pipe', join(folder, 'to-pipe'));
  await symlink('/dev/zero', join(folder, 'to-zero'));
  await symlink('loop', join(folder, 'loop'));
  await symlink('there', join(folder, 'back'));
  await symlink('back', join(folder, 'there'));
  await writeFile(join(folder, 'file'), 'x');
  await symlink('file', join(folder, 'to-file'));
  await symlink('none', join(folder, 'to-none'));
  await new Promise<void>((resolve) => socket.listen(join(folder, 'socket'), resolve));
});
afterAll(async () => {
  await new Promise((resolve) => socket.close(resolve));
  await rm(folder, { recursive: true });
});

test.each([
  ['.', 'it is a folder'],
  ['pipe', 'it is a named pipe'],
  ['to-pipe', 'it is a named pipe'],
  ['to-zero', 'it is a device'],
  ['/dev/zero', 'it is a device'],
  ['/dev/tty', 'it is a device'],
  ['/dev/urandom', 'it is a device'],
  ['socket', 'it is a socket'],
  ['loop', 'it is a link that leads in a circle'],
  ['there', 'it is a link that leads in a circle'],
  ...(process.platform === 'linux'
    ? [
        ['/proc/self/status', 'it is made up by the kernel'],
        ['/proc/self/mem', 'it is made up by the kernel'],
        ['/sys/kernel/mm/transparent_hugepage/enabled', 'it is made up by the kernel'],
      ]
    : []),
])('%s is not opened: %s', async (path, what) => {
  const opened = openRegularFile(join(path.startsWith('/') ? '' : folder, path));
  await expect(opened).rejects.toThrow(NotAFileError);
  await expect(opened).rejects.toThrow(what);
});

test.each(['file', 'to-file'])('%s is opened', async (name) => {
  const file = await openRegularFile(join(folder, name));
  expect(await file.readFile('utf8')).toBe('x');
  await file.close();
});

test.each(['none', 'to-none'])('%s does not exist', async (name) => {
  await expect(openRegularFile(join(folder, name))).rejects.toThrow('ENOENT');
});
