/** The rules for the imports of one room. */
export interface Room {
  /** The rooms, or folders of rooms, from which its files may import. */
  readonly imports: readonly string[];
  /** The packages that its files must not import; a name that ends in `/` stands for a whole scope. */
  readonly without?: readonly string[];
  /**
   * Its folders in order, `.` for files directly in the room. Each may import only from the folders before it. A room
   * without this list has no folders; in a room with {@link ANY_ORDER} only circles are forbidden.
   */
  readonly inside?: readonly string[] | typeof ANY_ORDER;
}

/** For rooms whose folders have no order among each other, such as the tests. */
export const ANY_ORDER = 'any order';

const DISCORD = ['discord.js', '@discordjs/'];
const SQL = ['postgres', 'drizzle-orm'];
const FILES = ['node:fs'];
/** The rooms of the program, without the files that start it. */
const PROGRAM = [
  'src/platform',
  'locales',
  'src/config',
  'src/database',
  'src/steam',
  'src/metrics',
  'src/charts',
  'src/etl',
  'src/engine',
  'src/community',
  'src/commands',
  'src/discord',
  'src/http',
  'src/evaluate',
  'src/explore',
];

/**
 * The table of rooms and their permitted imports. A row names only rows above it, so that every arrow points one way. The
 * three rows at the end are tools around the program and may import from each other, because they share stand-ins. A new
 * folder gets a row here or a place in the list of its room; until then `npm run check` fails.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  'src/platform': { imports: [], without: [...DISCORD, ...SQL] },
  locales: { imports: [], without: [...DISCORD, ...SQL, ...FILES], inside: ['en', 'es', '.'] },
  'src/config': { imports: ['src/platform'], without: [...DISCORD, ...SQL] },
  'src/database': {
    imports: ['src/platform'],
    without: DISCORD,
    inside: ['schema', 'embedded', 'driver', '.', 'backup'],
  },
  'src/steam': { imports: ['src/platform'], without: [...DISCORD, ...SQL] },
  'src/metrics': { imports: ['src/platform'], without: [...DISCORD, ...SQL] },
  'src/charts': { imports: ['src/platform'], without: [...DISCORD, ...SQL] },
  'src/etl': {
    imports: ['src/platform', 'src/database', 'src/steam'],
    without: DISCORD,
    inside: [
      'report',
      'sources/contract',
      'sources/read',
      'sources/download',
      'sources/steam-dump/validate',
      'sources/steam-dump/clean',
      'sources/steam-dump/parse',
      'sources/steam-dump/other-forms',
      'sources/steam-dump',
      'sources',
      'judge',
      'classify',
      'build/reuse',
      'publish',
      'build/load',
      'build/derive',
      'fit',
      'build',
      'refresh',
    ],
  },
  'src/engine': {
    imports: ['src/platform', 'src/database'],
    without: [...DISCORD, ...FILES],
    inside: ['search', 'data-set', 'catalogue', 'recommender', 'analytics'],
  },
  'src/community': { imports: ['src/platform', 'src/database', 'src/steam'], without: DISCORD },
  'src/commands': {
    imports: ['src/platform', 'locales', 'src/charts', 'src/engine', 'src/community'],
    without: [...DISCORD, ...SQL, 'node:net', 'node:http', 'node:https'],
    inside: ['contract', 'message', 'names', 'admin', 'years', 'hours', 'picks', 'catalogue', '.'],
  },
  'src/discord': {
    imports: ['src/platform', 'locales', 'src/engine/data-set', 'src/community', 'src/commands'],
    without: SQL,
  },
  'src/http': {
    imports: ['src/platform', 'locales', 'src/engine/data-set', 'src/community', 'src/commands'],
    without: [...DISCORD, ...SQL],
    inside: ['web', 'preview/assets', 'preview', '.'],
  },
  'src/evaluate': {
    imports: ['src/platform', 'src/database', 'src/charts', 'src/etl/classify', 'src/etl/fit', 'src/engine'],
    without: DISCORD,
  },
  'src/explore': {
    imports: ['src/platform', 'locales', 'src/database', 'src/charts'],
    without: DISCORD,
    inside: ['charts', 'queries', 'report', '.'],
  },
  'src/program': { imports: PROGRAM, inside: ['terminal', 'doctor', '.'] },
  'src/cli': { imports: [...PROGRAM, 'src/program'] },
  'src/cli.ts': { imports: ['src/platform', 'src/config', 'src/program', 'src/cli'] },
  'src/main.js': { imports: ['src/platform', 'src/cli.ts'] },

  scripts: {
    imports: ['src', 'locales', 'bench', 'test'],
    inside: ['image', 'licences', 'release', 'sample', 'structure', '.'],
  },
  bench: { imports: ['src', 'locales', 'scripts/sample', 'test'], inside: ['growth', 'harness', '.'] },
  test: { imports: ['src', 'locales', 'scripts', 'bench'], inside: ANY_ORDER },
};
