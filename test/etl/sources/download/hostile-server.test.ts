import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RefreshError } from '../../../../src/etl/report/refresh-error.ts';
import {
  DOWNLOAD_LIMITS,
  type DownloadLimits,
  download,
} from '../../../../src/etl/sources/download/download.ts';
import { faultOfSource } from '../../../../src/etl/sources/try-source.ts';
import { diskRoom } from '../../../../src/platform/disk-room.ts';
import { FileServer, half } from '../../../support/file-server.ts';
import { endless, RawServer } from '../../../support/raw-server.ts';

let folder: string;
let stopServer = async () => {};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-download-'));
});
afterEach(async () => {
  await stopServer();
  stopServer = async () => {};
  await rm(folder, { recursive: true });
});

async function serving(talk: (socket: Socket) => unknown): Promise<string> {
  const server = await new RawServer(async (socket, heard) => {
    await heard();
    await talk(socket);
  }).start();
  stopServer = () => server.stop();
  return server.host;
}

/** Milliseconds of silence that a test waits for; no test depends on how long they really take. */
const SILENCE_MS = 1000;

async function failure(address: string, limits: Partial<DownloadLimits> = {}): Promise<string> {
  const error = await download(
    address,
    'games',
    folder,
    {},
    {
      ...DOWNLOAD_LIMITS,
      wait: async () => {},
      waitsMs: [],
      ...limits,
    },
  ).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefreshError);
  expect((error as RefreshError).failure).toBe('download-failed');
  return (error as RefreshError).message;
}

/** Writes a piece again and again, for as long as somebody listens, with a pause between two. */
function trickle(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), SILENCE_MS / 20);
  socket.on('close', () => clearInterval(timer));
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/gzip\r\n';

describe('a server that never gives a whole answer', () => {
  test.each<[what: string, talk: (socket: Socket) => unknown, said: string]>([
    [
      'changes the protocol',
      (s) => s.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      '101',
    ],
    [
      'changes the protocol without a name',
      (s) => s.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
      '101',
    ],
    [
      'offers an upgrade that nobody asked for, and says nothing else',
      (s) => s.write('HTTP/1.1 200 OK\r\nupgrade: h2c\r\nconnection: upgrade\r\n'),
      'fell silent',
    ],
    ['sends nothing but 100', (s) => trickle(s, 'HTTP/1.1 100 Continue\r\n\r\n'), 'fell silent'],
    [
      'sends nothing but 103',
      (s) => trickle(s, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
      'fell silent',
    ],
    [
      'sends its headers without an end',
      (s) => {
        s.write(OK);
        trickle(s, 'x: y\r\n');
      },
      'fell silent',
    ],
    [
      'sends one letter of a header after another',
      (s) => {
        s.write(OK);
        trickle(s, 'x');
      },
      'fell silent',
    ],
    [
      'floods with headers',
      (s) => {
        s.write(OK);
        endless(s, 'x: y\r\n'.repeat(1000));
      },
      'HPE_HEADER_OVERFLOW',
    ],
    ['closes at once', (s) => s.end(), 'the connection'],
    ['resets the connection', (s) => s.resetAndDestroy(), 'the connection'],
    ['speaks another protocol', (s) => s.write('SSH-2.0-OpenSSH_9.6\r\n'), 'the connection failed (HPE_'],
    [
      'announces less than nothing',
      (s) => s.write(`${OK}content-length: -5\r\n\r\n`),
      'the connection failed (HPE_',
    ],
    [
      'announces more than a number can hold',
      (s) => s.write(`${OK}content-length: 99999999999999999999999\r\n\r\n`),
      'the connection failed (HPE_',
    ],
    [
      'announces more than is ever loaded',
      (s) => s.write(`${OK}content-length: 9007199254740991\r\n\r\n`),
      'larger than',
    ],
    [
      'announces two lengths',
      (s) => s.write(`${OK}content-length: 5\r\ncontent-length: 7\r\n\r\n`),
      'the connection failed (HPE_',
    ],
    ['never begins its body', (s) => s.write(`${OK}content-length: 1000000\r\n\r\n`), 'fell silent'],
    [
      'stops in the middle of a chunk',
      (s) => s.write(`${OK}transfer-encoding: chunked\r\n\r\nffff\r\n{"id"`),
      'fell silent',
    ],
    [
      'lets its body trickle',
      (s) => {
        s.write(`${OK}content-length: 1000000\r\n\r\n`);
        trickle(s, 'x');
      },
      'too slowly',
    ],
    [
      'lets a body of unknown length trickle',
      (s) => {
        s.write(`${OK}\r\n`);
        trickle(s, '{"id":1}\n');
      },
      'too slowly',
    ],
    ['answers with nothing', (s) => s.write('HTTP/1.1 204 No Content\r\n\r\n'), 'answers 204'],
    [
      'answers with a part that nobody asked for',
      (s) =>
        s.write('HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 0-0/1\r\ncontent-length: 1\r\n\r\nx'),
      'answers 206',
    ],
    [
      'says that nothing has changed, at the first request',
      (s) => s.write('HTTP/1.1 304 Not Modified\r\n\r\n'),
      'answers 304',
    ],
    [
      'offers a choice',
      (s) => s.write('HTTP/1.1 300 Multiple Choices\r\ncontent-length: 0\r\n\r\n'),
      'answers 300',
    ],
    [
      'leads to itself',
      (s) => s.write('HTTP/1.1 301 Moved\r\nlocation: /games.gz\r\ncontent-length: 0\r\n\r\n'),
      'more than 5 times',
    ],
    ['leads nowhere', (s) => s.write('HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n'), 'no usable address'],
    [
      'has no such range, for ever',
      (s) => s.write('HTTP/1.1 416 Range Not Satisfiable\r\ncontent-length: 0\r\n\r\n'),
      'shorter',
    ],
  ])('it %s', async (_, talk, said) => {
    const host = await serving(talk);
    // Only a server that falls silent is waited for; the others answer, however busy the machine is.
    const limits = /silent|slowly/.test(said) ? { silenceMs: SILENCE_MS } : {};
    expect(await failure(`http://${host}/games.gz`, limits)).toContain(said);
    expect(existsSync(join(folder, 'downloads', 'games'))).toBe(false);
  });

  test.each<[what: string, talk: (socket: Socket) => unknown]>([
    ['never begins', () => {}],
    ['never ends', (s) => trickle(s, '\u0016\u0003')],
  ])('its TLS handshake %s', async (_, talk) => {
    const host = await serving(talk);
    expect(await failure(`https://${host}/games.gz`, { silenceMs: SILENCE_MS })).toMatch(
      /no connection could be made within 1 s|the connection failed/,
    );
  });

  test.each<[what: string, talk: (socket: Socket) => unknown, said: string]>([
    [
      'changes the protocol',
      (s) => s.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      '101',
    ],
    ['sends nothing but 100', (s) => trickle(s, 'HTTP/1.1 100 Continue\r\n\r\n'), 'fell silent'],
    [
      'sends its headers without an end',
      (s) => {
        s.write(OK);
        trickle(s, 'x: y\r\n');
      },
      'fell silent',
    ],
    ['says nothing', () => {}, 'fell silent'],
  ])('the doctor says so, too: it %s', async (_, talk, said) => {
    const host = await serving(talk);
    expect((await faultOfSource(`http://${host}/games.gz`, 'games', SILENCE_MS))?.says).toContain(said);
  });
});

describe('a download that does not fit on the disk', () => {
  const server = new FileServer();
  beforeEach(async () => {
    await server.start();
    stopServer = () => server.stop();
  });

  /** A disk on which this many bytes may be written, whatever was written. */
  const disk = (room: number) => ({ room: async () => ({ room, reserve: 5_000_000 }) });
  const address = () => `http://${server.host}/games.gz`;
  const left = () => readdirSync(join(folder, 'downloads'));

  test('is refused before its first byte, where its size is announced', async () => {
    server.files.set('/games.gz', { body: Buffer.alloc(3_000_000) });
    expect(await failure(address(), disk(2_000_000))).toMatch(
      /it needs 3 MB, and only 2 MB may be written in .*downloads, since 5 MB of the disk stay free\. Free some space/,
    );
    expect(left()).toEqual([]);
  });

  test('is stopped on the way where its size is not announced, and its part is removed', async () => {
    let room = 40_000_000;
    server.instead.push((_, response) => endless(response as unknown as Socket, Buffer.alloc(1_000_000)));
    const looked = async () => {
      room -= 16_000_000;
      return { room, reserve: 0 };
    };
    expect(await failure(address(), { room: looked })).toContain('its size is not announced');
    expect(left()).toEqual([]);
  });

  test('is stopped where another program fills the disk meanwhile', async () => {
    const rooms = [100_000_000, 1_000_000];
    server.files.set('/games.gz', { body: Buffer.alloc(60_000_000) });
    expect(await failure(address(), { room: async () => ({ room: rooms.shift()!, reserve: 0 }) })).toContain(
      'only 1 MB',
    );
    expect(left()).toEqual([]);
  });

  test('gives the room of its part back, too', async () => {
    const games = { body: Buffer.alloc(3_000_000, 'x'), etag: '"1"' };
    server.files.set('/games.gz', games);
    server.instead.push(half(games, (response) => response.socket?.destroy()));
    await failure(address());
    expect(left()).toContain('games.part');
    expect(await failure(address(), disk(1_000_000))).toContain('only 1 MB');
    expect(left()).toEqual([]);
  });

  test('leaves the earlier copy, from which a later refresh may still load', async () => {
    server.files.set('/games.gz', { body: gzipSync('{"id":1}\n'), etag: '"1"' });
    await download(address(), 'games', folder);
    server.files.set('/games.gz', { body: Buffer.alloc(3_000_000), etag: '"2"' });
    await failure(address(), disk(0));
    expect(left().sort()).toEqual(['games', 'games.json']);
  });

  test('that was packed to fill a disk is refused when it is checked', async () => {
    // Each gzip member holds 64 MB of zeros in 64 kB.
    const member = gzipSync(Buffer.alloc(2 ** 26));
    server.files.set('/games.gz', { body: Buffer.concat(Array(40).fill(member)) });
    expect(await failure(address())).toContain('unpacks to more than 100 times its size');
    expect(left()).toEqual([]);
  }, 120_000);
});

describe('the room on a disk', () => {
  const on = (blocks: number, bavail: number) => diskRoom('/', async () => ({ bsize: 1000, blocks, bavail }));

  test('leaves a twentieth of it free, and a gigabyte at most', async () => {
    expect(await on(1_000_000, 100_000)).toEqual({ room: 50_000_000, reserve: 50_000_000 });
    expect(await on(2_000_000_000, 80_000_000)).toEqual({ room: 79_000_000_000, reserve: 1_000_000_000 });
    expect((await on(1_000_000, 10_000)).room).toBeLessThan(0);
  });

  test('is endless where the file system does not know its size', async () => {
    expect((await on(0, 0)).room).toBe(Number.POSITIVE_INFINITY);
  });
});

test('what was downloaded can be read by its owner alone', async () => {
  const server = new FileServer();
  await server.start();
  stopServer = () => server.stop();
  server.files.set('/games.gz', { body: gzipSync('{"id":1}\n') });
  await download(`http://${server.host}/games.gz`, 'games', folder);
  const modes = ['downloads', 'downloads/games', 'downloads/games.json'].map(
    (name) => statSync(join(folder, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test('a part that is no file does not hold a download up', async () => {
  const server = new FileServer();
  await server.start();
  stopServer = () => server.stop();
  server.files.set('/games.gz', { body: gzipSync('{"id":1}\n') });
  const path = await download(`http://${server.host}/games.gz`, 'games', folder);
  await writeFile(`${path}.part`, '');
  expect(await download(`http://${server.host}/games.gz`, 'games', folder)).toBe(path);
});
