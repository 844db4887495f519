import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALLOWED, type LockFile, licencesPage, packagesByLicence } from '../scripts/licences/page.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const lock = JSON.parse(read('package-lock.json')) as LockFile;

describe('a dependency', () => {
  const table = read('docs/decisions.md').split('\n## Dependencies\n')[1] ?? '';
  const explained = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
  const all = Object.keys({ ...dependencies, ...devDependencies });

  test.each(all)('%s has its reason in docs/decisions.md', (name) => {
    expect(explained.filter((each) => each === name || name === `@types/${each}`)).not.toEqual([]);
  });

  test('that is gone has left no reason behind', () => {
    expect(explained.filter((name) => !all.includes(name))).toEqual([]);
  });
});

test('the lock file names no host, so that it serves with any registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test('packages that the program imports are installed with it, not only for development', () => {
  const files = ['src/', 'locales/'].flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => read(folder + file)),
  );
  const imported = files.flatMap((text) =>
    [...text.matchAll(/(?:\bfrom|\bimport\(|^import) ?'([^'.\s,][^'\s]*)'/gm)].map(([, name]) => name!),
  );
  const packages = new Set(
    imported
      .filter((name) => !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
  // Makes sure that the search above finds packages at all.
  for (const name of ['zod', 'discord.js', '@hono/node-server']) expect(packages).toContain(name);
  expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
});

describe('the licences', () => {
  test('of packages that the program runs ask for nothing that we do not give', () => {
    const licences = [...packagesByLicence(lock).keys()];
    expect(licences.filter((licence) => !ALLOWED.includes(licence))).toEqual([]);
  });

  test('are listed in docs/licences.md; npm run licences writes it', () => {
    expect(read('docs/licences.md')).toBe(licencesPage(lock));
  });

  test('are read from the lock file by name, without packages for development', () => {
    const packages = {
      '': { license: 'MIT' },
      'node_modules/b': { license: 'MIT' },
      'node_modules/@x/a': { license: 'MIT' },
      'node_modules/b/node_modules/c': { license: 'ISC' },
      'node_modules/d': {},
      'node_modules/e': { license: 'GPL-3.0', dev: true },
    };
    expect([...packagesByLicence({ packages })]).toEqual([
      ['ISC', ['c']],
      ['MIT', ['@x/a', 'b']],
      ['none', ['d']],
    ]);
  });
});
