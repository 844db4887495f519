import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type postgres from 'postgres';

/** The server at a database's address is no Postgres server. */
export class NotPostgresError extends Error {
  /** The behaviour that gives it away, as the end of a sentence about the address. No part of the address is in it. */
  readonly fault: string;

  constructor(fault: string, options?: ErrorOptions) {
    super(
      `The database cannot be used: at the address that DATABASE_URL gives, ${fault}. ` +
        'Set it to the address of a Postgres server, such as postgres://host:5432/name.',
      options,
    );
    this.name = 'NotPostgresError';
    this.fault = fault;
  }
}

/** Milliseconds that a server may take to be connected to and to give its two short answers. */
const PROBE_MS = 10_000;

/** The first bytes that a client sends to ask for an encrypted connection (Postgres documentation, 54.7: SSLRequest). */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** The bytes with which a client ends a session (Terminate). */
const TERMINATE = Buffer.from([0x58, 0, 0, 0, 4]);

/** The most bytes that a server's first message may have; the longest is an error of a few sentences. */
const MOST_BYTES = 30_000;

/** The first letters of the messages that may follow the start of a session: Authentication, Error, NegotiateProtocolVersion. */
const FIRST_MESSAGES = 'REv';

/** The beginnings of what other servers say, with `·` for each control character, and their names. */
const OTHER_SERVERS: readonly [RegExp, string][] = [
  [/^HTTP\/|^\s*<(?:!doctype|html)/i, 'a web server'],
  [/^SSH-/, 'an SSH server'],
  [/^220[ -]/, 'a mail or FTP server'],
  [/^[-+](?:ERR|OK|PONG|DENIED)/, 'a Redis or POP3 server'],
  [/^.···(?:·\d+\.\d|ÿ)/, 'a MySQL server'],
  [/^·{6}.$/, 'a server that speaks TLS alone'],
];

/**
 * Makes sure that a client of the driver leads to a Postgres server, before its first query: the driver gathers whatever a
 * server sends, without a limit of memory, and some servers say nothing at all. The probe asks for encryption, as every
 * client may, and begins a session that it ends at once. It sends no password. A client with several hosts is not checked.
 *
 * @param limitMs milliseconds that it may take
 * @throws NotPostgresError; or an error with Node's code where there is no connection
 */
export async function probeServer({ options }: postgres.Sql, limitMs: number = PROBE_MS): Promise<void> {
  const { host, port, path, user, database } = options;
  if (!path && host.length !== 1) return;
  const socket = path ? connect(path) : connect(port[0]!, host[0]!);
  let used: Socket = socket;
  // Other errors than the first would end the program.
  socket.on('error', () => {});
  const silence = { message: 'a server accepts the connection and then says nothing' };
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(
        socket.connecting
          ? Object.assign(new Error('no connection'), { code: 'CONNECT_TIMEOUT' })
          : new NotPostgresError(silence.message),
      );
    }, limitMs);
  });
  const talk = async () => {
    socket.write(SSL_REQUEST);
    const answer = await firstBytes(socket, 1);
    const letter = answer.toString('latin1', 0, 1);
    // A server that is too old for encryption, or has no room, answers with an error.
    if (letter === 'E' && isMessage(answer)) return;
    if (answer.length !== 1 || (letter !== 'S' && letter !== 'N')) throw notPostgres(answer);
    silence.message = 'a server begins as Postgres does and then says nothing';
    if (letter === 'S') used = await encrypted(socket, host[0]);
    used.write(startOf(user, database));
    const message = await firstBytes(used, 9);
    if (!isMessage(message)) throw notPostgres(message);
    if (!letsIn(message)) return;
    // A session that has begun is ended as the protocol asks; anything else would be a line in the server's log.
    const closed = once(used, 'close');
    used.end(TERMINATE);
    used.resume();
    await closed;
  };
  try {
    await Promise.race([talk(), limit]);
  } finally {
    clearTimeout(late);
    used.destroy();
    socket.destroy();
  }
}

/** The message that begins a session (StartupMessage), in version 3.0 of the protocol. */
function startOf(user: string, database: string): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + body.length, 0);
  head.writeUInt32BE(0x30000, 4);
  return Buffer.concat([head, body]);
}

/** Whether a message lets the client in without a password (AuthenticationOk). */
function letsIn(message: Buffer): boolean {
  return message.toString('latin1', 0, 1) === 'R' && message.readInt32BE(5) === 0;
}

/** Whether bytes begin with a message that may follow the start of a session, of a length that it may have. */
function isMessage(bytes: Buffer): boolean {
  if (bytes.length < 5 || !FIRST_MESSAGES.includes(bytes.toString('latin1', 0, 1))) return false;
  const length = bytes.readInt32BE(1);
  return length >= 8 && length <= MOST_BYTES;
}

/**
 * Waits for the first bytes of a server, and stops reading then: what follows is never held in memory.
 *
 * @param least the number of bytes to wait for
 * @throws NotPostgresError where the connection ends before; an error with Node's code where there is no connection
 */
function firstBytes(socket: Socket, least: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const closed = () =>
      reject(
        bytes.length > 0
          ? notPostgres(bytes)
          : new NotPostgresError('a server closes the connection without a word'),
      );
    const onData = (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      if (bytes.length < least) return;
      socket.pause();
      socket.off('data', onData).off('close', closed);
      resolve(bytes);
    };
    socket.on('data', onData).once('close', closed);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // A connection that is cut has ended; one that was never made says why.
      if (['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) closed();
      else reject(error);
    });
    if (socket.destroyed) closed();
    socket.resume();
  });
}

/** Encrypts a connection. No secret is sent through it, so its certificate is not checked. @throws NotPostgresError */
function encrypted(socket: Socket, host: string | undefined): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const tls = connectTls({ socket, rejectUnauthorized: false, ...serverName(host) }, () => resolve(tls));
    const failed = (cause?: unknown) =>
      reject(new NotPostgresError('a server offers encryption and then does not speak it', { cause }));
    tls.on('error', failed).once('close', () => failed());
  });
}

/** The name that is told to a proxy which serves several names; an IP address is no such name. */
function serverName(host: string | undefined): { servername?: string } {
  return host === undefined || /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}

function notPostgres(bytes: Buffer): NotPostgresError {
  const said = bytes.toString('latin1', 0, 100).replaceAll(/\p{Cc}/gu, '·');
  const what = OTHER_SERVERS.find(([beginning]) => beginning.test(said))?.[1] ?? 'a server of another kind';
  return new NotPostgresError(`there is no Postgres server, but ${what}`);
}
