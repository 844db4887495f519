import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import type { Fault, Happened, Scene } from '../stage/fault.ts';
import { isAlive, kill } from '../stage/processes.ts';

/** Seconds for which the backend stays busy if nobody ends it: longer than the program may take to answer again. */
const BUSY_SECONDS = 90;

/** Seconds within which all parts must answer again. */
const RECOVERY_SECONDS = 30;

/**
 * The kernel kills the embedded server while one of its backends is busy, as it does when memory is short. The backend does
 * not notice, and holds the shared memory that the next server needs.
 */
export const killBusyServer: Fault = {
  name: 'kill-busy-server',
  stages: ['embedded'],
  answersOnly: true,
  recoverySeconds: RECOVERY_SECONDS,
  act: (scene) =>
    killed(scene, () => {
      kill(readPostmaster(scene.stage.clusterFolder)!.pid, 'SIGKILL');
      return 'the server';
    }),
};

/** The kernel kills the busy backend alone. The server then ends all its sessions and recovers. */
export const killBusyBackend: Fault = {
  name: 'kill-busy-backend',
  stages: ['embedded', 'named'],
  answersOnly: true,
  recoverySeconds: RECOVERY_SECONDS,
  act: (scene) =>
    killed(scene, (busy) => {
      kill(busy, 'SIGKILL');
      return 'its busy backend';
    }),
};

async function killed({ stage, random, from }: Scene, killIt: (busy: number) => string): Promise<Happened> {
  const sql = postgres(await stage.databaseUrl(), { max: 1, onnotice: () => {} });
  try {
    const busy = await beginToCompute(sql);
    const seconds = random.next() * 3;
    await delay(1000 * seconds);
    stage.asker.mayFail();
    const what = killIt(busy);
    const hit = what === 'the server' ? isAlive(busy) : true;
    const did = `${what} killed ${seconds.toFixed(1)} s into a long query`;
    return { did, hit, served: from, away: true, problems: [] };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Starts a query that computes without ever waiting. @returns the process of its backend */
async function beginToCompute(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await sql`select set_config('statement_timeout', ${`${BUSY_SECONDS}s`}, false)`;
  await sql`select set_config('max_parallel_workers_per_gather', '0', false)`;
  const query = sql`select sum(a % 7 + b % 5) from generate_series(1, 1000000) a, generate_series(1, 1000000) b`;
  query.execute().catch(() => {});
  // The query has no other sign of its beginning than the processor time that it takes.
  await delay(500);
  return row!.pid;
}
