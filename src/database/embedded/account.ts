import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** The system user and group that the server's processes run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The names of system users that may run the server, in order of preference: the first that exists is taken. */
const PREFERRED_NAMES = ['steamscope', 'postgres'];
/**
 * The user that runs the server where no user can be made. Every system has it, but other
 * programs may run as it too.
 */
const LAST_RESORT = 'nobody';

/**
 * The user that the server has to run as; null where that is the user of this process.
 *
 * Postgres refuses to run as root. Where this process is root, the server runs as another user: the owner of
 * the cluster, if there is a cluster; else the first of `steamscope` and `postgres` that exists; else a new
 * system user `steamscope`; else `nobody`.
 *
 * @param log is told of a new user
 * @throws EmbeddedServerError (`no-permission`) when the cluster belongs to a user that this
 *   process cannot run programs as
 */
export function serverAccount(
  clusterFolder: string,
  log: (message: string) => void = () => {},
): Account | null {
  const own = process.getuid?.();
  if (own === undefined) return null; // Windows
  if (own !== 0) {
    const owner = ownerOf(clusterFolder);
    if (owner === null || owner.uid === own) return null;
    throw new EmbeddedServerError(
      'no-permission',
      `The database in ${clusterFolder} belongs to the user ${owner.uid}, but this program runs as the user ${own}. ` +
        'Run it as that user or as root, or set DATA_FOLDER to another folder.',
    );
  }
  const owner = ownerOf(path.join(clusterFolder, 'PG_VERSION'));
  if (owner !== null && owner.uid !== 0) return owner;
  const account = existingAccount(PREFERRED_NAMES) ?? newAccount(log) ?? existingAccount([LAST_RESORT]);
  if (account === null) {
    throw new EmbeddedServerError(
      'no-permission',
      'Postgres refuses to run as root, and this system has no other user to run it as. Make one: useradd --system steamscope',
    );
  }
  if (owner !== null) {
    throw new EmbeddedServerError(
      'no-permission',
      `The database in ${clusterFolder} belongs to root (perhaps root copied it), and Postgres refuses to run as root. ` +
        `Give it another owner: chown -R ${account.uid}:${account.gid} ${clusterFolder}`,
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

/** The first of these users that has an entry in /etc/passwd, which initdb needs; never root. */
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

/** Makes the system user `steamscope`; null where that fails. */
function newAccount(log: (message: string) => void): Account | null {
  const name = PREFERRED_NAMES[0]!;
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    { stdio: 'ignore' },
  );
  if (made.status !== 0) return null;
  log(
    `Postgres refuses to run as root, so the system user ${name} was added for it. To remove it with the program: userdel ${name}`,
  );
  return existingAccount([name]);
}
