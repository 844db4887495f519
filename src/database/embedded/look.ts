import path from 'node:path';
import { serverAccount } from './account.ts';
import { packageVersion, platformPackage } from './binaries.ts';
import { clusterExists } from './cluster.ts';
import { asEmbeddedServerError } from './embedded-server-error.ts';
import { mayBeAlive, readPostmaster } from './postmaster.ts';
import { serverUrl } from './running-server.ts';
import { readPassword } from './server.ts';

/** The state of a data folder's embedded server. */
export type EmbeddedServerState =
  /** The folder has no cluster: no server was ever started there. */
  | { state: 'none' }
  | { state: 'stopped' }
  | { state: 'starting' | 'stopping' }
  /** `url` holds the password: a secret. */
  | { state: 'running'; url: string };

/**
 * Finds out the state of an embedded server without changing anything: it starts, joins, locks and writes nothing.
 *
 * @throws EmbeddedServerError for every fault of the cluster with which `acquireEmbeddedServer` would fail, too
 */
export async function lookAtEmbeddedServer(dataFolder: string): Promise<EmbeddedServerState> {
  const folder = path.join(dataFolder, 'postgres');
  try {
    // Root can run the server as any user. And `serverAccount` might make a user, which a mere look must not do.
    if (process.getuid?.() !== 0) serverAccount(folder);
    const [majorVersion] = packageVersion(platformPackage()).split('.');
    if (!(await clusterExists(folder, majorVersion!))) return { state: 'none' };
    const password = await readPassword(path.join(dataFolder, 'postgres-password'), folder);
    const found = readPostmaster(folder);
    if (found === null || !mayBeAlive(found)) return { state: 'stopped' };
    if (found.status !== 'ready' || found.port === null) {
      return { state: found.status === 'stopping' ? 'stopping' : 'starting' };
    }
    return { state: 'running', url: serverUrl({ password }, found.port) };
  } catch (error) {
    throw asEmbeddedServerError('start-failed', `Looking at the database in ${dataFolder}`, error);
  }
}
