import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeVersions, type Stage } from '../../../../src/etl/build/reuse/code-version.ts';

const STAGES: Stage[] = ['libraries', 'rollups', 'judgements', 'models', 'whole'];

let project: string;
let before: Record<Stage, string>;
beforeAll(async () => {
  project = `${await mkdtemp(join(tmpdir(), 'steamscope-code-'))}/`;
  for (const place of ['src', 'drizzle', 'patches', 'package-lock.json', 'README.md']) {
    await cp(place, join(project, place), { recursive: true });
  }
  before = await codeVersions(project);
});
afterAll(() => rm(project, { recursive: true }));

/** The stages whose version differs after `change`, which is undone again. */
async function changedBy(file: string, change: (text: string) => string): Promise<Stage[]> {
  const path = join(project, file);
  const text = await readFile(path, 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFile(path, change(text));
  try {
    const after = await codeVersions(project);
    return STAGES.filter((stage) => after[stage] !== before[stage]);
  } finally {
    await writeFile(path, text);
  }
}

/** Adds a statement that runs when the module is imported, so that the change cannot be overlooked. */
const executed = (text: string) => `${text}\nglobalThis.name = 'another';\n`;

test('the same code has the same versions in every folder', async () => {
  const versions = await codeVersions();
  expect(Object.keys(versions).sort()).toEqual([...STAGES].sort());
  for (const version of Object.values(versions)) expect(version).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(Object.values(versions)).size).toBe(STAGES.length);
  expect(versions).toEqual(before);
});

test.each<[string, string, Stage[]]>([
  ['the reading of games', 'src/etl/sources/steam-dump/games.ts', ['libraries', 'whole']],
  ['the check of libraries', 'src/etl/sources/steam-dump/validate/library.ts', ['libraries', 'whole']],
  ['the reading of a price', 'src/etl/sources/steam-dump/clean/price.ts', ['libraries', 'whole']],
  ['the loading of libraries', 'src/etl/build/load/libraries.ts', ['libraries', 'whole']],
  ['the profile of columns', 'src/etl/report/column-profile.ts', ['libraries', 'whole']],
  [
    'the reading of Python literals',
    'src/etl/sources/steam-dump/parse/python-literal.ts',
    ['libraries', 'whole'],
  ],
  ['the reading of reviews', 'src/etl/sources/steam-dump/reviews.ts', ['whole']],
  ['the loading of reviews', 'src/etl/build/load/reviews.ts', ['whole']],
  ['the judging of texts', 'src/etl/judge/sentiment.ts', ['judgements', 'whole']],
  ['the rollups', 'src/etl/build/derive/rollups.ts', ['rollups', 'whole']],
  ['the summary', 'src/etl/build/derive/summary.ts', ['whole']],
  ['a fit', 'src/etl/fit/ease.ts', ['models', 'whole']],
  ['the thread of a fit', 'src/etl/fit/fit-worker.ts', ['models', 'whole']],
  ['the thread of an inversion', 'src/etl/fit/invert-worker.ts', ['models', 'whole']],
  ['the classification of games', 'src/etl/classify/adult.ts', ['models', 'whole']],
  ['the packing of models', 'src/database/packed-weights.ts', ['models', 'whole']],
  ['the start of threads', 'src/platform/thread.ts', ['models', 'whole']],
  ['the copying of rows', 'src/database/driver/copy.ts', ['libraries', 'models', 'whole']],
  [
    'the splitting of developers',
    'src/etl/sources/steam-dump/clean/developers.ts',
    ['libraries', 'models', 'whole'],
  ],
  ['a command', 'src/commands/help.ts', []],
  ['the gate', 'src/etl/publish/gate.ts', []],
  ['the download of files', 'src/etl/sources/download/download.ts', []],
])('a change of %s gives another version to the stages that run it: %s', async (_, file, stages) => {
  expect(await changedBy(file, executed)).toEqual(stages);
});

test.each([
  'src/etl/build/build-data-set.ts',
  'src/etl/fit/ease.ts',
  'src/etl/judge/sentiment.ts',
  'src/etl/sources/steam-dump/libraries.ts',
])('comments, white space and types don’t change a version: %s', async (file) => {
  const untouched = (text: string) =>
    `// A remark.\n${text.replaceAll(';\n', ' ;\n\n').replaceAll('/** ', '/** Now ')}\nexport interface Another { of: string }\n`;
  expect(await changedBy(file, untouched)).toEqual([]);
});

test('a file that the code reads at run time counts as code, and all such files are known', async () => {
  const others = (await readdir('src/etl', { recursive: true })).filter((file) =>
    /\.(?!ts$|wat$)\w+$/.test(file),
  );
  expect(others).toEqual(['fit/product-kernel.wasm']);
  const path = join(project, 'src/etl', others[0]!);
  const bytes = await readFile(path);
  await writeFile(path, Buffer.concat([bytes, Buffer.alloc(1)]));
  const after = await codeVersions(project);
  await writeFile(path, bytes);
  expect(STAGES.filter((stage) => after[stage] !== before[stage])).toEqual(['models', 'whole']);
});

test('a constant, a text and a regular expression count as code', async () => {
  expect(await changedBy('src/etl/fit/fit-aside.ts', (text) => text.replace('100_000', '100_001'))).toEqual([
    'models',
    'whole',
  ]);
  expect(
    await changedBy('src/etl/build/derive/rollups.ts', (text) => text.replace('minutes > 0', 'minutes > 1')),
  ).toEqual(['rollups', 'whole']);
  expect(
    await changedBy('src/etl/sources/steam-dump/clean/release-year.ts', (text) =>
      text.replace('19[7-9]', '19[6-9]'),
    ),
  ).toEqual(['libraries', 'whole']);
});

test('a package counts for the stages that import it, with the packages that it depends on', async () => {
  const another = (name: string) => (text: string) =>
    text.replace(new RegExp(`("node_modules/${name}": \\{\\s*"version": ")`), '$1999.');
  expect(await changedBy('package-lock.json', another('vader-sentiment'))).toEqual(['judgements', 'whole']);
  expect(await changedBy('package-lock.json', another('zod'))).toEqual(['libraries', 'whole']);
  expect(await changedBy('package-lock.json', another('postgres'))).toEqual(STAGES);
  expect(await changedBy('package-lock.json', another('discord.js'))).toEqual([]);
});

test('a patch of a package counts like the package', async () => {
  const [patch] = ['patches/postgres+3.4.9.patch'];
  expect(await changedBy(patch, (text) => `${text}\n`)).toEqual(STAGES);
});

test('the shape of a data set’s tables counts for all stages, that of other tables for none', async () => {
  const statement = (sql: string) => (text: string) => `${text}--> statement-breakpoint\n${sql}\n`;
  const migration = 'drizzle/0005_exploring.sql';
  expect(
    await changedBy(migration, statement('ALTER TABLE "steamscope_template"."games" ADD COLUMN "x" text;')),
  ).toEqual(STAGES);
  expect(
    await changedBy(migration, statement('ALTER TABLE "steamscope"."refreshes" ADD COLUMN "x" text;')),
  ).toEqual([]);
});

test('a file that nothing imports changes no version', async () => {
  await appendFile(join(project, 'README.md'), '\n');
  await writeFile(join(project, 'src/etl/judge/another.ts'), 'export const another = 1;\n');
  expect(await codeVersions(project)).toEqual(before);
});
