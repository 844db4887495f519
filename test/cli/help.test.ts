import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { HELP, helpOf, helpOfAll, type Verb } from '../../src/cli/help.ts';

const PROJECT = join(import.meta.dirname, '../..');
const VERBS = Object.keys(HELP) as Verb[];

describe.each(VERBS)('%s', (verb) => {
  test('its help says how to call it, and names options that it reads', async () => {
    const help = helpOf(verb);
    expect(help).toContain(`npm run ${verb}`);
    const code = await readFile(join(PROJECT, `src/cli/${verb}.ts`), 'utf8');
    const read = `${code}${await readFile(join(PROJECT, 'src/program/terminal/question-arguments.ts'), 'utf8')}`;
    for (const [, option] of help.matchAll(/^ {2}--(\S+)/gm)) {
      if (option !== 'help' && option !== 'version')
        expect(read).toMatch(new RegExp(`\\b${option}'?:? ?[{},=]`));
    }
  });

  test('its npm script replaces the shell, so that a signal to npm reaches the program', () => {
    expect(manifest.scripts[verb]).toBe(`exec node src/main.js ${verb}`);
  });
});

test('the help of the program names every verb', () => {
  for (const verb of VERBS) expect(helpOfAll()).toMatch(new RegExp(`^  ${verb} +[A-Z]`, 'm'));
});

test('start --help prints its help, and starts nothing', async () => {
  const folder = join(PROJECT, 'node_modules/.cache/no-such-data');
  const child = spawn(process.execPath, ['src/main.js', 'start', '--help'], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, DATA_FOLDER: folder },
  });
  expect(await text(child.stdout)).toBe(helpOf('start'));
  expect(existsSync(folder)).toBe(false);
});

test('an old Node.js is told what is missing, and nothing is started', async () => {
  const older = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})";
  const child = spawn(process.execPath, ['--import', older, 'src/main.js', 'start'], { cwd: PROJECT });
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(said).toMatch(/^Steamscope needs Node\.js 20\.19 or later, and this is 18\.20\.8\. [^\n]+\n$/);
  expect(child.exitCode).toBe(1);
});
