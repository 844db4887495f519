import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { withinLimit } from '../../platform/time-limit.ts';
import { EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** Milliseconds to wait for the lock. Its holder may be making a cluster, which takes many seconds on a slow disk. */
const PATIENCE_MS = 180_000;

/**
 * The number of bytes of a socket's name (`sun_path` of unix(7)). Names are padded to it:
 * Node's own padding has changed.
 */
const ABSTRACT_NAME_BYTES = 108;

/** The flag of open(2) on macOS and the BSDs that also takes a flock(2) lock. Node has no constant for it. */
const O_EXLOCK = 0x20;

/**
 * Does `work` under the lock of a folder: only one caller at a time holds it, among all processes.
 *
 * The system releases the lock when its holder dies, however that happens. So a lock is never stale, and no
 * process number can be mistaken for that of a later process. The lock is an abstract socket on Linux
 * (unix(7)), a named pipe on Windows, and flock(2) elsewhere. A socket is named after the folder's device and
 * inode, so that every path to the folder leads to the same lock. A waiting process connects to the holder's
 * socket; the holder closes it when it releases the lock.
 *
 * @throws EmbeddedServerError (`lock-timeout`) when the holder has not released the lock in time
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
    // `exclusive`: workers of node:cluster would share the socket otherwise.
    server.listen({ path: address, exclusive: true }, () => resolve(true));
  });
}

/** Waits until the holder of the lock closes its socket, or until the time has passed. */
function closed(address: string, milliseconds: number): Promise<void> {
  const socket = connect({ path: address });
  socket.on('error', () => {}); // The lock has been released in the meantime.
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
