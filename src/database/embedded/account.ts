import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** The user and group that the server's processes run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whoever of these exists runs the server, the first one first; none may be root. */
const PREFERRED_NAMES = ['steamscope', 'postgres'];
/** When no user can be made: every system has it, but it may own other programs' files too. */
const LAST_RESORT = 'nobody';

/**
 * The user that the server has to run as, or null where it simply is the user of this process.
 *
 * Postgres refuses to run as root, so root hands the server to somebody else: the owner of the cluster where there is
 * one already, else the first of `steamscope` and `postgres` that exists, else a new system user `steamscope`, else
 * `nobody`.
 *
 * @throws EmbeddedServerError (`no-permission`) when the cluster belongs to somebody whom this process cannot become
 */
export function serverAccount(clusterFolder: string): Account | null {
  const own = process.getuid?.();
  if (own === undefined) return null; // Windows
  if (own !== 0) {
    const owner = ownerOf(clusterFolder);
    if (owner === null || owner.uid === own) return null;
    throw new EmbeddedServerError(
      'no-permission',
      `The database in ${clusterFolder} belongs to the user ${owner.uid}, and this is the user ${own}. ` +
        'Run the program as that user or as root, or name another DATA_FOLDER.',
    );
  }
  const owner = ownerOf(path.join(clusterFolder, 'PG_VERSION'));
  if (owner !== null && owner.uid !== 0) return owner;
  const account = existingAccount(PREFERRED_NAMES) ?? newAccount() ?? existingAccount([LAST_RESORT]);
  if (account === null) {
    throw new EmbeddedServerError(
      'no-permission',
      'Postgres does not run as root, and this system has no other user for it. Make one: useradd --system steamscope',
    );
  }
  if (owner !== null) {
    throw new EmbeddedServerError(
      'no-permission',
      `The database in ${clusterFolder} belongs to root (copied by root?), as which Postgres does not run. ` +
        `Give it back: chown -R ${account.uid}:${account.gid} ${clusterFolder}`,
    );
  }
  return account;
}

function ownerOf(file: string): Account | null {
  try {
    const { uid, gid } = statSync(file);
    return { uid, gid };
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** initdb looks its own user up by number, so only users with an entry count. */
function existingAccount(names: readonly string[]): Account | null {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of names) {
    const entry = entries.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) return { uid, gid };
  }
  return null;
}

function newAccount(): Account | null {
  const name = PREFERRED_NAMES[0]!;
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    { stdio: 'ignore' },
  );
  return made.status === 0 ? existingAccount([name]) : null;
}
