import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The entry of an installed package in package-lock.json. */
interface LockedPackage {
  version?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
}

/** The versions of the packages in the lock file, with this project's patches of them. */
export interface PackageVersions {
  /** A text that changes if one of the named packages, or a package that it depends on, changes. */
  of(names: Iterable<string>): string;
}

/**
 * Reads the lock file and the patches.
 *
 * @param project the folder that holds package-lock.json and patches
 */
export async function readPackageVersions(project: string): Promise<PackageVersions> {
  const { packages } = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const patches = await readPatches(join(project, 'patches'));
  return {
    of(names) {
      const found = new Map<string, string>();
      for (const name of names) collect(packages, patches, '', name, found);
      return [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('\n');
    },
  };
}

/**
 * Adds a package and all that it depends on to `found`, by the place where each is installed.
 *
 * @param from the place of the package that needs it; empty for the project itself
 */
function collect(
  packages: Record<string, LockedPackage>,
  patches: Record<string, string>,
  from: string,
  name: string,
  found: Map<string, string>,
): void {
  const place = placeOf(packages, from, name);
  const locked = place === null ? undefined : packages[place];
  if (place === null || locked === undefined || found.has(place)) return;
  const { version = '', integrity = '', dependencies = {} } = locked;
  found.set(place, `${version} ${integrity} ${patches[name] ?? ''}`);
  for (const needed of Object.keys(dependencies)) collect(packages, patches, place, needed, found);
}

/**
 * The place where Node finds a package: beside the package that needs it, or further up. Null if it is not installed.
 */
function placeOf(packages: Record<string, LockedPackage>, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === '') return null;
  }
}

/** Hashes of the patches by package name. The files of patch-package are called `name+version.patch`. */
async function readPatches(folder: string): Promise<Record<string, string>> {
  const patches: Record<string, string> = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.patch'))) {
    const name = file.slice(0, file.lastIndexOf('+')).replace('+', '/');
    patches[name] = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
  }
  return patches;
}
