import { setTimeout as delay } from 'node:timers/promises';
import { endedAlready, parentOf, processesMapping } from './processes.ts';

/** Milliseconds that ended sessions may take to be gone. */
const END_PATIENCE_MS = 2000;

/** Milliseconds between two looks whether they are gone. */
const POLL_MS = 5;

/**
 * Ends the sessions that a killed server has left behind. A session that is busy does not notice the death of its
 * server. It keeps the server's shared memory, and no new server may start before that is free. Its work is lost
 * already, since nobody can commit it; the next server recovers as after a power cut.
 *
 * A session is known by the memory segment that Postgres has named as this cluster's, so no other server's can be
 * meant. While one of the processes is the parent of another, a server still lives, and none is ended.
 *
 * @param segment the id of the shared memory segment (shmget(2))
 * @returns the number of sessions ended; 0 also where the system does not show them, as outside Linux
 */
export async function endOrphanedSessions(segment: string): Promise<number> {
  const sessions = processesMapping(segment);
  if (sessions.some((pid) => sessions.includes(parentOf(pid) ?? 0))) return 0;
  for (const pid of sessions) endNow(pid);
  const deadline = Date.now() + END_PATIENCE_MS;
  while (processesMapping(segment).length > 0 && Date.now() < deadline) await delay(POLL_MS);
  return sessions.length;
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!endedAlready(error)) throw error;
  }
}
