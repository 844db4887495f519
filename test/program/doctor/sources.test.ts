import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../src/database/embedded/postmaster.ts';
import { FileServer, status } from '../../support/file-server.ts';
import { look } from './look.ts';

let folder: string;
const server = new FileServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steamscope-doctor-'));
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const games = (source: string) =>
  look('games source', { GAMES_SOURCE: source, REVIEWS_SOURCE: '/r.gz', LIBRARIES_SOURCE: '/l.gz' });

describe('a file', () => {
  test.each([
    ['plain', '{"id":"1"}\n', 'ok', 'can be read'],
    ['gz', gzipSync('{"id":"1"}\n'), 'ok', 'can be read'],
    ['empty', '', 'wrong', 'it is empty'],
    ['damaged.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'wrong', 'it is damaged'],
  ])('that is %s', async (name, content, outcome, said) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const message = expect.stringMatching(new RegExp(`^${file} .*${said}$`));
    expect(await games(file)).toMatchObject({ outcome, message });
  });

  test('that is missing, or is a folder or a pipe, is wrong', async () => {
    expect(await games(join(folder, 'none'))).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('it does not exist'),
      cure: expect.stringContaining('GAMES_SOURCE'),
    });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const [other, what, cure] of [
      [folder, 'it is a folder', 'Name a file in it (GAMES_SOURCE)'],
      [
        join(folder, 'pipe'),
        'it is a named pipe, which may never end',
        'Write its content to a file, and name that (GAMES_SOURCE)',
      ],
    ] as const) {
      expect(await games(other)).toMatchObject({
        outcome: 'wrong',
        message: `${other} cannot be loaded: ${what}`,
        cure,
      });
    }
  });

  test('of the sample is used by default', async () => {
    expect(await look('libraries source', {})).toMatchObject({ outcome: 'ok' });
  });
});

describe('an address', () => {
  const at = (path: string) => `http://me:hunter2@${server.host}${path}?key=hunter3`;

  test('with a file is asked only for its beginning', async () => {
    const body = Buffer.alloc(50_000_000, '{"id":"1","app_name":"Zephyr"}\n');
    server.files.set('/games', { body });
    const found = await games(at('/games'));
    expect(found).toMatchObject({ outcome: 'ok', message: `http://${server.host}/games can be read` });
    expect(server.requests.at(-1)!.headers.authorization).toBe(
      `Basic ${Buffer.from('me:hunter2').toString('base64')}`,
    );
  });

  test.each<[what: string, body: Buffer, said: string]>([
    ['a zip', Buffer.from('PK\x03\x04 and more'), 'it is a zip archive'],
    ['libraries', Buffer.from('{"user_id":"a","items":[]}\n'), 'it holds libraries'],
    ['a table', Buffer.from('id,app_name,price\n1,Zephyr,5\n'), 'it is a table with commas (CSV)'],
    ['a cut gz', gzipSync('{"id":"1"}\n').subarray(0, -5), 'it is incomplete'],
  ])('with %s is wrong', async (_, body, said) => {
    server.files.set('/games', { body });
    expect(await games(at('/games'))).toMatchObject({
      outcome: 'wrong',
      message: `http://${server.host}/games cannot be loaded: ${said}`,
      cure: expect.stringContaining('GAMES_SOURCE'),
    });
  });

  test.each<[what: string, text: string]>([
    [
      'a long list',
      JSON.stringify(
        Array.from({ length: 60_000 }, (_, at) => ({ id: String(at), app_name: `${at * 7919}` })),
      ),
    ],
    [
      'a record longer than what is asked for',
      `{"id":"1","app_name":"Zephyr","note":"${'x'.repeat(3e6)}"}\n`,
    ],
  ])('with %s can be read', async (_, text) => {
    for (const body of [Buffer.from(text), gzipSync(text, { level: 0 })]) {
      server.files.set('/games', { body });
      expect(await games(at('/games'))).toMatchObject({ outcome: 'ok' });
    }
  });

  test.each([
    [404, 'the server answers 404'],
    [401, 'the server answers 401'],
    [503, 'the server answers 503'],
  ])('that answers with %i', async (code, said) => {
    server.instead.push(status(code));
    const found = await games(at('/games'));
    expect(found).toMatchObject({ outcome: 'wrong', message: expect.stringContaining(said) });
    expect(JSON.stringify(found)).not.toMatch(/hunter|key=/);
  });

  test('with a web page instead of a file is wrong', async () => {
    server.instead.push(status(200, { 'content-type': 'text/html; charset=utf-8' }));
    expect(await games(at('/games'))).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('a web page'),
    });
  });

  test('with a silent server is wrong', async () => {
    server.instead.push(() => {});
    expect(await games(at('/games'))).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('fell silent'),
    });
  });

  test('where nobody listens is wrong', async () => {
    const found = await games(`http://me:hunter2@127.0.0.1:${await freePort()}/games`);
    expect(found).toMatchObject({ outcome: 'wrong', message: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(found)).not.toContain('hunter');
  });
});
