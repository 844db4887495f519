import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../../scripts/structure/faults.ts';
import { readCode } from '../../scripts/structure/imports.ts';
import { dotOf, draw, shows } from '../../scripts/structure/picture.ts';
import { ANY_ORDER, ROOMS } from '../../scripts/structure/rooms.ts';

const AGAINST = [
  ['src/database/a.ts', '../etl/report/tally.ts'],
  ['src/etl/fit/a.ts', '../../engine/data-set/data-set.ts'],
  ['src/etl/build/load/a.ts', '../../../commands/contract/command.ts'],
  ['src/etl/fit/b.ts', 'discord.js'],
  ['src/engine/data-set/a.ts', '../../etl/report/tally.ts'],
  ['src/engine/analytics/a.ts', '../../commands/playtime-genre.ts'],
  ['src/engine/search/b.ts', 'node:fs/promises'],
  ['src/commands/a.ts', '../discord/client.ts'],
  ['src/commands/b.ts', '../database/connection.ts'],
  ['src/commands/c.ts', 'drizzle-orm'],
  ['src/http/a.ts', '../database/connection.ts'],
  ['src/http/b.ts', '../engine/analytics/genres.ts'],
  ['src/discord/a.ts', '../database/connection.ts'],
  ['src/discord/b.ts', '../engine/analytics/playtime-genre.ts'],
  ['src/discord/c.ts', 'drizzle-orm'],
  ['src/discord/d.ts', '../config/config.ts'],
  ['src/discord/e.ts', '../cli/start.ts'],
  ['src/etl/fit/c.ts', '../../cli.ts'],
  ['src/engine/search/c.ts', 'fs'],
  ['src/metrics/a.ts', '../discord/interaction-event.ts'],
  ['src/metrics/b.ts', '../database/refresh-log.ts'],
  ['src/charts/a.ts', '../commands/contract/command.ts'],
  ['src/charts/b.ts', '../engine/data-set/data-set.ts'],
  ['src/charts/c.ts', '../database/connection.ts'],
  ['src/charts/d.ts', '../../locales/words.ts'],
  ['src/charts/e.ts', 'discord.js'],
  ['src/explore/a.ts', '../engine/data-set/data-set.ts'],
  ['src/explore/b.ts', '../etl/refresh/refresh.ts'],
  ['src/explore/c.ts', '../commands/contract/command.ts'],
  ['locales/a.ts', '../src/engine/data-set/data-set.ts'],

  ['src/platform/a.ts', '../config/config.ts'],
  ['src/platform/b.ts', 'discord.js'],
  ['src/config/a.ts', '../database/connection.ts'],
  ['src/database/schema/a.ts', '../../config/config.ts'],
  ['src/database/embedded/a.ts', '../backup/format.ts'],
  ['src/steam/a.ts', '../database/connection.ts'],
  ['src/steam/b.ts', '@discordjs/rest'],
  ['src/steam/c.ts', 'postgres'],
  ['src/etl/sources/read/a.ts', '../../build/build.ts'],
  ['src/etl/sources/steam-dump/clean/a.ts', '../parse/parse.ts'],
  ['src/engine/search/a.ts', '../recommender/recommend-user.ts'],
  ['src/community/a.ts', '../commands/contract/command.ts'],
  ['src/community/b.ts', '../engine/data-set/data-set.ts'],
  ['src/community/c.ts', 'discord.js'],
  ['src/commands/contract/a.ts', '../message/fit-reply.ts'],
  ['src/commands/message/a.ts', '../picks/picks-reply.ts'],
  ['src/commands/message/b.ts', '../help.ts'],
  ['src/commands/d.ts', '@discordjs/rest'],
  ['src/commands/e.ts', 'node:net'],
  ['src/discord/f.ts', '../http/server.ts'],
  ['src/http/c.ts', '../discord/client.ts'],
  ['src/http/d.ts', '../config/config.ts'],
  ['src/http/preview/a.ts', 'postgres'],
  ['src/evaluate/a.ts', '../commands/contract/command.ts'],
  ['src/evaluate/b.ts', '../etl/refresh/refresh.ts'],
  ['src/program/a.ts', '../cli/start.ts'],
  ['src/program/doctor/a.ts', '../program.ts'],
  ['src/cli/a.ts', '../cli.ts'],
  ['src/cli/b.ts', '../../test/support/program.ts'],
  ['bench/a.ts', '../scripts/structure/rooms.ts'],
  ['bench/harness/a.ts', '../run.ts'],
  ['scripts/sample/a.ts', '../make-sample.ts'],
] as const;

const ALONG = [
  ['src/etl/fit/along.ts', '../../database/connection.ts'],
  ['src/engine/data-set/along.ts', '../../database/schema/data-set.ts'],
  ['src/commands/along.ts', '../engine/data-set/data-set.ts'],
  ['src/charts/along.ts', 'echarts/core'],
  ['src/charts/also-along.ts', '../platform/thread.ts'],
  ['src/commands/also-along.ts', '../charts/chart.ts'],
  ['src/discord/along.ts', '../commands/contract/command.ts'],
  ['src/discord/also-along.ts', 'discord.js'],
  ['src/cli/along.ts', '../etl/refresh/refresh.ts'],

  ['src/discord/along-too.ts', '../engine/data-set/question-error.ts'],
  ['src/http/along.ts', '../engine/data-set/question-error.ts'],
  ['src/community/along.ts', '../steam/client.ts'],
  ['src/commands/picks/along.ts', '../names/game-names.ts'],
  ['src/etl/build/along.ts', '../fit/fit-models.ts'],
  ['src/evaluate/along.ts', '../etl/fit/fit-models.ts'],
  ['src/program/along.ts', '../discord/bot.ts'],
  ['bench/along.ts', '../test/support/database.ts'],
  ['test/engine/along.test.ts', '../../src/engine/data-set/data-set.ts'],
] as const;

/** The folders of projects that tests have made. */
const projects: string[] = [];
afterAll(() => Promise.all(projects.map((folder) => rm(folder, { recursive: true }))));

async function project(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'steamscope-structure-'));
  projects.push(root);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

async function faults(files: Record<string, string>): Promise<string[]> {
  return faultsOf(readCode(await project(files)));
}

describe('an import', () => {
  let refused: Set<string>;

  // One project for all of these tests, with one import in each file.
  beforeAll(async () => {
    const files = [...AGAINST, ...ALONG].map(([file, name]) => [file, `\nimport { x } from '${name}';\n`]);
    const lines = await faults(Object.fromEntries(files));
    refused = new Set(lines.flatMap((line) => /^(\S+):2 imports /.exec(line)?.[1] ?? []));
  });

  test.each(AGAINST)('against the table of rooms is a fault: %s of %s', (file) => {
    expect(refused).toContain(file);
  });

  test.each(ALONG)('allowed by the table of rooms is no fault: %s of %s', (file) => {
    expect(refused).not.toContain(file);
  });

  test.each([
    ['a value', `import { x } from '../discord/client.ts';`],
    ['a type', `import type { X } from '../discord/client.ts';`],
    ['a type among values', `import { type X } from '../discord/client.ts';`],
    ['nothing but the effect', `import '../discord/client.ts';`],
    ['passed on', `export { x } from '../discord/client.ts';`],
    ['passed on as a type', `export type { X } from '../discord/client.ts';`],
    ['passed on whole', `export * from '../discord/client.ts';`],
    ['at run time', `const x = await import('../discord/client.ts');`],
    ['the type of a file', `type X = import('../discord/client.ts').X;`],
    ['a thread', `new Worker(new URL('../discord/client.ts', import.meta.url));`],
  ])('is found however it is written: %s', async (_, line) => {
    expect(await faults({ 'src/platform/a.ts': `// A comment.\n${line}\n` })).toEqual([
      'src/platform/a.ts:2 imports src/discord/client.ts: src/platform may import nothing of ours',
    ]);
  });

  test('is not found in a text or a comment', async () => {
    const text = `// import { x } from '../discord/a.ts';\nexport const x = "import { x } from '../discord/a.ts'";\n`;
    expect(await faults({ 'src/platform/a.ts': text })).toEqual([]);
  });

  test('of a file outside all rooms is a fault, of data it is none', async () => {
    const text = `import '../../vitest.config.ts';\nimport '../../package.json' with { type: 'json' };\n`;
    expect(await faults({ 'src/cli/a.ts': text })).toEqual([
      'src/cli/a.ts:1 imports vitest.config.ts: it is in no room',
    ]);
  });
});

describe('a new folder', () => {
  test.each([
    ['src/votes/a.ts', 'src/votes is in no room: give it a row in scripts/structure/rooms.ts'],
    ['src/a.ts', 'src is in no room: give it a row in scripts/structure/rooms.ts'],
    [
      'src/engine/groups/a.ts',
      'src/engine/groups has no place in src/engine: give it one in scripts/structure/rooms.ts',
    ],
    [
      'src/engine/search/deep/a.ts',
      'src/engine/search/deep has no place in src/engine: give it one in scripts/structure/rooms.ts',
    ],
    [
      'src/discord/voice/a.ts',
      'src/discord/voice has no place in src/discord: give it one in scripts/structure/rooms.ts',
    ],
  ])('has to join the table: %s', async (file, fault) => {
    expect(await faults({ [file]: 'export const x = 1;\n' })).toEqual([fault]);
  });

  test('of tests joins by itself', async () => {
    expect(await faults({ 'test/votes/deep/a.test.ts': 'export const x = 1;\n' })).toEqual([]);
  });
});

describe('a circle', () => {
  const importing = (name: string) => `import { x } from '${name}';\n`;

  test('of files is found, in tests too', async () => {
    expect(
      await faults({
        'test/a.ts': importing('./b.ts'),
        'test/b.ts': importing('./c.ts'),
        'test/c.ts': importing('./a.ts'),
        'test/d.ts': importing('./a.ts'),
      }),
    ).toEqual(['test/a.ts → test/b.ts → test/c.ts → test/a.ts: a circle of imports']);
  });

  test('of types alone counts', async () => {
    expect(
      await faults({
        'src/charts/a.ts': "import type { B } from './b.ts';\n",
        'src/charts/b.ts': "export type { A } from './a.ts';\n",
      }),
    ).toEqual(['src/charts/a.ts → src/charts/b.ts → src/charts/a.ts: a circle of imports']);
  });

  test('of a file with itself counts', async () => {
    expect(await faults({ 'src/charts/a.ts': importing('./a.ts') })).toEqual([
      'src/charts/a.ts → src/charts/a.ts: a circle of imports',
    ]);
  });

  test('of folders is found although no file is in one', async () => {
    expect(
      await faults({
        'test/one/a.ts': importing('../two/a.ts'),
        'test/two/a.ts': 'export const x = 1;\n',
        'test/two/b.ts': importing('../one/b.ts'),
        'test/one/b.ts': 'export const x = 1;\n',
      }),
    ).toEqual(['test/one → test/two → test/one: a circle of folders']);
  });

  test('does not count if a thread reads the types of the file that starts it', async () => {
    expect(
      await faults({
        'src/charts/a.ts': "new Worker(new URL('./b.ts', import.meta.url));\n",
        'src/charts/b.ts': "import type { A } from './a.ts';\n",
      }),
    ).toEqual([]);
  });
});

test('by the table, every arrow of the program points one way', () => {
  const names = Object.keys(ROOMS);
  const tools = ['scripts', 'bench', 'test'];
  for (const [place, [room, { imports, inside }]] of Object.entries(ROOMS).entries()) {
    if (tools.includes(room)) continue;
    const above = names.slice(0, place);
    const wrong = imports.filter(
      (each) => !above.some((name) => each === name || each.startsWith(`${name}/`)),
    );
    expect([room, wrong, inside === ANY_ORDER]).toEqual([room, [], false]);
  }
});

describe('the check', () => {
  const check = (root: string) =>
    new Promise<{ status: number; said: string }>((resolve) => {
      const args = ['--import', 'tsx', 'scripts/structure.ts', '--check', root];
      execFile(process.execPath, args, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code), said: stdout + stderr }),
      );
    });

  test('fails with a line for each fault', async () => {
    const root = await project({ 'src/discord/a.ts': "\n\nimport postgres from 'postgres';\n" });
    expect(await check(root)).toEqual({
      status: 1,
      said: 'src/discord/a.ts:3 imports postgres: src/discord does without this package\n',
    });
  });

  test('fails if the picture differs from the imports, and passes if it does not', async () => {
    const root = await project({ 'src/config/a.ts': "import { x } from '../platform/x.ts';\n" });
    const picture = join(root, 'docs/pictures/folders.svg');
    await mkdir(dirname(picture), { recursive: true });
    await writeFile(picture, await draw(dotOf([])));
    expect(await check(root)).toEqual({
      status: 1,
      said: 'docs/pictures/folders.svg is not what the imports say: npm run structure draws it anew\n',
    });
    await writeFile(picture, await draw(dotOf(readCode(root).imports)));
    expect(await check(root)).toEqual({ status: 0, said: '' });
  });
});

describe('the picture of the folders', () => {
  test('leaves out an arrow that follows from others, and frames the folders of a room', async () => {
    const root = await project({
      'src/config/a.ts': "import '../platform/a.ts';\n",
      'src/engine/data-set/a.ts': "import '../search/a.ts';\nimport '../../platform/a.ts';\n",
      'src/engine/search/a.ts': "import '../../platform/a.ts';\n",
      'test/a.ts': "import '../src/platform/a.ts';\n",
    });
    const dot = dotOf(readCode(root).imports);
    expect(Array.from(dot.matchAll(/"(\S+)" -> "(\S+)"/g), ([, from, to]) => [from, to])).toEqual([
      ['src/config', 'src/platform'],
      ['src/engine/data-set', 'src/engine/search'],
      ['src/engine/search', 'src/platform'],
    ]);
    expect(Array.from(dot.matchAll(/subgraph "cluster (\S+)"/g), ([, room]) => room)).toEqual(['src/engine']);
    const svg = await draw(dot);
    expect(shows(svg, dot)).toBe(true);
    expect(svg).toMatch(/>search<\/text>/);
  });

  test('is in docs/architecture.md', async () => {
    expect(await readFile('docs/architecture.md', 'utf8')).toContain('](pictures/folders.svg)');
  });
});
