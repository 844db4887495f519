import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file on a web server. */
export interface ServedFile {
  body: Buffer;
  etag?: string;
  lastModified?: string;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server with ranges and conditions (RFC 9110). A test can give it other answers. */
export class FileServer {
  /** The files by path. */
  readonly files = new Map<string, ServedFile>();
  /** The answers to the next requests, one each, instead of a file. */
  readonly instead: Answer[] = [];
  /** The same for each path. */
  readonly insteadOf = new Map<string, Answer[]>();
  readonly requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  readonly #server = createServer((request, response) => {
    this.requests.push({ path: request.url!, headers: request.headers });
    const instead = this.insteadOf.get(request.url!)?.shift() ?? this.instead.shift();
    (instead ?? this.#answer)(request, response);
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The ranges of the requests so far; null for a request for the whole file. */
  get ranges(): (string | null)[] {
    return this.requests.map(({ headers }) => headers.range ?? null);
  }

  #answer: Answer = ({ url, headers }, response) => {
    const file = this.files.get(url!.split('?')[0]!);
    if (file === undefined) {
      response.writeHead(404).end('none');
      return;
    }
    const { body, etag, lastModified } = file;
    if (etag !== undefined) response.setHeader('etag', etag);
    if (lastModified !== undefined) response.setHeader('last-modified', lastModified);
    const unchanged =
      headers['if-none-match'] !== undefined
        ? headers['if-none-match'] === etag
        : headers['if-modified-since'] !== undefined && headers['if-modified-since'] === lastModified;
    if (unchanged) {
      response.writeHead(304).end();
      return;
    }
    const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
    const condition = headers['if-range'];
    if (start === undefined || (condition !== etag && condition !== lastModified)) {
      response.writeHead(200, { 'content-length': body.length }).end(body);
      return;
    }
    response.writeHead(206, {
      'content-length': body.length - Number(start),
      'content-range': `bytes ${start}-${body.length - 1}/${body.length}`,
    });
    response.end(body.subarray(Number(start)));
  };
}

/** An answer that promises the whole file, sends the first half, and then calls `then`. */
export function half(file: ServedFile, then: (response: ServerResponse) => void): Answer {
  return (_, response) => {
    if (file.etag !== undefined) response.setHeader('etag', file.etag);
    if (file.lastModified !== undefined) response.setHeader('last-modified', file.lastModified);
    response.writeHead(200, { 'content-length': file.body.length });
    response.write(file.body.subarray(0, file.body.length / 2), () => then(response));
  };
}

/** Cuts a connection in the middle. */
export function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

/** An answer with a status and no body. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(code, headers).end();
  };
}
