import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Outage } from '../../platform/outage.ts';
import { serverAccount } from './account.ts';
import { freeBallast, freeBallastIfFull, keepBallast } from './ballast.ts';
import { packageVersion, platformPackage, presumedBinaries, usableBinaries } from './binaries.ts';
import { BY_PG_CTL } from './by-pg-ctl.ts';
import { clusterExists, createCluster, writeConfiguration } from './cluster.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';
import { withFolderLock } from './folder-lock.ts';
import { keepAlive } from './keep-alive.ts';
import { addLease, countLiveLeases } from './leases.ts';
import { readPostmaster, stopPostmaster } from './postmaster.ts';
import { livesOn, processIdentity } from './processes.ts';
import { type Cluster, findServer, makeDatabase, serverUrl, startServer } from './running-server.ts';

/** A Postgres server on this machine that this process uses; other processes may use it too. */
export interface EmbeddedServer {
  /** Its address now, with role, password, port and database: a secret. After a restart the port may be another one. */
  readonly url: string;
  /** Deletes the ballast of the data folder, for a change on a full disk. @returns whether there was one */
  makeRoom(): Promise<boolean>;
  /** The port of 127.0.0.1 that it listens on now. */
  readonly port: number;
  /** Rejects when the server is gone for good, so that only a new start of the program helps. It never resolves. */
  readonly lost: Promise<never>;
  /** Ends this use of the server, and stops the server if it was the last. A second call only waits for the first. */
  release(): Promise<void>;
}

/** Takes a line about the server, with the level that it has in a log. */
export type Announce = (message: string, level: 'info' | 'warn' | 'error') => void;

/** The folders of the embedded server's data and programs. */
export interface EmbeddedServerOptions {
  /** The folder of the cluster, its password and its log. It is made where it does not exist. */
  readonly dataFolder: string;
  /** Gets a line about every step that takes long or is unusual. */
  readonly log?: Announce;
  /** The npm package with Postgres's programs; unset: the one that is installed for this machine. */
  readonly packageFolder?: string;
  /**
   * The folders that the programs may be copied to if they cannot be run in place; unset: as
   * `usualCopyFolders` returns.
   */
  readonly copyFolders?: readonly string[];
  /** Whether pg_ctl starts and stops the server; unset: on Windows alone. */
  readonly byPgCtl?: boolean;
}

/** Milliseconds that the server may take to stop. */
const STOP_PATIENCE_MS = 90_000;

/** Milliseconds of waiting for the server after each of which the log says so. */
const TELL_EVERY_MS = 8_000;

/**
 * Starts the embedded server of a data folder, or joins the one that already runs: another program may have
 * started it, or a killed program may have left it behind. While this process uses the server, it starts it
 * again whenever it dies.
 *
 * The data folder has `postgres/` (the cluster), `postgres-password` (of its one role), `postgres.log`,
 * `leases/` (one file for each use of the server) and `ballast` (room for a full disk).
 *
 * @throws EmbeddedServerError
 */
export async function acquireEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataFolder = path.resolve(options.dataFolder);
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await freeBallastIfFull(dataFolder);
    return await told(dataFolder, options.log, () =>
      withFolderLock(dataFolder, () => acquire(dataFolder, options)),
    );
  } catch (error) {
    throw asEmbeddedServerError('start-failed', `Starting the database in ${dataFolder}`, error);
  }
}

/** Does work that may take long, and tells so every few seconds. */
async function told<T>(dataFolder: string, log: Announce = () => {}, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const telling = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1000);
    log(
      `The database in ${dataFolder} is not there after ${seconds} s: it is being made, recovers from a kill, or another ` +
        'program is starting or stopping it.',
      'warn',
    );
  }, TELL_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(telling);
  }
}

async function acquire(dataFolder: string, options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { log = () => {}, byPgCtl = BY_PG_CTL } = options;
  const folder = path.join(dataFolder, 'postgres');
  const inform = (message: string) => log(message, 'info');
  const account = serverAccount(folder, inform);
  // On Linux the server's user reaches the cluster without passing through the folder above it; see `inCluster`.
  if (account !== null && process.platform !== 'linux') await chmod(dataFolder, 0o711);
  const packageFolder = options.packageFolder ?? platformPackage();
  const copyFolders = options.copyFolders ?? usualCopyFolders(dataFolder);
  const triedBinaries = () => usableBinaries(packageFolder, account, copyFolders, inform);

  const passwordFile = path.join(dataFolder, 'postgres-password');
  const logFile = path.join(dataFolder, 'postgres.log');
  const isThere = await clusterExists(folder, packageVersion(packageFolder).split('.')[0]!);
  const password = isThere ? await readPassword(passwordFile, folder) : await newPassword(passwordFile);
  const cluster: Cluster = { folder, logFile, account, password, byPgCtl };
  if (!isThere) {
    inform(`Making a new database in ${folder} (at the first start only).`);
    const programs = await triedBinaries();
    const making = (unfinished: string, log: string) =>
      makeDatabase({ ...cluster, folder: unfinished, logFile: log }, programs);
    await createCluster(folder, programs, account, password, byPgCtl ? making : null);
  }

  const start = async (port: number | null) => {
    await freeBallastIfFull(dataFolder);
    await writeConfiguration(folder, account);
    const programs = presumedBinaries(packageFolder, copyFolders);
    return startServer(cluster, programs, port).catch(async (error) => {
      if (!(error instanceof EmbeddedServerError && error.code === 'binaries-unusable')) throw error;
      return startServer(cluster, await triedBinaries(), port);
    });
  };
  let server = isThere ? await findServer(cluster) : null;
  if (server !== null)
    inform(`Joined the database server that is already running in ${folder} (process ${server.pid}).`);
  // Other processes still look for a killed server at its old port, so that port is preferred.
  server ??= await start(readPostmaster(folder)?.port ?? null);
  let { pid, port } = server;
  let identity = processIdentity(pid);
  const leases = path.join(dataFolder, 'leases');
  const lease = await addLease(leases);
  await keepBallast(dataFolder);

  let lose: (error: EmbeddedServerError) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {}); // Not every program looks at it.

  const outage = new Outage();
  let isTold = false;
  const stopKeeping = keepAlive(
    () => livesOn(pid, identity),
    async () => {
      isTold = outage.failed() !== null;
      if (isTold) log('The database server has stopped unexpectedly and is being started again.', 'warn');
      if (!existsSync(path.join(folder, 'PG_VERSION'))) throw folderGone(folder);
      await withFolderLock(dataFolder, async () => {
        const next = (await findServer(cluster)) ?? (await start(port));
        pid = next.pid;
        identity = processIdentity(pid);
        const moved = next.port === port ? '' : ' on another port, since its own is taken';
        port = next.port;
        outage.works();
        log(`The database server has been started again${moved}.`, 'info');
      });
    },
    (error) => {
      const fault = asEmbeddedServerError('start-failed', 'Starting it', error);
      if (fault.code === 'folder-gone') lose(fault);
      else if (isTold) log(`The database server cannot be started again yet. ${fault.message}`, 'error');
    },
  );

  const leave = async () => {
    await rm(lease, { force: true });
    if ((await countLiveLeases(leases)) > 0) return;
    const last = readPostmaster(folder);
    const isTheSame = last?.pid === pid && processIdentity(pid) === identity;
    // If the server was killed, another program may have started a new one and ended since.
    const running = isTheSame ? last : await findServer(cluster);
    if (running === null) return;
    const { pgCtl } = presumedBinaries(packageFolder, copyFolders);
    await stopPostmaster(running, STOP_PATIENCE_MS, byPgCtl ? pgCtl : null);
  };
  let left: Promise<void> | undefined;
  return {
    get url() {
      return serverUrl(cluster, port!);
    },
    get port() {
      return port!;
    },
    lost,
    makeRoom: () => freeBallast(dataFolder),
    release: () => {
      left ??= stopKeeping()
        .then(() => withFolderLock(dataFolder, leave))
        .catch((error: unknown) => {
          // The folder has been deleted. The server notices that its postmaster.pid is gone, and stops by itself.
          if (systemErrorCode(error) !== 'ENOENT') throw error;
        });
      return left;
    },
  };
}

/**
 * The folders that Postgres's programs may be copied to. Root's server runs as another user, who has to reach
 * the copy, so it goes to a system folder; for any other user it goes to the data folder.
 */
function usualCopyFolders(dataFolder: string): string[] {
  if (process.getuid?.() === 0) return ['/var/lib/steamscope', '/var/tmp/steamscope'];
  return [path.join(dataFolder, 'programs')];
}

function folderGone(folder: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'folder-gone',
    `The database in ${folder} was removed while its server ran, so nothing can be answered. Put the folder back, or ` +
      'start the program again: it makes a new database and loads the data.',
  );
}

/** Makes a random password, and writes it to a file that only its owner can read. */
async function newPassword(file: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.unfinished`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.unfinished`, file);
  return password;
}

/**
 * Reads the password of a cluster's one role.
 *
 * @throws EmbeddedServerError (`password-lost`) where there is no such file
 */
export async function readPassword(file: string, clusterFolder: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new EmbeddedServerError(
      'password-lost',
      `There is a database in ${clusterFolder}, but the file with its password, ${file}, is gone. Put it back, or ` +
        'move the database away and load the data again: npm run refresh',
      { cause: error },
    );
  }
}
