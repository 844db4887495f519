import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceName } from '../../../src/database/schema/sources.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import { RefreshError } from '../../../src/etl/report/refresh-error.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { SMALLEST, writeRawFiles } from '../../support/raw-files.ts';

let database: TestDatabase;
let raw: Awaited<ReturnType<typeof writeRawFiles>>;
beforeAll(async () => {
  database = await createTestDatabase();
  raw = await writeRawFiles(SMALLEST);
  const { dataFolder } = raw.settings;
  execFileSync('mkfifo', [join(dataFolder, 'pipe')]);
  await symlink('/dev/zero', join(dataFolder, 'zero'));
  await symlink('loop', join(dataFolder, 'loop'));
});
afterAll(() => Promise.all([database.remove(), raw.remove()]));

test.each<[source: SourceName, path: string, what: string]>([
  ['games', 'pipe', 'is a named pipe'],
  ['reviews', 'pipe', 'is a named pipe'],
  ['reviews', 'zero', 'is a device'],
  ['libraries', 'loop', 'is a link that leads in a circle'],
  ['reviews', '.', 'is a folder'],
  ['libraries', '/dev/null', 'is a device'],
  ['reviews', '/proc/self/environ', 'is made up by the kernel'],
])('a refresh refuses %s from %s before it reads anything: %s', async (name, path, what) => {
  const { settings } = raw;
  const source = path.startsWith('/') ? path : join(settings.dataFolder, path);
  const phases: string[] = [];
  const error = await refresh(
    database.direct,
    { ...settings, sources: { ...settings.sources, [name]: source } },
    { onPhase: (phase) => phases.push(phase) },
  ).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefreshError);
  expect(error).toMatchObject({ failure: 'source-unreadable' });
  expect((error as Error).message).toContain(`The ${name} file ${what}`);
  expect((error as Error).message).toContain(source);
  expect(phases).toEqual([]);
});
