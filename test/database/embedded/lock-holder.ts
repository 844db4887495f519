/** Takes the lock of the folder that it is given, says so, and never lets go: for a test to kill. */
import { withFolderLock } from '../../../src/database/embedded/folder-lock.ts';

await withFolderLock(process.argv[2]!, () => {
  process.stdout.write('locked\n');
  return new Promise(() => setInterval(() => {}, 1e9));
});
