/**
 * The time from the command to a ready program with data: `npm start` until `/readyz` answers 200, and `npm run ask` with
 * one question. The yardstick is Node with tsx and nothing to do.
 *
 *   npm run bench -- start
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { figure } from './harness/figure.ts';
import { loadedFolder } from './harness/loaded-folder.ts';
import { DATA } from './harness/raw-data.ts';
import { report } from './harness/report.ts';
import { ratios } from './harness/statistics.ts';

const ROUNDS = 5;
const LOOK_EVERY_MS = 10;

const { PATH, HOME } = process.env;
const folder = await loadedFolder();
const settings = { PATH, HOME, DATA_FOLDER: folder.path, HTTP_PORT: '0' };
const seconds: Record<'start' | 'ask' | 'nothing', number[]> = { start: [], ask: [], nothing: [] };
try {
  for (let round = 0; round <= ROUNDS; round++) {
    const times = { nothing: await untilEnd(nothing), start: await untilReady(), ask: await untilEnd(ask) };
    // The first round fills the caches of the disk and is not counted.
    if (round === 0) continue;
    for (const name of ['start', 'ask', 'nothing'] as const) seconds[name].push(times[name]);
  }
} finally {
  await folder.remove();
}
report(DATA, [
  figure('time of npm start until ready / nothing', '×', ratios(seconds.start, seconds.nothing)),
  figure('time of ask / nothing', '×', ratios(seconds.ask, seconds.nothing)),
  figure('npm start until ready', 's', seconds.start, { aim: 3 }),
  figure('npm run ask', 's', seconds.ask, { aim: 1.5 }),
  figure('Node with tsx and nothing to do', 's', seconds.nothing),
]);

function nothing(): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--eval', '0'], {
    stdio: 'ignore',
  });
}

function ask(): ChildProcess {
  const args = ['run', '--silent', 'ask', '--', 'users-recommend', '--year', '2015', '--json'];
  return spawn('npm', args, { env: settings, stdio: 'ignore' });
}

async function untilEnd(begin: () => ChildProcess): Promise<number> {
  const started = performance.now();
  const [status] = await once(begin(), 'close');
  if (status !== 0) throw new Error(`The command ended with status ${status}.`);
  return (performance.now() - started) / 1000;
}

async function untilReady(): Promise<number> {
  const started = performance.now();
  // A process group of its own, so that npm and its child get the same signal to end.
  const child = spawn('npm', ['start', '--silent'], {
    env: settings,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const closed = once(child, 'close');
  let said = '';
  child.stderr!.on('data', (text) => {
    said += text;
  });
  try {
    for (;;) {
      const page = /Steamscope is at (http:[^\s"]+)/.exec(said)?.[1];
      if (page !== undefined && (await fetch(`${page}/readyz`)).ok)
        return (performance.now() - started) / 1000;
      if (child.exitCode !== null) throw new Error(`npm start ended: ${said.slice(-500)}`);
      await delay(LOOK_EVERY_MS);
    }
  } finally {
    process.kill(-child.pid!, 'SIGTERM');
    await closed;
  }
}
