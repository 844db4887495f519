import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Why a file did not come. The message ends a sentence that says which file; it holds no part of an address. */
export class TransferError extends Error {
  /** Whether it may come if it is asked for again. */
  readonly passing: boolean;
  /** How long the server asks to be left alone. */
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
 * The answer to a GET, its body still to be read and as it was sent: a content encoding is not undone, so that its
 * length is what the server says. User and password of the address are sent to its own origin only (RFC 9110, 15.4).
 *
 * @param silenceMs after so long without a byte, also within the body, the connection is cut
 * @param signal aborted, the connection is cut
 * @throws TransferError on more than five redirects, on one from https to http, and where there is no connection
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
      throw new TransferError(`it is redirected more than ${MAX_REDIRECTS} times`, { passing: false });
    }
    at = redirected(at, answer.headers.location);
  }
}

/** Where a redirect leads. @throws TransferError where that is nowhere, or less secure */
export function redirected(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new TransferError('it is redirected to nowhere', { passing: false });
  }
  const to = new URL(location, from);
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) {
    throw new TransferError('it is redirected to an address that is not secure', { passing: false });
  }
  return to;
}

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
    const sent = request(
      bare,
      { headers, agent: false, timeout: silenceMs, ...(signal === undefined ? {} : { signal }) },
      (begun) => {
        answer = begun;
        // Without a listener an error after the answer was thrown away would end the program.
        answer.on('error', () => {});
        resolve(answer);
      },
    );
    sent.on('timeout', () => (answer ?? sent).destroy(silence()));
    sent.on('error', (error) => reject(connectionError(error)));
    sent.end();
  });
}

function silence(): TransferError {
  return new TransferError('the server fell silent', { passing: true });
}

/** What ended a connection, in words. */
export function connectionError(error: unknown): TransferError {
  if (error instanceof TransferError) return error;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new TransferError(`the connection failed${code}`, { passing: true, cause: error });
}
