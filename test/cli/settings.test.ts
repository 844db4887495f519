import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { run } from '../support/program.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

// Without a token `register` ends before it reaches Discord.
const start = (settings: Record<string, string>) => run(['register'], settings, '', folder);

test('.env is read from the current folder, and the environment goes before it', async () => {
  await writeFile(join(folder, '.env'), 'HTTP_PORT=eighty\nLOG_LEVEL=loud\n');
  const { status, stderr } = await start({ HTTP_PORT: '3000' });
  expect(status).toBe(1);
  expect(stderr).toContain('LOG_LEVEL: should be');
  expect(stderr).not.toContain('HTTP_PORT');
});

test('a verb first names the entries that are no settings, then the wrong settings', async () => {
  await writeFile(
    join(folder, '.env'),
    'GAME_SOURCE=/g.gz\nREVIEWS_SOURCE=/r.gz\nLIBRARIES_SOURCE=/l.gz\nhunter2\n',
  );
  const { stderr } = await start({ HTTPPORT: '1' });
  expect(stderr.split('\n').slice(0, 5)).toEqual([
    'Warning: .env, line 4: cannot be read; a line is NAME=value',
    'Warning: GAME_SOURCE (in .env): not a setting; did you mean GAMES_SOURCE?',
    'Warning: HTTPPORT: not a setting; did you mean HTTP_PORT?',
    'These settings are wrong; nothing was started. See .env.example.',
    expect.stringContaining('GAMES_SOURCE: should be set too'),
  ]);
  expect(stderr).not.toContain('hunter2');
});

test('a verb still works after a warning', async () => {
  const { status, stderr } = await run(
    ['ask', 'help', '--json'],
    { HTTPPORT: '1', DATABASE_URL: inject('serverUrl') },
    '',
    folder,
  );
  expect(stderr).toBe('Warning: HTTPPORT: not a setting; did you mean HTTP_PORT?\n');
  expect(status).toBe(0);
});

test('a .env that cannot be read is reported, and nothing starts without it', async () => {
  await mkdir(join(folder, '.env'));
  const { status, stderr } = await start({});
  expect(status).toBe(1);
  expect(stderr).toMatch(/\.env: should be a file that this user can read.*EISDIR/);
});
