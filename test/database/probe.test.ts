import type { Socket } from 'node:net';
import postgres from 'postgres';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { NotPostgresError, probeServer } from '../../src/database/probe.ts';
import { run } from '../support/program.ts';
import { endless, RawServer } from '../support/raw-server.ts';

let stop = async () => {};
afterEach(async () => {
  await stop();
  stop = async () => {};
});

type Talk = (socket: Socket, heard: () => Promise<Buffer>) => unknown;

/** The address of a server that does this with each connection. */
async function serving(talk: Talk): Promise<string> {
  const server = await new RawServer(talk).start();
  stop = () => server.stop();
  return `postgres://me:hunter2@${server.host}/name`;
}

const probe = (url: string, limitMs = 1000) => probeServer(postgres(url), limitMs);

/** Says something after the first bytes of the client. */
const answering =
  (...said: (string | Buffer)[]): Talk =>
  async (socket, heard) => {
    for (const piece of said) {
      await heard();
      socket.write(piece);
    }
  };

const MYSQL = Buffer.from('\x4a\0\0\0\n8.0.36\0\u0008\0\0\0salt', 'latin1');
const REST = 'x'.repeat(100_000);

const OTHERS: [what: string, talk: Talk, said: string][] = [
  [
    'a web server',
    answering('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'there is no Postgres server, but a web server',
  ],
  ['a web server that sends a page alone', answering('<!DOCTYPE html><title>'), 'but a web server'],
  ['an SSH server', (s) => s.write('SSH-2.0-OpenSSH_9.6\r\n'), 'but an SSH server'],
  ['a mail server', (s) => s.write('220 mail.example ESMTP\r\n'), 'but a mail or FTP server'],
  ['a MySQL server', (s) => s.write(MYSQL), 'but a MySQL server'],
  [
    'a MySQL server that has no room',
    (s) => s.write('\u0017\0\0\u0001\u00ff\u0010\u0004Too many', 'latin1'),
    'but a MySQL server',
  ],
  ['a Redis server', answering('-ERR Protocol error\r\n'), 'but a Redis or POP3 server'],
  [
    'a server of TLS alone',
    answering(Buffer.from([0x15, 3, 1, 0, 2, 2, 70])),
    'but a server that speaks TLS alone',
  ],
  ['a server that closes at once', (s) => s.end(), 'closes the connection without a word'],
  ['a server that resets at once', (s) => s.resetAndDestroy(), 'closes the connection without a word'],
  [
    'a server that closes after the first letter',
    async (s, heard) => {
      await heard();
      s.end('N');
    },
    'closes the connection without a word',
  ],
  ['a server that sends without an end', (s) => endless(s, 'x'.repeat(65_536)), 'a server of another kind'],
  ['a server that agrees without an end', (s) => endless(s, 'N'.repeat(65_536)), 'a server of another kind'],
  [
    'a server that encrypts without an end',
    (s) => endless(s, 'S'.repeat(65_536)),
    'a server of another kind',
  ],
  ['a server that agrees and then talks nonsense', answering('N', REST), 'a server of another kind'],
  [
    'a server that agrees and then is a web server',
    answering('N', 'HTTP/1.1 200 OK\r\n'),
    'but a web server',
  ],
  [
    'a server that announces a message of 2 GB',
    answering('N', Buffer.from([0x52, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0])),
    'a server of another kind',
  ],
  [
    'a server that announces a message of -1 bytes',
    answering('N', Buffer.from([0x45, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])),
    'a server of another kind',
  ],
  [
    'a server that encrypts and then talks nonsense',
    answering('S', REST),
    'offers encryption and then does not speak it',
  ],
  [
    'a server that encrypts and then closes',
    async (s, heard) => {
      await heard();
      s.write('S');
      await heard();
      s.end();
    },
    'offers encryption and then does not speak it',
  ],
];

describe('an address leads to no Postgres server, but to', () => {
  test.each(OTHERS)('%s', async (_, talk, said) => {
    const error = await probe(await serving(talk), 30_000).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotPostgresError);
    expect((error as Error).message).toContain(said);
    expect((error as Error).message).not.toContain('hunter2');
  });

  test.each<[what: string, talk: Talk, said: string]>([
    ['says nothing', () => {}, 'accepts the connection and then says nothing'],
    ['agrees and then says nothing', answering('N'), 'begins as Postgres does and then says nothing'],
    ['encrypts and then says nothing', answering('S'), 'begins as Postgres does and then says nothing'],
    ['gives half a message', answering('N', 'R\0'), 'begins as Postgres does and then says nothing'],
  ])('a server that %s', async (_, talk, said) => {
    await expect(probe(await serving(talk), 2000)).rejects.toThrow(said);
  });
});

test('an address leads to nothing: the error has the code of the system', async () => {
  await expect(probe('postgres://me@127.0.0.1:1/name')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(probe('postgres://me@nothing.invalid/name')).rejects.toMatchObject({
    code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
  });
});

test.each([
  ['with the right names', {}],
  ['with a database that is missing', { pathname: '/none' }],
  ['with a wrong password', { password: 'wrong' }],
])('an address leads to a Postgres server, %s: the driver says all else', async (_, change) => {
  await probe(Object.assign(new URL(inject('serverUrl')), change).href, 30_000);
});

/** Makes the program print the most memory that it has held, in kilobytes. */
const MEASURED =
  "--import=data:text/javascript,process.on('exit',()=>console.error('RSS='+process.resourceUsage().maxRSS))";

test.each([
  ['start', []],
  ['refresh', []],
  ['ask', ['genres']],
  ['hide', ['a']],
])(
  '%s ends with one sentence, and in little memory, where a server sends without an end',
  async (verb, args) => {
    const url = await serving((socket) => endless(socket, 'x'.repeat(65_536)));
    const { status, stderr } = await run([verb, ...args], {
      DATABASE_URL: url,
      HTTP_PORT: '0',
      NODE_OPTIONS: MEASURED,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The database cannot be used: at the address that DATABASE_URL gives, there is no Postgres server[^\n]+\nRSS=/m,
    );
    expect(stderr).not.toMatch(/ {4}at |hunter2/);
    expect(Number(/RSS=(\d+)/.exec(stderr)![1])).toBeLessThan(400_000);
  },
  180_000,
);

test('the doctor says it, too', async () => {
  const url = await serving(answering('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const { status, stdout } = await run(['doctor'], { DATABASE_URL: url, HTTP_PORT: '0' });
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /wrong {4}database .*there is no Postgres server, but a web server.*Set it to the address/,
  );
});
