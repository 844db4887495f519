import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SourceName } from '../../../database/schema/sources.ts';
import { syncFolder } from '../../../platform/sync-folder.ts';

const versionSchema = z.object({
  /** SHA-256 of the address, as hex. The address itself may hold a password. */
  address: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Size in bytes; null if the server did not announce it and the file is not complete yet. */
  size: z.number().nullable(),
});

/** The address that a file was downloaded from, and the version that the server had. */
export type FileVersion = z.infer<typeof versionSchema>;

/** The path of the downloaded file of a source. */
export function downloadPath(dataFolder: string, name: SourceName): string {
  return join(dataFolder, 'downloads', name);
}

/** An address in a form that may be written to the disk: SHA-256, as hex. */
function addressHash(address: URL): string {
  return createHash('sha256').update(address.href).digest('hex');
}

/**
 * The files of one download on the disk. The file at `path` is always complete and verified; the one at
 * `path.part` is still being downloaded. Each has a `.json` file beside it that holds its version. A file
 * without a version is ignored.
 */
export class DownloadFiles {
  readonly path: string;
  readonly partPath: string;
  readonly #address: string;

  constructor(path: string, address: URL) {
    this.path = path;
    this.partPath = `${path}.part`;
    this.#address = addressHash(address);
  }

  /** The version of the complete file; null if there is no such file of this address. */
  async whole(): Promise<FileVersion | null> {
    const version = await this.#version(this.path);
    return version !== null && version.size === (await sizeOf(this.path)) ? version : null;
  }

  /** The version and the size in bytes of the partial file; null if there is no such file of this address. */
  async part(): Promise<{ version: FileVersion; have: number } | null> {
    const version = await this.#version(this.partPath);
    const have = await sizeOf(this.partPath);
    return version !== null && have !== null && have > 0 ? { version, have } : null;
  }

  /** Makes the folder of the downloads, which only its owner may read: they hold the writing of people. */
  async makeFolder(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
  }

  /** Starts a new partial file, empty and open for appending. */
  async begin(version: Omit<FileVersion, 'address'>): Promise<FileHandle> {
    await this.makeFolder();
    await this.dropPart();
    const file = await open(this.partPath, 'w', 0o600);
    await writeVersion(this.partPath, { ...version, address: this.#address });
    return file;
  }

  /** The existing partial file, open for appending. */
  resume(): Promise<FileHandle> {
    return open(this.partPath, 'a');
  }

  /** Deletes the partial file, if there is one. */
  async dropPart(): Promise<void> {
    // The version is deleted first: if the process is killed in between, the partial file has no version and is
    // ignored.
    await rm(`${this.partPath}.json`, { force: true });
    await rm(this.partPath, { force: true });
  }

  /**
   * Turns the verified partial file into the complete one. If the process is killed in between, the file has no
   * version and is downloaded again.
   *
   * @param size bytes of the file
   */
  async keep(version: Omit<FileVersion, 'address'>, size: number): Promise<void> {
    await rm(`${this.path}.json`, { force: true });
    await rename(this.partPath, this.path);
    await rm(`${this.partPath}.json`, { force: true });
    await writeVersion(this.path, { ...version, size, address: this.#address });
  }

  async #version(path: string): Promise<FileVersion | null> {
    try {
      const version = versionSchema.parse(JSON.parse(await readFile(`${path}.json`, 'utf8')));
      return version.address === this.#address ? version : null;
    } catch {
      return null;
    }
  }
}

/** Writes the version of a file beside it. The file is replaced as a whole and synced, so it survives a power cut. */
async function writeVersion(path: string, version: FileVersion): Promise<void> {
  const file = await open(`${path}.json.new`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(version));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.json.new`, `${path}.json`);
  await syncFolder(dirname(path));
}

/** The size of a file in bytes; null if it does not exist or is not a regular file. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}
