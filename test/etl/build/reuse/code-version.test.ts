import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeVersion } from '../../../../src/etl/build/reuse/code-version.ts';

let project: string;
beforeAll(async () => {
  project = `${await mkdtemp(join(tmpdir(), 'steamscope-code-'))}/`;
  for (const place of ['src', 'drizzle', 'package-lock.json', 'README.md']) {
    await cp(place, join(project, place), { recursive: true });
  }
});
afterAll(() => rm(project, { recursive: true }));

test('the same code has the same version, wherever it is', async () => {
  const version = await codeVersion(project);
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  expect(version).toBe(await codeVersion());
});

test.each([
  ['how reviews are judged', 'src/etl/judge/sentiment.ts'],
  ['the tables', 'drizzle/0000_initial.sql'],
  ['a package', 'package-lock.json'],
])('with %s it changes', async (_, file) => {
  const before = await codeVersion(project);
  await appendFile(join(project, file), '\n');
  expect(await codeVersion(project)).not.toBe(before);
});

test('with a file that is new it changes, and with what makes no data it does not', async () => {
  const before = await codeVersion(project);
  await appendFile(join(project, 'README.md'), '\n');
  await appendFile(join(project, 'src/commands/help.ts'), '\n');
  expect(await codeVersion(project)).toBe(before);
  await writeFile(join(project, 'src/etl/judge/another.ts'), '');
  expect(await codeVersion(project)).not.toBe(before);
});
