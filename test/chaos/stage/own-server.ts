import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serverAccount } from '../../../src/database/embedded/account.ts';
import { type Binaries, platformPackage, usableBinaries } from '../../../src/database/embedded/binaries.ts';
import { createCluster } from '../../../src/database/embedded/cluster.ts';
import { freePort, readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { processIdentity } from '../../../src/database/embedded/processes.ts';
import { type Cluster, serverUrl, startServer } from '../../../src/database/embedded/running-server.ts';
import { childrenOf, isAlive, kill } from './processes.ts';

/** How a server ends: two of Postgres's own ways (its docs, "Shutting Down the Server"), or as in a power cut. */
export type Ending = 'fast' | 'immediate' | 'killed';

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', killed: 'SIGKILL' } as const;

/** Ends the server of a cluster, and waits until all its processes are gone. */
export async function endServer(clusterFolder: string, ending: Ending): Promise<void> {
  const pid = readPostmaster(clusterFolder)?.pid;
  if (pid === undefined || processIdentity(pid) === null) return;
  const all = [pid, ...childrenOf(pid)];
  for (const each of ending === 'killed' ? all : [pid]) kill(each, SIGNALS[ending]);
  while (all.some(isAlive)) await delay(5);
}

/**
 * A Postgres server like an operator's, for `DATABASE_URL`. It keeps its port, and only the test starts and ends it.
 */
export class OwnServer {
  readonly #cluster: Cluster;
  readonly #binaries: Binaries;
  readonly #port: number;

  private constructor(cluster: Cluster, binaries: Binaries, port: number) {
    this.#cluster = cluster;
    this.#binaries = binaries;
    this.#port = port;
  }

  /** Makes a cluster in the folder, and starts its server. */
  static async make(folder: string): Promise<OwnServer> {
    await mkdir(folder, { recursive: true });
    const cluster = {
      folder: join(folder, 'cluster'),
      logFile: join(folder, 'log'),
      account: serverAccount(join(folder, 'cluster')),
      password: 'not-a-secret',
      byPgCtl: false,
    };
    const copies = ['/var/lib/steamscope', '/var/tmp/steamscope'];
    const binaries = await usableBinaries(platformPackage(), cluster.account, copies, () => {});
    await createCluster(cluster.folder, binaries, cluster.account, cluster.password);
    const server = new OwnServer(cluster, binaries, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return serverUrl(this.#cluster, this.#port);
  }

  get clusterFolder(): string {
    return this.#cluster.folder;
  }

  get isRunning(): boolean {
    const pid = readPostmaster(this.#cluster.folder)?.pid;
    return pid !== undefined && isAlive(pid);
  }

  /** Bytes in the server's log. */
  get logSize(): number {
    return readFileSync(this.#cluster.logFile).length;
  }

  /** Whether the server, or all its sessions, have ended by a crash since its log had `logSize` bytes. */
  hasCrashedSince(logSize: number): boolean {
    const since = readFileSync(this.#cluster.logFile).subarray(logSize).toString();
    return !this.isRunning || /PANIC|terminating any other active server processes/.test(since);
  }

  async start(): Promise<void> {
    await startServer(this.#cluster, this.#binaries, this.#port);
  }

  end(ending: Ending): Promise<void> {
    return endServer(this.#cluster.folder, ending);
  }
}
