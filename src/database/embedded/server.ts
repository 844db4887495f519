import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serverAccount } from './account.ts';
import { packageVersion, platformPackage, presumedBinaries, usableBinaries } from './binaries.ts';
import { clusterExists, createCluster, writeConfiguration } from './cluster.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { withFolderLock } from './folder-lock.ts';
import { keepAlive } from './keep-alive.ts';
import { addLease, countLiveLeases } from './leases.ts';
import { freePort, readPostmaster, stopPostmaster } from './postmaster.ts';
import { livesOn, processIdentity } from './processes.ts';
import { type Cluster, findServer, serverUrl, startServer } from './running-server.ts';

/** A Postgres server on this machine, used by this process and maybe by others. */
export interface EmbeddedServer {
  /** With role, password, port and database. */
  readonly url: string;
  /** Stops using the server, and stops the server if nobody else uses it. To be called again does nothing more. */
  release(): Promise<void>;
}

/** Where the embedded server keeps its data and finds its programs. */
export interface EmbeddedServerOptions {
  /** Made if it is not there. */
  readonly dataFolder: string;
  /** Is told, a line each, what takes long or is out of the ordinary. */
  readonly log?: (message: string) => void;
  /** The npm package with Postgres's programs; unset: the one that is installed for this machine. */
  readonly packageFolder?: string;
  /** Where the programs may be copied to if they cannot be run where they are; unset: as `usualCopyFolders` says. */
  readonly copyFolders?: readonly string[];
}

const STOP_PATIENCE_MS = 90_000;

/**
 * Starts the embedded server on a data folder, or joins the one that is there already: started by another program, or
 * left behind by one that was killed.
 *
 * In the data folder lie `postgres/` (the cluster), `postgres-password` (of its one role), `postgres.log` and
 * `leases/` (a file for each use of the server).
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

async function acquire(dataFolder: string, options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { log = () => {} } = options;
  const folder = path.join(dataFolder, 'postgres');
  const account = serverAccount(folder);
  const packageFolder = options.packageFolder ?? platformPackage();
  const copyFolders = options.copyFolders ?? usualCopyFolders(dataFolder);
  const triedBinaries = () => usableBinaries(packageFolder, account, copyFolders, log);

  const passwordFile = path.join(dataFolder, 'postgres-password');
  const logFile = path.join(dataFolder, 'postgres.log');
  const isThere = await clusterExists(folder, packageVersion(packageFolder).split('.')[0]!);
  const password = isThere ? await readPassword(passwordFile, folder) : await newPassword(passwordFile);
  const cluster: Cluster = { folder, logFile, account, password };
  if (!isThere) {
    log(`Making a new database in ${folder}, once.`);
    await createCluster(folder, await triedBinaries(), account, password);
  }

  const start = async (port: number | null) => {
    await writeConfiguration(folder, account);
    const programs = presumedBinaries(packageFolder, copyFolders);
    return startServer(cluster, programs, preferring(port)).catch(async (error) => {
      if (!(error instanceof EmbeddedServerError && error.code === 'binaries-unusable')) throw error;
      return startServer(cluster, await triedBinaries(), preferring(port));
    });
  };
  let server = isThere ? await findServer(cluster) : null;
  if (server !== null) log(`Joined the database server that runs on ${folder} (process ${server.pid}).`);
  // One that was killed left its port behind, where its other users look for it still.
  server ??= await start(readPostmaster(folder)?.port ?? null);
  const { port } = server;
  let { pid } = server;
  let identity = processIdentity(pid);
  const leases = path.join(dataFolder, 'leases');
  const lease = await addLease(leases);

  const stopKeeping = keepAlive(
    () => livesOn(pid, identity),
    async () => {
      log('The database server has ended without being told to; it is started again.');
      await withFolderLock(dataFolder, async () => {
        const next = (await findServer(cluster)) ?? (await start(port));
        pid = next.pid;
        identity = processIdentity(pid);
        if (next.port !== port) {
          log('It had to take another port, where this program does not find it: start the program again.');
        }
      });
    },
    (error) =>
      log(
        `The database server cannot be started again: ${asEmbeddedServerError('start-failed', 'Starting it', error).message}`,
      ),
  );

  const leave = async () => {
    await rm(lease, { force: true });
    if ((await countLiveLeases(leases)) > 0) return;
    const last = readPostmaster(folder);
    const isTheSame = last?.pid === pid && processIdentity(pid) === identity;
    // Another one, where ours was killed and a program that is gone by now has started the next.
    const running = isTheSame ? last : await findServer(cluster);
    if (running !== null) await stopPostmaster(running, STOP_PATIENCE_MS);
  };
  let left: Promise<void> | undefined;
  return {
    url: serverUrl(cluster, port!),
    release: () => {
      left ??= stopKeeping()
        .then(() => withFolderLock(dataFolder, leave))
        .catch((error: unknown) => {
          // The folder is gone, and with it the server, which looks after its postmaster.pid.
          if (systemErrorCode(error) !== 'ENOENT') throw error;
        });
      return left;
    },
  };
}

/**
 * Where Postgres's programs are copied to: for root, whose server runs as somebody else, into the system's own folders;
 * for anybody else, into the data folder.
 */
function usualCopyFolders(dataFolder: string): string[] {
  if (process.getuid?.() === 0) return ['/var/lib/steamscope', '/var/tmp/steamscope'];
  return [path.join(dataFolder, 'programs')];
}

/** A port to try first, then any that is free. */
function preferring(port: number | null): () => Promise<number> {
  let preferred = port;
  return async () => {
    const chosen = preferred ?? (await freePort());
    preferred = null;
    return chosen;
  };
}

async function newPassword(file: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.unfinished`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.unfinished`, file);
  return password;
}

/** The password of a cluster's one role. @throws EmbeddedServerError (`password-lost`) */
export async function readPassword(file: string, clusterFolder: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new EmbeddedServerError(
      'password-lost',
      `There is a database in ${clusterFolder}, but ${file} with its password is gone. Put it back, or move the ` +
        'database away and refresh.',
      { cause: error },
    );
  }
}
