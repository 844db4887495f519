import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { NoDatabaseError } from '../../src/database/place.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-nothing-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const BACKUP = 'test/database/backup/format-1.jsonl';
const verbs: [verb: string, args: string[]][] = [
  ['hide', ['someone']],
  ['hide', ['--list']],
  ['backup', [join(tmpdir(), 'steamscope-no-such-backup')]],
  ['restore', [BACKUP]],
  ['ask', ['help']],
  ['evaluate', []],
  ['explore', []],
];

test.each(verbs)(
  '%s %j makes no database in a data folder that has none, and names the folder',
  async (verb, args) => {
    const dataFolder = join(folder, 'typo');
    vi.stubEnv('DATA_FOLDER', dataFolder);
    const { run } = await import(`../../src/cli/${verb}.ts`);
    const error = await run(args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoDatabaseError);
    expect(error.message).toContain(`There is no database in ${dataFolder}`);
    expect(existsSync(dataFolder)).toBe(false);
  },
);

test('no tables are made on a server that has none of the program', async () => {
  vi.stubEnv('DATABASE_URL', Object.assign(new URL(inject('serverUrl')), { pathname: '/postgres' }).href);
  const { run } = await import('../../src/cli/hide.ts');
  await expect(run(['someone'])).rejects.toThrow(/The database .*\/postgres has no tables of Steamscope/);
});
