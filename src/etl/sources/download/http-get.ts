import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** The number of redirects that are followed for one file. */
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A transfer that failed. The message completes the sentence "The … file cannot be downloaded because …" and
 * holds no part of an address.
 */
export class TransferError extends Error {
  /** Whether another attempt may succeed. */
  readonly passing: boolean;
  /** Milliseconds that the server wants to be left alone for; null if it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    {
      passing,
      retryAfterMs = null,
      cause,
    }: { passing: boolean; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause });
    this.name = 'TransferError';
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Sends a GET request and follows redirects. The body of the answer is not read yet. A content encoding is not
 * undone, so that the number of bytes is the one that the server announces. User and password of the address
 * are sent to its own origin only (RFC 9110, 15.4).
 *
 * @param silenceMs milliseconds in which each server has to be connected to and to give the whole head of its answer;
 *   also the milliseconds without a byte of the body after which the connection is closed
 * @param signal closes the connection when it is aborted
 * @throws TransferError after more than five redirects, on one from https to http, if no connection can be made, if the
 *   server gives no answer in time, and if it wants to change to another protocol (101)
 */
export async function httpGet(
  address: URL,
  headers: Record<string, string>,
  silenceMs: number,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  let at = address;
  for (let redirects = 0; ; redirects++) {
    const credentials: Record<string, string> =
      at.origin === address.origin ? authorization(address) : authorization(at);
    const answer = await send(
      at,
      { 'accept-encoding': 'identity', ...headers, ...credentials },
      silenceMs,
      signal,
    );
    if (!REDIRECTS.has(answer.statusCode ?? 0)) return answer;
    answer.destroy();
    if (redirects === MAX_REDIRECTS) {
      throw new TransferError(`the server redirects more than ${MAX_REDIRECTS} times`, { passing: false });
    }
    at = redirected(at, answer.headers.location);
  }
}

/**
 * The address that a redirect leads to.
 *
 * @param location the Location header of the answer
 * @throws TransferError if the header is missing or not an address, or if it leads from https to http
 */
export function redirected(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new TransferError('the server redirects to no usable address', { passing: false });
  }
  const to = new URL(location, from);
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) {
    throw new TransferError('the server redirects to an address that is not secure', { passing: false });
  }
  return to;
}

/** The header that signs in with the user and password of an address; none if it has neither. */
function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${decoded(username)}:${decoded(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function send(
  address: URL,
  headers: Record<string, string>,
  silenceMs: number,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  const bare = new URL(address);
  bare.username = '';
  bare.password = '';
  const request = bare.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    let connected = false;
    const sent = request(
      bare,
      { headers, agent: false, timeout: silenceMs, ...(signal === undefined ? {} : { signal }) },
      (begun) => {
        answer = begun;
        clearTimeout(late);
        // An 'error' event without a listener would end the program, and it may come when the answer is no longer read.
        answer.on('error', () => {});
        resolve(answer);
      },
    );
    const late = setTimeout(() => sent.destroy(connected ? silence() : noConnection(silenceMs)), silenceMs);
    sent.on('socket', (socket) => {
      socket.once(bare.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    sent.on('timeout', () => answer?.destroy(silence()));
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(
        new TransferError('the server answers 101, as if it spoke another protocol', { passing: false }),
      );
    });
    sent.on('error', (error) => reject(connectionError(error)));
    // Whatever else the server does, the request is closed in the end.
    sent.on('close', () => {
      clearTimeout(late);
      reject(new TransferError('the connection was closed without an answer', { passing: true }));
    });
    sent.end();
  });
}

function noConnection(limitMs: number): TransferError {
  return new TransferError(`no connection could be made within ${limitMs / 1000} s`, { passing: true });
}

function silence(): TransferError {
  return new TransferError('the server fell silent', { passing: true });
}

/** Describes why a connection ended, as a TransferError that allows another attempt. */
export function connectionError(error: unknown): TransferError {
  if (error instanceof TransferError) return error;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new TransferError(`the connection failed${code}`, { passing: true, cause: error });
}
