/**
 * Tries the first steps of the README on this machine, with this Node and this npm, in a new data folder: the start with the sample, a
 * question in the terminal, a back-up, and the stop by a signal to npm, in every shell that there is.
 *
 *   npm run try:start
 *
 * Exit status 1, with the log of the program, where a step fails.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isWindows = process.platform === 'win32';
/** npm's own program; npm names it to its scripts. */
const NPM = process.env.npm_execpath ?? '';
/** Milliseconds that a step may take. */
const STEP_MS = 180_000;

/** The shells to start npm's scripts with; Windows has its own one. */
const SHELLS = isWindows ? [''] : ['/bin/dash', '/bin/bash'].filter((shell) => existsSync(shell));

const folder = await mkdtemp(join(tmpdir(), 'steamscope-try-'));
const dataFolder = join(folder, 'data');
/** The file in which the database server describes itself while it runs. */
const POSTMASTER = join(dataFolder, 'postgres', 'postmaster.pid');
let said = '';

/** The settings of the trial. They go before those in .env, so that nothing of an operator's is touched. */
const SETTINGS = {
  DATA_FOLDER: dataFolder,
  DATABASE_URL: '',
  DATABASE_DIRECT_URL: '',
  DISCORD_TOKEN: '',
  HTTP_PORT: '0',
};

/** Runs an npm script of the project. */
function npm(shell: string, script: string, ...args: string[]): ChildProcess {
  const own = shell === '' ? [] : [`--script-shell=${shell}`];
  const child = spawn(process.execPath, [NPM, 'run', '--silent', ...own, script, '--', ...args], {
    env: { ...process.env, ...SETTINGS },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return child;
}

/** Waits until the program has said something. @throws Error where it ends, or does not say it in time */
async function until(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  for (const deadline = Date.now() + STEP_MS; Date.now() < deadline; ) {
    const found = pattern.exec(said);
    if (found !== null) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not say ${pattern}`);
}

async function toEnd(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

async function tryShell(shell: string): Promise<void> {
  said = '';
  const program = npm(shell, 'start');
  let url = '';
  try {
    url = (await until(program, /Steamscope is at (http:[^\s"]+)/))[1]!;
    for (const deadline = Date.now() + STEP_MS; (await fetch(`${url}/readyz`)).status !== 200; ) {
      must(Date.now() < deadline, 'it was not ready in time');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (shell === SHELLS[0]) {
      must((await toEnd(npm(shell, 'ask', 'users-recommend', '--year', '2014'))) === 0, 'ask failed');
      const file = join(folder, 'backup.gz');
      must((await toEnd(npm(shell, 'backup', file))) === 0, 'backup failed');
      must((await stat(file)).size > 0, 'the back-up is empty');
    }
  } finally {
    // Windows has no such signal: there the whole tree of processes is ended, and the database server, which is not part of it.
    if (isWindows) {
      await toEnd(spawn('taskkill', ['/pid', String(program.pid), '/T', '/F']));
      process.kill(Number.parseInt(await readFile(POSTMASTER, 'utf8'), 10));
    } else program.kill('SIGTERM');
  }
  const status = await toEnd(program);
  const serves = await fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );
  must(!serves, 'npm has ended, and the program still serves');
  if (isWindows) return;
  must(status === 0, `npm ended with status ${status}`);
  must(!existsSync(POSTMASTER), 'its database server still runs');
}

try {
  for (const shell of SHELLS) {
    await tryShell(shell);
    console.log(
      `Node ${process.versions.node}, ${process.env.npm_config_user_agent?.split(' ')[0]}, ${shell || 'cmd'}: works`,
    );
  }
} catch (error) {
  console.error(said);
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}
