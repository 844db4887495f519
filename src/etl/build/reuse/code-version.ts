import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE_SCHEMA } from '../../../database/schema/data-set.ts';
import { CONNECTORS } from '../../sources/connectors.ts';
import { LIBRARY_SOURCES } from './built-data-set.ts';
import { readPackageVersions } from './package-versions.ts';

/** The file in the folder of a compiled program with the versions of the code that it was made from. */
export const VERSIONS_FILE = 'code-versions.json';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

const connector = (name: keyof typeof CONNECTORS) =>
  relative(PROJECT, fileURLToPath(CONNECTORS[name].module));

/**
 * The modules at which the code of each stage begins. The modules that they import are found automatically; the
 * module that a worker thread begins with is not, so it is listed.
 */
const STAGES = {
  /** Games and libraries, from the sources to the tables. */
  libraries: [
    'src/etl/build/load/games-and-libraries.ts',
    'src/etl/build/load/column-profiles.ts',
    'src/etl/report/tally.ts',
    ...LIBRARY_SOURCES.map(connector),
  ],
  /** The rollups of games and libraries. */
  rollups: ['src/etl/build/derive/rollups.ts'],
  /** The judgement of a text. */
  judgements: ['src/etl/judge/judged-text.ts'],
  /** The classes of games and the fitted models. */
  models: ['src/etl/fit/fit-models.ts', 'src/etl/fit/fit-worker.ts', 'src/etl/fit/invert-worker.ts'],
  /** Everything that makes a data set. */
  whole: ['src/etl/build/build-data-set.ts', 'src/etl/fit/fit-worker.ts', 'src/etl/fit/invert-worker.ts'],
} as const satisfies Record<string, readonly string[]>;

/**
 * A stage in the making of a data set, the results of which may be taken over from an earlier one. `whole` is
 * all of it.
 */
export type Stage = keyof typeof STAGES;

/** The files that the code of a stage reads in addition to its modules. */
const EXTRA_FILES: Partial<Record<Stage, readonly string[]>> = {
  models: ['src/etl/fit/product-kernel.wasm'],
  whole: ['src/etl/fit/product-kernel.wasm'],
};

/**
 * The database driver counts for every stage: all rows pass through it, although these modules import only its types.
 */
const DRIVER = 'postgres';

/**
 * Computes a hash of the code of each stage, so that nobody has to remember to raise a version number. The hash
 * covers the executed code: the modules that a stage reaches, without types, comments and white space; the
 * packages that these modules import; and the shape of the tables. A compiled program reads the versions that were noted when it was
 * compiled.
 *
 * @param project the folder that the code is in
 */
export async function codeVersions(project = PROJECT): Promise<Record<Stage, string>> {
  const noted = join(project, VERSIONS_FILE);
  if (existsSync(noted)) return JSON.parse(await readFile(noted, 'utf8')) as Record<Stage, string>;
  const [modules, packages, tables] = await Promise.all([
    bundle(project),
    readPackageVersions(project),
    readTableShapes(join(project, 'drizzle')),
  ]);
  const stages = Object.entries(STAGES) as [Stage, readonly string[]][];
  const versions = stages.map(async ([stage, entries]) => {
    const reached = entries.map((entry) => modules.get(entry)!);
    const imported = [DRIVER, ...reached.flatMap((module) => module.packages)];
    const hash = createHash('sha256').update(`${tables}\n${packages.of(imported)}\n`);
    for (const { code } of reached) hash.update(`${code.length}\n${code}`);
    for (const file of EXTRA_FILES[stage] ?? []) hash.update(await readFile(join(project, file)));
    return [stage, hash.digest('hex')];
  });
  return Object.fromEntries(await Promise.all(versions)) as Record<Stage, string>;
}

/** A module together with all modules of this project that it imports. */
interface Bundle {
  code: string;
  /** The names of the packages that these modules import. */
  packages: string[];
}

/** Makes a bundle for each module at which a stage begins. */
async function bundle(project: string): Promise<Map<string, Bundle>> {
  const { build } = await import('esbuild');
  const entries = [...new Set(Object.values(STAGES).flat())];
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: entries.map((path) => ({ in: path, out: path })),
    outdir: '.',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    legalComments: 'none',
    // The hash must not depend on tsconfig.json, which a container lacks.
    tsconfigRaw: {},
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const codes = new Map(outputFiles.map(({ path, text }) => [relative(project, path), text]));
  return new Map(
    entries.map((entry) => {
      const { imports } = metafile.outputs[`${entry}.js`]!;
      const packages = imports.filter(({ path }) => !isBuiltin(path)).map(({ path }) => packageOf(path));
      return [entry, { code: codes.get(`${entry}.js`)!, packages }];
    }),
  );
}

/** The name of the package in an import: `eld` for `eld/extrasmall`. */
function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * The statements of all migrations that shape the tables of a data set. Other tables have no influence
 * on the loaded data.
 */
async function readTableShapes(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return migrations
    .flatMap((migration) => migration.split('--> statement-breakpoint'))
    .map((statement) => statement.trim())
    .filter((statement) => statement.includes(`"${TEMPLATE_SCHEMA}"`))
    .join('\n');
}
