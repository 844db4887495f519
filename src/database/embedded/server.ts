import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { serverAccount, type Account } from './account.ts';
import { packageVersion, platformPackage, usableBinaries, type Binaries } from './binaries.ts';
import { clusterExists, createCluster, writeConfiguration } from './cluster.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { withFolderLock } from './folder-lock.ts';
import { addLease, countLiveLeases } from './leases.ts';
import {
  freePort,
  mayBeAlive,
  POLL_MS,
  type Postmaster,
  readPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { DATABASE } from './server-settings.ts';

/** A Postgres server on this machine, used by this process and maybe by others. */
export interface EmbeddedServer {
  /** With role, password and database. */
  readonly url: string;
  /** Stops using the server, and stops the server if nobody else uses it. More than once does nothing more. */
  release(): Promise<void>;
}

/** Where the embedded server keeps its data and finds its programs. */
export interface EmbeddedServerOptions {
  /** Made if it is not there. Everything of the server lies in it: see `docs` of the folder in `acquireEmbeddedServer`. */
  readonly dataFolder: string;
  /** Is told, a line each, what takes long or is out of the ordinary. */
  readonly log?: (message: string) => void;
  /** The npm package with Postgres's programs; unset: the one that is installed for this machine. */
  readonly packageFolder?: string;
  /** Where its programs may be copied to when they cannot be run where they are; unset: see `defaultCopyFolders`. */
  readonly copyFolders?: readonly string[];
}

/** Recovering from a crash may take long; a server that does nothing at all does not. */
const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 90_000;
/** A port that was free a moment ago may be taken by another program before the server has it. */
const PORT_ATTEMPTS = 5;
const LOG_LINES_SHOWN = 8;

/**
 * Starts the embedded server on a data folder, or joins the one that is there: started by another program, or left
 * behind by one that was killed.
 *
 * In the data folder: `postgres/`, the cluster; `postgres-password`; `postgres.log`; `leases/`, a file for each use of
 * the server, see leases.ts.
 *
 * @throws EmbeddedServerError
 */
export async function acquireEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataFolder = path.resolve(options.dataFolder);
  try {
    await mkdir(dataFolder, { recursive: true });
    return await withFolderLock(dataFolder, () => acquire(dataFolder, options));
  } catch (error) {
    throw asEmbeddedServerError('start-failed', `Starting the database in ${dataFolder}`, error);
  }
}
