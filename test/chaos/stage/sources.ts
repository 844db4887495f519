import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Config } from '../../../src/config/config.ts';
import { readLines } from '../../../src/etl/sources/read/lines.ts';
import { openSource } from '../../../src/etl/sources/read/open-source.ts';

/**
 * Two states of the sources. B lacks some of A's users: too few for the gate to refuse it, enough for other answers.
 */
export type Variant = 'A' | 'B';

export const VARIANTS = ['A', 'B'] as const;

/** The variant that is not this one. */
export function other(variant: Variant): Variant {
  return variant === 'A' ? 'B' : 'A';
}

export const SOURCE_NAMES = ['games', 'libraries', 'reviews'] as const;

/** The paths of the raw files of both variants. */
export type Sources = Record<Variant, Config['sources']>;

/** B lacks one line in this many, of libraries and of reviews. */
const LACKING = 16;

/**
 * Writes the raw files of both variants into the folder. A file that needs no change stays where it is.
 *
 * @param copies how many times each user of the sample is written, each time under another name, so that a refresh lasts
 *   long enough to be hit; real files are taken as they are
 */
export async function makeSources(
  folder: string,
  { sources, invented }: Pick<Config, 'sources' | 'invented'>,
  copies: number,
): Promise<Sources> {
  const made = { A: { ...sources }, B: { ...sources } };
  for (const name of ['libraries', 'reviews'] as const) {
    for (const variant of VARIANTS) {
      if (variant === 'A' && !invented) continue;
      const path = join(folder, variant, basename(sources[name]));
      await mkdir(join(folder, variant), { recursive: true });
      let written = 0;
      await rewrite(sources[name], path, (line) => {
        const lines = invented ? Array.from({ length: copies }, (_, copy) => renamed(line, copy)) : [line];
        return variant === 'A' ? lines : lines.filter(() => ++written % LACKING !== 0);
      });
      made[variant][name] = path;
    }
  }
  return made;
}

/** The line of another user with the same library or reviews. Copy 0 is the user's own line. */
function renamed(line: string, copy: number): string {
  return copy === 0 ? line : line.replace(/(['"]user_id['"]: ['"][^'"]+)/, `$1_${copy}`);
}

async function rewrite(from: string, to: string, lines: (line: string) => string[]): Promise<void> {
  const packing = createGzip({ level: constants.Z_BEST_SPEED });
  await pipeline(readLines(openSource(from)), rewritten(lines), packing, createWriteStream(to));
}

function rewritten(lines: (line: string) => string[]) {
  return async function* (batches: ReturnType<typeof readLines>) {
    for await (const batch of batches) {
      yield batch
        .flatMap((line) => ('text' in line ? lines(line.text) : []))
        .map((line) => `${line}\n`)
        .join('');
    }
  };
}

/** Users of both variants, for questions about a user. */
export async function someUsers(sources: Sources, count: number): Promise<string[]> {
  const users: string[] = [];
  for await (const batch of readLines(openSource(sources.B.libraries))) {
    for (const line of batch) {
      const id = 'text' in line ? /['"]user_id['"]: ['"]([^'"]+)['"]/.exec(line.text)?.[1] : undefined;
      if (id !== undefined) users.push(id);
      if (users.length === count) return users;
    }
  }
  return users;
}
