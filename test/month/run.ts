/**
 * Lives a month of a bot in a few minutes: each day a restart, a refresh with other data, questions, one kill and a back-up. Says at
 * the end of each day what the data folder, the program and the logs have grown to.
 *
 *   npm run month -- [--days N]
 *
 * The raw files are those that GAMES_SOURCE, REVIEWS_SOURCE and LIBRARIES_SOURCE name; without them it is the sample. Exit status 1
 * means that the program did not come back after a kill or did not end when told to, or that a refresh or a back-up failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { readConfig } from '../../src/config/config.ts';
import { askPage, candidateQuestions } from '../chaos/stage/questions.ts';
import { makeSources, someUsers, VARIANTS } from '../chaos/stage/sources.ts';
import { Stage } from '../chaos/stage/stage.ts';
import { until } from '../chaos/stage/until.ts';
import { type Outcome, type Program, run } from '../support/program.ts';

/** The one kill of each day, in turn. */
const KILLS = ['the program', 'the refresh', 'the database'] as const;

/** Seconds in which the program has to answer again after a kill, on a busy machine too. */
const BACK_SECONDS = 120;

const { values } = parseArgs({ options: { days: { type: 'string', default: '30' } } });
const days = Number(values.days);
if (!(days > 0)) throw new Error('--days should be a number above 0');

const folder = await mkdtemp(join(tmpdir(), 'steamscope-month-'));
const backups = join(folder, 'backups');
await mkdir(backups);
const sources = await makeSources(folder, readConfig(), 1);
const stage = await Stage.make('embedded', folder, sources);
/** The programs of `npm start` so far, whose lines are the month's log. */
const programs: Program[] = [];
try {
  for (let day = 1; day <= days; day++) await live(day);
  await stopped();
  say(`at the end, with the server stopped: ${disk()}; ${logged()}`);
} finally {
  for (const { child } of programs) child.kill('SIGKILL');
  await stage.remove();
  await rm(folder, { recursive: true, force: true });
}

/** One day: the restart at its beginning, and the back-up at its end. */
async function live(day: number): Promise<void> {
  if (programs.length > 0) await stopped();
  let url = await started();
  await dayPasses();
  const variant = VARIANTS[day % VARIANTS.length]!;
  const killed = KILLS[day % KILLS.length]!;
  if (killed === 'the refresh') {
    const cut = stage.refresh(variant);
    await cut.said(/"phase":"reviews"/);
    cut.child.kill('SIGKILL');
    await cut.ended();
  }
  succeeded('the refresh', await stage.refresh(variant).ended());
  if (killed === 'the program') {
    programs.at(-1)!.child.kill('SIGKILL');
    url = await started();
  } else if (killed === 'the database') {
    await stage.endDatabase('killed');
  }
  if (!(await until(() => isReady(url), BACK_SECONDS))) {
    throw new Error(`day ${day}: no answers ${BACK_SECONDS} s after ${killed} was killed`);
  }
  for (const question of await candidateQuestions(url, await someUsers(sources, 6)))
    await askPage(url, question);
  const backup = join(backups, `${day}.gz`);
  succeeded('the back-up', await run(['backup', backup], stage.settings(variant)));
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)![1]);
  say(
    `day ${day} (${killed} killed): ${disk()}; program ${shown(bytes)}; back-up ${statSync(backup).size} bytes; ${logged()}`,
  );
}

/** Starts `npm start`. @returns its address, once it is ready */
async function started(): Promise<string> {
  const program = stage.start('A');
  programs.push(program);
  const url = (await program.said(/Steamscope is at (http:\S+?)"/))[1]!;
  if (!(await until(() => isReady(url), BACK_SECONDS))) throw new Error(`not ready: ${program.written}`);
  return url;
}

/** Stops `npm start` as an operator does. @throws if it ends with another status than 0 */
async function stopped(): Promise<void> {
  const program = programs.at(-1)!;
  program.child.kill('SIGTERM');
  succeeded('the stop', await program.ended());
}

function succeeded(what: string, { status, stderr }: Outcome): void {
  if (status !== 0) throw new Error(`${what} ended with status ${status}: ${stderr.slice(-1000)}`);
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Makes a day of the minutes since the last refresh: the program removes a replaced data set once that was a while ago. */
async function dayPasses(): Promise<void> {
  const sql = postgres(await stage.databaseUrl(), { max: 1 });
  await sql`update steamscope.data_sets set replaced_at = replaced_at - interval '1 day'`;
  await sql.end();
}

/** The sizes of the parts of the data folder. */
function disk(): string {
  const parts = { 'whole folder': '', 'data sets': 'postgres/base', 'write-ahead log': 'postgres/pg_wal' };
  const sizes = Object.entries(parts).map(
    ([name, part]) => `${name} ${shown(sizeOf(join(stage.dataFolder, part)))}`,
  );
  const log = join(stage.dataFolder, 'postgres.log');
  return `${sizes.join(', ')}, log of the server ${existsSync(log) ? statSync(log).size : 0} bytes`;
}

/** The bytes that a folder takes on the disk, as du counts them. */
function sizeOf(path: string): number {
  return 1024 * Number.parseInt(spawnSync('du', ['-sk', path], { encoding: 'utf8' }).stdout, 10);
}

/** The lines in the logs of all starts so far. */
function logged(): string {
  const lines = programs.flatMap(({ written }) => written.split('\n').filter((line) => line !== ''));
  const loud = lines.filter((line) => /"level":[456]0/.test(line)).length;
  return `${lines.length} lines of log (${Buffer.byteLength(lines.join('\n'))} bytes), ${loud} of them warnings or errors`;
}

function shown(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
