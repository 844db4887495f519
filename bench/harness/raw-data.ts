import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCE_SETTING_LIST } from '../../src/config/source-settings.ts';
import type { PerSource, SourceName } from '../../src/database/schema/sources.ts';
import { readLines } from '../../src/etl/sources/read/lines.ts';
import { openSource } from '../../src/etl/sources/read/open-source.ts';
import { sourceSettings } from '../../test/support/source-settings.ts';

const real = process.env.STEAMSCOPE_REAL_DATA;

/** The name of the data that benchmarks run on. */
export const DATA = real === undefined ? 'sample' : 'real data';

const folder = real === undefined ? fileURLToPath(new URL('../../sample/', import.meta.url)) : resolve(real);

/** The path of each source's raw file. The real files have the same names as the sample's. */
export const PATHS = Object.fromEntries(
  SOURCE_SETTING_LIST.flatMap(({ source, sample }) =>
    sample === null ? [] : [[source, join(folder, sample)]],
  ),
) as PerSource<string>;

/** The settings of the program that name these files; none for the sample, which is the default. */
export const SETTINGS: Readonly<Record<string, string>> = real === undefined ? {} : sourceSettings(PATHS);

/** The lines of a raw file as text. @param characters the number of characters after which reading stops */
export async function linesOf(name: SourceName, characters = Number.POSITIVE_INFINITY): Promise<string[]> {
  const texts: string[] = [];
  let size = 0;
  for await (const batch of readLines(openSource(PATHS[name]))) {
    for (const line of batch) {
      if (!('text' in line) || size > characters) continue;
      texts.push(line.text);
      size += line.text.length;
    }
    if (size > characters) break;
  }
  return texts;
}

/** Whether python3 is installed and has a module. */
export function pythonHas(module: string): boolean {
  return spawnSync('python3', ['-c', `import ${module}`]).status === 0;
}

/** The output of a Python program. @param input its standard input @throws Error if the program fails */
export function python(program: string, input = '', args: readonly string[] = []): string {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    ['-X', 'utf8', '-W', 'ignore', '-c', program, ...args],
    {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`python3 ended with status ${status}: ${stderr.slice(-300)}`);
  return stdout;
}
