import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { codeVersions, VERSIONS_FILE } from '../../src/etl/build/reuse/code-version.ts';

/** The ways into the program as TypeScript, and settings of its compiler: an image has no use for them. */
const FOR_A_CLONE = ['main.js', 'tsconfig.json'];

/** The files and folders that the program reads at run time beside its modules. */
const READ_AS_IT_IS = ['drizzle', 'sample', 'package.json'];

/**
 * Writes the program as JavaScript, with the folders that it has as TypeScript, and with the files that its modules read. The versions
 * of the code are noted, because they are computed from the TypeScript with esbuild.
 *
 * @param project the folder of the project
 * @param to the folder that is written
 */
export async function compile(project: string, to: string): Promise<void> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const config = join(project, 'scripts/image/tsconfig.json');
  execFileSync(process.execPath, [tsc, '--project', config, '--outDir', to], { stdio: 'inherit' });
  for (const folder of ['src', 'locales']) {
    cpSync(join(project, folder), join(to, folder), {
      recursive: true,
      filter: (path) => extname(path) !== '.ts' && !FOR_A_CLONE.includes(basename(path)),
    });
  }
  for (const name of READ_AS_IT_IS) cpSync(join(project, name), join(to, name), { recursive: true });
  writeFileSync(join(to, VERSIONS_FILE), JSON.stringify(await codeVersions(project)));
}
