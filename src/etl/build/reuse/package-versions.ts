import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What package-lock.json says of an installed package. */
interface LockedPackage {
  version?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
}

/** The packages of the lock file, and what this project patches in them. */
export interface PackageVersions {
  /** A text that changes when one of the packages changes, or one that they depend on. */
  of(names: Iterable<string>): string;
}

/** @param project the folder that holds package-lock.json and patches */
export async function readPackageVersions(project: string): Promise<PackageVersions> {
  const { packages } = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const patches = await readPatches(join(project, 'patches'));
  return {
    of(names) {
      const found = new Map<string, string>();
      for (const name of names) follow(packages, patches, '', name, found);
      return [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('\n');
    },
  };
}

/** Notes a package and all that it depends on, each by where it is installed. @param from where the package is that needs it */
function follow(
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
  for (const needed of Object.keys(dependencies)) follow(packages, patches, place, needed, found);
}

/** Where Node finds a package: beside the one that needs it, or further up. */
function placeOf(packages: Record<string, LockedPackage>, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === '') return null;
  }
}

/** A hash of what is patched, by the package's name; patch-package calls its files `name+version.patch`. */
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
