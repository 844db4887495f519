import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from './processes.ts';

/** A lease: `<pid>-<random>`, holding the process's identity. All that is done here is done under the folder's lock. */
const LEASE_NAME = /^(\d+)-[0-9a-f]+$/;

/** Notes that this process uses the server. Answers the lease's file, to be removed when it no longer does. */
export async function addLease(leasesFolder: string): Promise<string> {
  await mkdir(leasesFolder, { recursive: true });
  const file = path.join(leasesFolder, `${process.pid}-${randomBytes(6).toString('hex')}`);
  await writeFile(file, `${processIdentity(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}

/**
 * How many leases are held by processes that live. Those of the dead (killed before they could let go, or cut off while
 * they wrote) are removed.
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
