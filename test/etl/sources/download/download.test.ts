import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RefreshError } from '../../../../src/etl/report/refresh-error.ts';
import {
  DOWNLOAD_LIMITS,
  type DownloadLimits,
  type DownloadWatch,
  download,
} from '../../../../src/etl/sources/download/download.ts';
import { redirected } from '../../../../src/etl/sources/download/http-get.ts';
import { cut, FileServer, half, type ServedFile, status } from '../../../support/file-server.ts';

let server: FileServer;
let folder: string;
let waits: number[];
beforeEach(async () => {
  server = new FileServer();
  await server.start();
  folder = await mkdtemp(join(tmpdir(), 'steamscope-download-'));
  waits = [];
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A file of bytes that compress badly, so that half of it is many packets. */
function file(seed: number, etag: string | null = `"${seed}"`): ServedFile {
  let x = seed;
  const text = Array.from({ length: 150_000 }, () => {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
    return x.toString(36);
  });
  return { body: gzipSync(text.join('\n')), ...(etag === null ? {} : { etag }) };
}

function get(
  path = '/games.gz',
  limits: Partial<DownloadLimits> = {},
  watch: DownloadWatch = {},
): Promise<string> {
  return download(`http://${server.host}${path}`, 'games', folder, watch, {
    ...DOWNLOAD_LIMITS,
    wait: async (ms) => waits.push(ms),
    ...limits,
  });
}

async function failure(promise: Promise<string>): Promise<string> {
  const error = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefreshError);
  expect((error as RefreshError).failure).toBe('download-failed');
  return (error as RefreshError).message;
}

/** The size of the part that was there when a request for the rest came. */
function resumedAt(nth: number): number {
  return Number(/^bytes=(\d+)-$/.exec(server.ranges[nth] ?? '')?.[1]);
}

const whole = () => join(folder, 'downloads', 'games');

describe('a download', () => {
  it('gives the file, byte for byte', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    const path = await get();
    expect(path).toBe(whole());
    expect(readFileSync(path).equals(games.body)).toBe(true);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('may be uncompressed, of unknown length, or called encoded by the server', async () => {
    server.instead.push((_, response) => response.end('{"id":1}\n'));
    expect(readFileSync(await get(), 'utf8')).toBe('{"id":1}\n');
    const { body } = file(1);
    server.instead.push((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
    expect(readFileSync(await get()).equals(body)).toBe(true);
  });

  it.each<[by: string, version: Omit<ServedFile, 'body'>]>([
    ['ETag', { etag: '"1"' }],
    ['weak ETag', { etag: 'W/"1"' }],
    ['date', { lastModified: 'Mon, 01 Jan 2018 00:00:00 GMT' }],
  ])('is not transferred again if the file is unchanged by its %s', async (_, version) => {
    const [first, never] = [file(1), file(2)];
    server.files.set('/games.gz', { body: first.body, ...version });
    await get();
    // A second transfer would give this body.
    server.files.set('/games.gz', { body: never.body, ...version });
    expect(readFileSync(await get()).equals(first.body)).toBe(true);
    expect(server.requests).toHaveLength(2);
  });

  it('is transferred again if the copy has been cut since', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    truncateSync(await get(), 1000);
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
  });

  it('is transferred again if the file or the address has changed', async () => {
    const [first, second, third] = [file(1), file(2), file(3, '"1"')];
    server.files.set('/games.gz', first);
    server.files.set('/other.gz', third);
    await get();
    server.files.set('/games.gz', second);
    expect(readFileSync(await get()).equals(second.body)).toBe(true);
    expect(readFileSync(await get('/other.gz')).equals(third.body)).toBe(true);
  });

  it('sends user and password only to their own server', async () => {
    server.files.set('/games.gz', file(1));
    const other = new FileServer();
    await other.start();
    other.instead.push(status(302, { location: `http://${server.host}/games.gz` }));
    await download(`http://me:p%40ss@${other.host}/games.gz`, 'games', folder);
    await other.stop();
    expect(other.requests[0]!.headers.authorization).toBe(`Basic ${btoa('me:p@ss')}`);
    expect(server.requests[0]!.headers.authorization).toBeUndefined();
  });
});

describe('a cut', () => {
  it('in the middle is resumed at the same place', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    server.instead.push(half(games, cut));
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
    expect(server.requests).toHaveLength(2);
    expect(server.ranges[0]).toBeNull();
    expect(resumedAt(1)).toBeGreaterThan(0);
    expect(resumedAt(1)).toBeLessThanOrEqual(games.body.length / 2);
    expect(server.requests[1]!.headers['if-range']).toBe('"1"');
  });

  it('that outlasts the attempts leaves no complete file, and the next run goes on from there', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    server.instead.push(half(games, cut), ...Array(4).fill((_: unknown, response: never) => cut(response)));
    expect(await failure(get())).toContain('the connection failed');
    expect(server.requests).toHaveLength(5);
    expect(waits).toStrictEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
    expect(existsSync(whole())).toBe(false);
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
    expect(resumedAt(5)).toBeGreaterThan(0);
  });

  it('leaves the earlier copy as it was', async () => {
    const [before, games] = [file(1), file(2)];
    server.files.set('/games.gz', before);
    await get();
    server.files.set('/games.gz', games);
    server.instead.push(half(games, cut), status(404));
    await failure(get());
    expect(readFileSync(whole()).equals(before.body)).toBe(true);
  });

  it.each<[what: string, first: ServedFile, second: ServedFile]>([
    ['another file by its ETag', file(1), file(2)],
    ['nothing to know it by', file(1, null), file(2, null)],
    ['nothing but a weak ETag', file(1, 'W/"1"'), file(2, 'W/"1"')],
  ])('leads to a new start if there is then %s', async (_, first, second) => {
    server.files.set('/games.gz', second);
    server.instead.push(half(first, cut));
    expect(readFileSync(await get()).equals(second.body)).toBe(true);
    expect(server.requests).toHaveLength(2);
  });

  it('leads to a new start if the server sends the rest of another file all the same', async () => {
    const [first, second] = [file(1), file(2)];
    server.files.set('/games.gz', second);
    server.instead.push(half(first, cut), ({ headers }, response) => {
      const start = Number(/\d+/.exec(headers.range!)![0]);
      const range = `bytes ${start}-${second.body.length - 1}/${second.body.length}`;
      response.writeHead(206, { 'content-range': range, etag: '"2"' }).end(second.body.subarray(start));
    });
    expect(readFileSync(await get()).equals(second.body)).toBe(true);
    expect(server.ranges[2]).toBeNull();
  });

  it('leads to a new start if the parts do not unpack', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    server.instead.push(half(games, cut), ({ headers }, response) => {
      const start = Number(/\d+/.exec(headers.range!)![0]);
      const range = `bytes ${start}-${games.body.length - 1}/${games.body.length}`;
      response.writeHead(206, { 'content-range': range }).end(Buffer.alloc(games.body.length - start, 0xff));
    });
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
    expect(server.ranges[2]).toBeNull();
  });

  it('is assumed if the server is silent', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    server.instead.push(
      () => {},
      half(games, () => {}),
    );
    expect(readFileSync(await get('/games.gz', { silenceMs: 300 })).equals(games.body)).toBe(true);
    expect(resumedAt(2)).toBeGreaterThan(0);
  });
});

describe('redirects', () => {
  /** Makes `/5` lead to `/4` and so on to `/0`, which is the file. */
  function chain(length: number): void {
    server.files.set('/0', file(1));
    for (let left = length - 1; left >= 0; left--) server.instead.push(status(302, { location: `/${left}` }));
  }

  it('are followed five times', async () => {
    chain(5);
    expect(readFileSync(await get('/5')).equals(file(1).body)).toBe(true);
    expect(server.requests.map(({ path }) => path)).toStrictEqual(['/5', '/4', '/3', '/2', '/1', '/0']);
  });

  it('are not followed a sixth time, nor tried again', async () => {
    chain(6);
    expect(await failure(get('/6'))).toContain('redirects more than 5 times');
    expect(server.requests).toHaveLength(6);
  });

  it.each(['ftp://127.0.0.1/games.gz', 'http://'])('to %s are refused', async (location) => {
    server.instead.push(status(302, { location }));
    expect(await failure(get())).toContain('the server redirects to');
    expect(waits).toStrictEqual([]);
  });

  it('from https may lead only to https, from http to both', () => {
    const [secure, open] = [new URL('https://a.example/b/c'), new URL('http://a.example/b/c')];
    expect(() => redirected(secure, 'http://a.example/d')).toThrow('not secure');
    expect(redirected(secure, 'd').href).toBe('https://a.example/b/d');
    expect(redirected(open, 'https://d.example/').href).toBe('https://d.example/');
    expect(redirected(open, '//d.example/').href).toBe('http://d.example/');
  });
});

describe('an answer of the server', () => {
  it.each([400, 403, 404, 410])('with status %d ends the download at once', async (code) => {
    server.instead.push(status(code));
    expect(await failure(get())).toContain(`the server answers ${code}`);
    expect(server.requests).toHaveLength(1);
  });

  it.each([500, 502, 408, 429])('with status %d twice is tried again', async (code) => {
    const games = file(1);
    server.files.set('/games.gz', games);
    server.instead.push(status(code), status(code));
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBeGreaterThan(waits[0]!);
  });

  it('may ask for a wait, of a minute at most', async () => {
    server.files.set('/games.gz', file(1));
    server.instead.push(
      status(503, { 'retry-after': '7' }),
      status(429, { 'retry-after': '3600' }),
      status(503, { 'retry-after': new Date(0).toUTCString() }),
    );
    await get();
    expect(waits).toStrictEqual([7_000, 60_000, 0]);
  });

  it.each([
    ['text/html; charset=utf-8', '<h1>Sign in</h1>'],
    ['application/gzip', '\ufeff\n<!doctype html><h1>Sign in</h1>'],
  ])('may not be a web page, which its server calls %s', async (type, page) => {
    server.instead.push((_, response) => response.setHeader('content-type', type).end(page));
    expect(await failure(get())).toContain('a web page');
    expect(existsSync(whole())).toBe(false);
  });

  it.each([
    ['longer', 10],
    ['shorter', -10],
  ])('may not be announced as %s than it is', async (_, more) => {
    const { body } = file(1);
    for (let i = 0; i < 5; i++) {
      server.instead.push((_, response) => {
        response.strictContentLength = false;
        response.writeHead(200, { 'content-length': body.length + more });
        response.write(body, () => cut(response));
      });
    }
    await failure(get());
    expect(existsSync(whole())).toBe(false);
  });

  it.each<[what: string, damage: (body: Buffer) => Buffer]>([
    ['cut', (body) => body.subarray(0, -9)],
    ['damaged', (body) => Buffer.from(body).fill(0xff, 5000, 5100)],
    ['empty', () => Buffer.alloc(0)],
  ])('may not be %s', async (_, damage) => {
    server.files.set('/games.gz', { body: damage(file(1).body), etag: '"1"' });
    await failure(get());
    expect(server.requests).toHaveLength(1);
    expect(existsSync(whole())).toBe(false);
    expect(existsSync(`${whole()}.part`)).toBe(false);
  });

  it('may not be too large, whether or not it announces its size', async () => {
    const { body } = file(1);
    server.files.set('/games.gz', { body });
    const maxSize = body.length - 1;
    expect(await failure(get('/games.gz', { maxSize }))).toContain(`larger than ${maxSize} bytes`);
    server.instead.push((_, response) => {
      response.write(body);
      response.end();
    });
    expect(await failure(get('/games.gz', { maxSize }))).toContain(`larger than ${maxSize} bytes`);
    expect(existsSync(`${whole()}.part`)).toBe(false);
    await get('/games.gz', { maxSize: body.length });
  });
});

it('secrets in an address appear neither in messages nor on disk', async () => {
  const address = `http://me:hunter2@${server.host}/games.gz?key=hunter3#hunter4`;
  const said = await failure(download(address, 'games', folder));
  expect(said).toBe(
    `The games file cannot be downloaded because the server answers 404: http://${server.host}/games.gz`,
  );
  server.files.set('/games.gz', file(1));
  await download(address, 'games', folder);
  expect(readFileSync(`${whole()}.json`, 'utf8')).not.toMatch(/hunter|me:/);
});

it('a data folder that cannot be written is reported', async () => {
  server.files.set('/games.gz', file(1));
  server.files.set('/file', file(1));
  const path = await get();
  const said = await failure(download(`http://${server.host}/file`, 'games', path));
  expect(said).toContain('cannot be written to the data folder (ENOTDIR)');
});

describe('a download that is watched', () => {
  it('reports which share of it is there', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    const shares: number[] = [];
    await get('/games.gz', {}, { onShare: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('goes on from the part that was there when it was stopped', async () => {
    const games = file(1);
    server.files.set('/games.gz', games);
    const stop = new AbortController();
    server.instead.push(half(games, () => {}));
    const onShare = (share: number) => share > 0.25 && stop.abort();
    await expect(get('/games.gz', {}, { signal: stop.signal, onShare })).rejects.toThrow(/abort/i);
    expect(existsSync(whole())).toBe(false);
    expect(readFileSync(await get()).equals(games.body)).toBe(true);
    expect(resumedAt(1)).toBeGreaterThan(0);
  });

  it('can be stopped while it waits for another attempt', async () => {
    const stop = new AbortController();
    server.instead.push(status(503), status(503));
    const wait = (_: number, signal: AbortSignal) => {
      stop.abort();
      return new Promise<void>((_resolve, reject) => reject(signal.reason));
    };
    await expect(get('/games.gz', { wait }, { signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(server.requests).toHaveLength(1);
  });
});

it('a download ends at its time limit, whatever the server does', async () => {
  const games = file(1);
  // The server sends half of the file, and then nothing more.
  server.instead.push(half(games, () => {}));
  expect(await failure(get('/games.gz', { totalMs: 300 }))).toContain('took too long');
  expect(existsSync(whole())).toBe(false);
});
