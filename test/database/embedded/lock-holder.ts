/** A program for a test to kill. It takes the lock of the given folder, says so, and never releases it. */
import { withFolderLock } from '../../../src/database/embedded/folder-lock.ts';

await withFolderLock(process.argv[2]!, () => {
  process.stdout.write('locked\n');
  return new Promise(() => setInterval(() => {}, 1e9));
});
