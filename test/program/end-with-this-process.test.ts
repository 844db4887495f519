import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { isGone } from '../database/embedded/programs.ts';
import { Program } from '../support/program.ts';

// Programs that tests start must end with them, whatever happens.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const SUPPORT = fileURLToPath(new URL('../support/end-with-this-process.ts', import.meta.url));

test('a child of a test process that is killed ends too', async () => {
  const killed = spawn(process.execPath, [
    ...['--import', TSX, '--input-type=module', '--eval'],
    `import { spawn } from 'node:child_process';
    import { endChildWithThisProcess } from ${JSON.stringify(SUPPORT)};
    const child = spawn('sleep', ['600'], { stdio: 'ignore' });
    endChildWithThisProcess(child);
    console.log(child.pid);`,
  ]);
  onTestFinished(() => void killed.kill('SIGKILL'));
  const [line] = (await once(killed.stdout, 'data')) as [Buffer];
  killed.kill('SIGKILL');
  await isGone(Number(line.toString()));
});

let forgotten: Program;

test('a test may forget a program', () => {
  // The open input keeps a batch alive.
  forgotten = new Program(['ask', '--batch'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, null);
  expect(Program.running).toContain(forgotten);
});

test('… which has ended before the next test begins', () => {
  expect(forgotten.child.exitCode ?? forgotten.child.signalCode).not.toBeNull();
  expect(Program.running.size).toBe(0);
});
