import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A block of code in CONTRIBUTING.md, and the file that the paragraph before it names. */
interface Example {
  file: string;
  code: string;
}

/** The parts of the project that the examples need, beside its packages. */
const PARTS = ['bench', 'drizzle', 'locales', 'sample', 'scripts', 'src', 'test'];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  'drizzle.config.ts',
];

let project: string;
let examples: Example[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'steamscope-contributing-'));
  for (const part of [...PARTS, ...SETTINGS]) await cp(part, join(project, part), { recursive: true });
  await cp('patches', join(project, 'patches'), { recursive: true });
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
  examples = examplesOf(await readFile('CONTRIBUTING.md', 'utf8'));
  for (const example of examples) await apply(example);
});
afterAll(() => rm(project, { recursive: true, force: true }));

test('CONTRIBUTING.md has worked examples of a question, a command and a language', () => {
  expect(examples.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^src\/engine\/analytics\//),
      expect.stringMatching(/^test\/engine\/analytics\//),
      expect.stringMatching(/^src\/commands\/[^/]+\.ts$/),
      expect.stringMatching(/^test\/commands\//),
      expect.stringMatching(/^locales\/[^/]+\/language\.ts$/),
    ]),
  );
});

test('they compile', async () => {
  expect(await run('tsc', ['--noEmit'])).toEqual({ failed: false, said: '' });
});

test('their own tests pass', async () => {
  const tests = examples.map(({ file }) => file).filter((file) => file.endsWith('.test.ts'));
  const { failed, said } = await run('vitest', ['run', '--project', 'unit', ...tests]);
  expect(said).toContain(`${tests.length} passed`);
  expect(failed, said).toBe(false);
}, 180_000);

/** The blocks of TypeScript, each with the first path that the paragraph before it names. */
function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```ts\n(?<code>.*?)^```$/gmsu)].map(({ index, groups }) => {
    const before = page.slice(0, index).trimEnd().split('\n\n').at(-1)!;
    const file = [...before.matchAll(/`((?:src|test|locales)\/[\w/.-]+\.ts)`/g)][0]?.[1];
    if (file === undefined) throw new Error(`No file is named before a block of code: ${before}`);
    return { file, code: groups!.code! };
  });
}

/** Writes an example into the copy: a file of its own, lines of a list, or entries of the object that a file exports. */
async function apply({ file, code }: Example): Promise<void> {
  const path = join(project, file.replaceAll('/', sep));
  await mkdir(dirname(path), { recursive: true });
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === null) return writeFile(path, code);
  if (/^\S/.test(code)) return writeFile(path, there + code);
  const end = there.lastIndexOf('\n}');
  return writeFile(path, `${there.slice(0, end)}\n${code.trimEnd()}${there.slice(end)}`);
}

function run(program: string, args: readonly string[]): Promise<{ failed: boolean; said: string }> {
  return new Promise((done) => {
    execFile(
      join(project, 'node_modules/.bin', program),
      args,
      { cwd: project, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => done({ failed: error !== null, said: stdout + stderr }),
    );
  });
}
