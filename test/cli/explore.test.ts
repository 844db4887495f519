import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE_MS } from '../support/patience.ts';
import { Program, run } from '../support/program.ts';

let folder: string;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-explore-'));
  settings = { DATA_FOLDER: folder, HTTP_PORT: '0' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('without a data set explore explains what to do', async () => {
  const { status, stderr } = await run(['explore'], settings);
  expect(status).toBe(1);
  expect(stderr).toContain('npm run refresh');
});

test('the report is written to the given path and in the given language', async () => {
  expect((await run(['refresh'], settings)).status).toBe(0);
  const file = join(folder, 'new', 'look.html');
  const { status, stdout, stderr } = await run(['explore', '--language', 'es', file], settings);
  expect(status).toBe(0);
  expect(stdout).toBe(`${file}\n`);
  expect(stderr).toMatch(/ 1 of \d+/);
  expect(await readFile(file, 'utf8')).toContain('<html lang="es">');
  // Files about people are for the program's own user alone. The cluster and the copied programs have rights of their own.
  for (const name of await readdir(folder, { recursive: true })) {
    if (/^(?:postgres|programs)\//.test(name) || name === 'programs') continue;
    expect([name, (await stat(join(folder, name))).mode & 0o077]).toEqual([name, 0]);
  }
  expect((await run(['explore', '--language', 'eo'], settings)).status).toBe(2);
});

test('the page computes the report on the first request, and keeps it', async () => {
  const program = new Program(['start'], settings);
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  const first = await fetch(`${url}/data`);
  // The waiting page reloads itself.
  expect(first.headers.get('refresh')).toBe('2');
  expect(await first.text()).not.toContain('<figure');
  await expect
    .poll(async () => (await fetch(`${url}/data`)).text(), { timeout: PATIENCE_MS, interval: 200 })
    .toMatch(/href="\/\?locale=en[\s\S]*<figure id="/);
  expect(await (await fetch(`${url}/`)).text()).toContain('href="/data');
  program.child.kill('SIGTERM');
  expect((await program.ended()).status).toBe(0);
});
