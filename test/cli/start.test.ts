import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, run } from '../support/program.ts';

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-start-'));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

test('start needs no settings: it loads the sample, serves it, answers at once, and stops on SIGTERM', async () => {
  const settings = { DATA_FOLDER: dataFolder, HTTP_PORT: '0' };
  const program = new Program(['start'], settings);
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  await program.said(/the invented sample is loaded/);
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ status: 'ready', database: 'ok', dataSet: 'ok' });
  expect(await (await fetch(url!)).text()).toContain('invented sample');
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('steamscope_refreshes_total{outcome="published"} 1');
  expect(metrics).toMatch(/^steamscope_data_set_age_seconds \d/m);

  // Another program on the same data folder shares the database server.
  const asked = await run(['ask', 'users-recommend', '--year', '2014', '--json'], settings);
  expect(JSON.parse(asked.stdout).games).toHaveLength(3);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  program.child.kill('SIGTERM');
  expect((await program.ended()).status).toBe(0);
});

test('a second start answers from the data of the first', async () => {
  const program = new Program(['start'], { DATA_FOLDER: dataFolder, HTTP_PORT: '0' });
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  program.child.kill('SIGINT');
  const { status, stderr } = await program.ended();
  expect(status).toBe(0);
  expect(stderr).not.toContain('sample is loaded');
});

test('a refresh starts by the clock, and members get answers meanwhile', async () => {
  const settings = {
    DATA_FOLDER: dataFolder,
    HTTP_PORT: '0',
    // Six fields instead of five mean: every second.
    REFRESH_SCHEDULE: '* * * * * *',
    // A changed setting, so that everything is loaded anew.
    UNDATED_REVIEW_YEAR: '2015',
  };
  const program = new Program(['start'], settings);
  const [, url] = await program.said(/Steamscope is at (http:\S+?)"/);
  await program.said(/a scheduled refresh begins/);
  await program.said(/"phase":"libraries"/);
  expect((await fetch(`${url}/api/ask?command=users-recommend&year=2014`)).status).toBe(200);
  await program.said(/the scheduled refresh has ended/);
  program.child.kill('SIGTERM');
  const { status, stderr } = await program.ended();
  expect(status).toBe(0);
  expect(stderr).toContain('"outcome":"published"');
});

test('when two start on an empty database, one loads the data and both answer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-start-'));
  try {
    const programs = [0, 1].map(() => new Program(['start'], { DATA_FOLDER: folder, HTTP_PORT: '0' }));
    await Promise.all(programs.map((program) => program.said(/the invented sample is loaded/)));
    for (const program of programs) program.child.kill('SIGTERM');
    for (const { status, stderr } of await Promise.all(programs.map((program) => program.ended()))) {
      expect(status).toBe(0);
      expect(stderr).not.toMatch(/"level":[456]0/);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
