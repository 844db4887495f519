import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { withinLimit } from '../../platform/time-limit.ts';
import { EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** Making a cluster takes seconds, on a slow disk many; a holder that is dead holds nothing. */
const PATIENCE_MS = 180_000;

/** `sun_path` of unix(7). Names are filled up to it: versions of Node differ in how they pad a shorter one. */
const ABSTRACT_NAME_BYTES = 108;

/** open(2) of macOS and the BSDs: takes flock(2) as it opens. Node does not name it. */
const O_EXLOCK = 0x20;

/**
 * Does `work` while no other process (nor another caller in this one) does any for the same folder.
 *
 * The lock is one that the system itself takes back when its holder dies, whatever it dies of, so there is none to be
 * found stale, and no process number to be mistaken for a later one's: on Linux an abstract socket (unix(7)), on
 * Windows a named pipe, elsewhere flock(2). It is named after the folder's device and inode, so every path to the
 * folder means the same lock. Those who wait are connected to the holder's socket and are told by its closing.
 *
 * @throws EmbeddedServerError (`lock-timeout`) when the holder does not let go
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `steamscope-${dev.toString(36)}-${ino.toString(36)}`;
  let unlock: () => Promise<void>;
  if (process.platform === 'linux')
    unlock = await lockSocket(`\0${name}`.padEnd(ABSTRACT_NAME_BYTES, '-'), folder);
  else if (process.platform === 'win32') unlock = await lockSocket(`\\\\.\\pipe\\${name}`, folder);
  else unlock = await lockFile(path.join(folder, 'lock'));
  try {
    return await work();
  } finally {
    await unlock();
  }
}

async function lockSocket(address: string, folder: string): Promise<() => Promise<void>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => waiting.delete(socket));
    });
    if (await listens(server, address)) {
      return () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          for (const socket of waiting) socket.destroy();
        });
    }
    if (Date.now() >= deadline) {
      throw new EmbeddedServerError(
        'lock-timeout',
        `Another program has been starting or stopping the database in ${folder} for ${PATIENCE_MS / 1000} s. ` +
          'End it and try again.',
      );
    }
    await closed(address, deadline - Date.now());
  }
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (systemErrorCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    // Not shared among the workers of node:cluster.
    server.listen({ path: address, exclusive: true }, () => resolve(true));
  });
}

/** Waits until the holder stops listening there, or for the given time. */
function closed(address: string, milliseconds: number): Promise<void> {
  const socket = connect({ path: address });
  socket.on('error', () => {}); // gone already: it was let go in between
  const closing = new Promise<void>((resolve) => void socket.on('close', () => resolve()));
  socket.resume();
  return withinLimit(milliseconds, closing, () => {
    socket.destroy();
    return closing;
  });
}

async function lockFile(file: string): Promise<() => Promise<void>> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT | O_EXLOCK, 0o600);
  return () => handle.close();
}
