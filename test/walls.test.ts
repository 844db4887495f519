import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const AGAINST = [
  ['src/database/a.ts', '../etl/tally.ts'],
  ['src/etl/a.ts', '../engine/data-set.ts'],
  ['src/etl/load/a.ts', '../../commands/contract/command.ts'],
  ['src/etl/b.ts', 'discord.js'],
  ['src/engine/a.ts', '../etl/tally.ts'],
  ['src/engine/analytics/a.ts', '../../commands/playtime-genre.ts'],
  ['src/engine/b.ts', 'node:fs/promises'],
  ['src/commands/a.ts', '../discord/client.ts'],
  ['src/commands/b.ts', '../database/connection.ts'],
  ['src/commands/c.ts', 'drizzle-orm'],
  ['src/http/a.ts', '../database/connection.ts'],
  ['src/http/b.ts', '../engine/data-set.ts'],
  ['src/discord/a.ts', '../database/connection.ts'],

  ['src/discord/c.ts', 'drizzle-orm'],
  ['src/discord/d.ts', '../config.ts'],
  ['src/discord/e.ts', '../cli/log.ts'],
  ['src/etl/c.ts', '../cli.ts'],
  ['src/engine/c.ts', 'fs'],
  ['src/metrics/a.ts', '../discord/interaction-event.ts'],
  ['src/metrics/b.ts', '../database/refresh-log.ts'],
  ['src/charts/a.ts', '../commands/contract/command.ts'],
  ['src/charts/b.ts', '../engine/data-set.ts'],
  ['src/charts/c.ts', '../database/connection.ts'],
  ['src/charts/d.ts', '../../locales/words.ts'],
  ['src/charts/e.ts', 'discord.js'],
  ['src/explore/a.ts', '../engine/data-set.ts'],
  ['src/explore/b.ts', '../etl/refresh.ts'],
  ['src/explore/c.ts', '../commands/contract/command.ts'],
  ['locales/a.ts', '../src/engine/data-set/data-set.ts'],
] as const;

const ALONG = [
  ['src/etl/along.ts', '../database/connection.ts'],
  ['src/engine/along.ts', '../database/schema/data-set.ts'],
  ['src/commands/along.ts', '../engine/data-set.ts'],
  ['src/charts/along.ts', 'echarts/core'],
  ['src/charts/also-along.ts', '../thread.ts'],
  ['src/commands/also-along.ts', '../charts/chart.ts'],
  ['src/discord/along.ts', '../commands/contract/command.ts'],
  ['src/discord/also-along.ts', 'discord.js'],
  ['src/cli/along.ts', '../etl/refresh.ts'],
] as const;

let folder: string;
let refused: Set<string>;

// A folder with the project's own rules and one import in each file: what does the linter say of them?
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steamscope-walls-'));
  await copyFile('biome.json', join(folder, 'biome.json'));
  for (const [file, module] of [...AGAINST, ...ALONG]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `import { x } from '${module}';\nexport const y = x;\n`);
  }
  const args = [
    'lint',
    '--vcs-enabled=false',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--colors=off',
    '.',
  ];
  const said = await new Promise<string>((resolve) => {
    execFile(join(process.cwd(), 'node_modules/.bin/biome'), args, { cwd: folder }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const files = said.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedImports/gm);
  refused = new Set(Array.from(files, ([, file]) => file!));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(AGAINST)('an import against the arrows fails the check: %s of %s', (file) => {
  expect(refused).toContain(file);
});

test.each(ALONG)('an import along the arrows passes it: %s of %s', (file) => {
  expect(refused).not.toContain(file);
});
