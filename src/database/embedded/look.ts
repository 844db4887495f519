import path from 'node:path';
import { serverAccount } from './account.ts';
import { packageVersion, platformPackage } from './binaries.ts';
import { clusterExists } from './cluster.ts';
import { asEmbeddedServerError } from './embedded-server-error.ts';
import { mayBeAlive, readPostmaster } from './postmaster.ts';
import { serverUrl } from './running-server.ts';
import { readPassword } from './server.ts';

/** How the embedded server of a data folder stands. */
export type EmbeddedServerState =
  /** Nothing was ever started there. */
  | { state: 'none' }
  | { state: 'stopped' }
  | { state: 'starting' | 'stopping' }
  /** `url` is a secret. */
  | { state: 'running'; url: string };

/**
 * Looks how the embedded server stands, and leaves everything as it is: nothing is started, joined, locked or written.
 *
 * @throws EmbeddedServerError for what would keep `acquireEmbeddedServer` from serving what is there
 */
export async function lookAtEmbeddedServer(dataFolder: string): Promise<EmbeddedServerState> {
  const folder = path.join(dataFolder, 'postgres');
  try {
    // Root may be anybody, and is not to make a user by looking.
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
