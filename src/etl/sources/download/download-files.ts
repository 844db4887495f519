import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SourceName } from '../../../database/schema/sources.ts';

const versionSchema = z.object({
  /** SHA-256 of the address, which may hold a password. */
  address: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** In bytes; null where the server did not say, or until the whole file is there. */
  size: z.number().nullable(),
});

/** Which version of which address a file holds. */
export type FileVersion = z.infer<typeof versionSchema>;

/** Where the download of a source lies. */
export function downloadPath(dataFolder: string, name: SourceName): string {
  return join(dataFolder, 'downloads', name);
}

/** What names an address on the disk. */
function addressHash(address: URL): string {
  return createHash('sha256').update(address.href).digest('hex');
}

/**
 * The files of one download. `path` is always a whole, verified file; `path.part` is one that is still coming. Beside
 * each lies a `.json` that says which version it is; a file without one is of no version, and is not used.
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

  /** The version of the whole file; null where there is none of this address. */
  async whole(): Promise<FileVersion | null> {
    const version = await this.#version(this.path);
    return version !== null && version.size === (await sizeOf(this.path)) ? version : null;
  }

  /** What has come of a file so far; null where there is nothing of this address. */
  async part(): Promise<{ version: FileVersion; have: number } | null> {
    const version = await this.#version(this.partPath);
    const have = await sizeOf(this.partPath);
    return version !== null && have !== null && have > 0 ? { version, have } : null;
  }

  /** An empty part of a version, open for appending. */
  async begin(version: Omit<FileVersion, 'address'>): Promise<FileHandle> {
    await mkdir(dirname(this.path), { recursive: true });
    await this.dropPart();
    const file = await open(this.partPath, 'w');
    await writeVersion(this.partPath, { ...version, address: this.#address });
    return file;
  }

  /** The part, open for appending. */
  resume(): Promise<FileHandle> {
    return open(this.partPath, 'a');
  }

  async dropPart(): Promise<void> {
    // Its version first: what is left if this is killed is of no version.
    await rm(`${this.partPath}.json`, { force: true });
    await rm(this.partPath, { force: true });
  }

  /** Makes a verified part the whole file. Killed in between, it leaves a file of no version, which is loaded anew. */
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

async function writeVersion(path: string, version: FileVersion): Promise<void> {
  const file = await open(`${path}.json.new`, 'w');
  try {
    await file.writeFile(JSON.stringify(version));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.json.new`, `${path}.json`);
  const folder = await open(dirname(path));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}
