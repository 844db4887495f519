import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from './processes.ts';

/**
 * The name of a lease: `<pid>-<random>`. A lease is a file that says that a process uses the server; its
 * content is the identity of that process. Leases are changed only under the lock of the data folder.
 */
const LEASE_NAME = /^(\d+)-[0-9a-f]+$/;

/**
 * Adds a lease for this process.
 *
 * @returns the path of its file, which is to be removed when the process stops using the server
 */
export async function addLease(leasesFolder: string): Promise<string> {
  await mkdir(leasesFolder, { recursive: true });
  const file = path.join(leasesFolder, `${process.pid}-${randomBytes(6).toString('hex')}`);
  await writeFile(file, `${processIdentity(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}

/**
 * Counts the leases of living processes. Removes the leases of dead ones, which were killed before they could
 * remove or finish them.
 */
export async function countLiveLeases(leasesFolder: string): Promise<number> {
  let live = 0;
  for (const name of await readdir(leasesFolder)) {
    const pid = LEASE_NAME.exec(name)?.[1];
    if (pid === undefined) continue;
    const file = path.join(leasesFolder, name);
    const holder = (await readFile(file, 'utf8')).trim();
    if (holder !== '' && processIdentity(Number(pid)) === holder) live++;
    else await rm(file, { force: true });
  }
  return live;
}
