import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config/config.ts';
import { SOURCE_SETTING_LIST } from '../../src/config/source-settings.ts';

function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

/** The settings of `.env.example`, with every line in force. */
const example = parse(read('.env.example').replace(/^#(?=[A-Z_]+=)/gm, ''));
const names = Object.keys(example);

/** The configuration if no setting is set. */
const defaults = parseConfig({});

/** A valid value for each setting that differs from its default. */
const OTHER: Record<string, string> = {
  DISCORD_TOKEN: 'other-token',
  DISCORD_GUILD_IDS: '111111111111111111, 222222222222222222',
  DISCORD_ADMIN_GUILD_IDS: '333333333333333333',
  DISCORD_SHARDS: '2, 3/4',
  DISCORD_API_URL: 'http://127.0.0.1:8081/api/v10/',
  ASK_LIMIT: '20/60',
  PREVIEW: 'off',
  DATABASE_URL: 'postgres://other@host/name',
  DATABASE_DIRECT_URL: 'postgresql://other@host/name',
  DATA_FOLDER: '/srv/steamscope',
  GAMES_SOURCE: '/srv/games.gz',
  REVIEWS_SOURCE: '/srv/reviews.gz',
  LIBRARIES_SOURCE: '/srv/libraries.gz',
  REFRESH_SCHEDULE: '30 3 * * *',
  UNDATED_REVIEW_YEAR: '2018',
  MAX_REJECTED_SHARE: '0.5',
  HTTP_HOST: '0.0.0.0',
  HTTP_PORT: '8080',
  HTTP_ALLOWED_HOSTS: 'Bot.example.org, localhost:8080',
  LOG_LEVEL: 'debug',
};

/** Invalid values for each setting that has any. */
const WRONG: Record<string, string[]> = {
  DISCORD_TOKEN: ['Bot hunter2', 'hunter2 hunter2', 'Bot'],
  DISCORD_GUILD_IDS: ['hunter2', '1,,2', '1;2'],
  DISCORD_ADMIN_GUILD_IDS: ['hunter2', ','],
  DISCORD_SHARDS: ['hunter2', '4/4', '0,5/4', '0', '/4', '-1/4'],
  DISCORD_API_URL: ['hunter2', 'ftp://hunter2/api'],
  ASK_LIMIT: ['hunter2', '5', '0/10', '5/0', '5/10/2', '-5/10'],
  PREVIEW: ['hunter2', 'true'],
  DATABASE_URL: ['mysql://root:hunter2@host/name', 'hunter2', 'postgres://user:hunter2@host/a b'],
  DATABASE_DIRECT_URL: ['hunter2'],
  GAMES_SOURCE: ['https://me:hunter2@/games.gz', 'http://hunter2 at home/games.gz'],
  REVIEWS_SOURCE: ['ftp://hunter2@example.org/reviews.gz'],
  LIBRARIES_SOURCE: ['s3://hunter2/libraries.gz'],
  REFRESH_SCHEDULE: ['hunter2', '61 4 * * *', '* * *'],
  UNDATED_REVIEW_YEAR: ['hunter2', '2016.5', '1969', '20166'],
  MAX_REJECTED_SHARE: ['hunter2', '-0.1', '1.1', '1 %'],
  HTTP_PORT: ['hunter2', '-1', '65536', '80.5'],
  HTTP_ALLOWED_HOSTS: ['https://hunter2.example', 'hunter2.example/', 'a,,hunter2', 'a:hunter2', '*.hunter2'],
  LOG_LEVEL: ['hunter2', 'INFO'],
};

const SOURCES = { GAMES_SOURCE: '/g.gz', REVIEWS_SOURCE: '/r.gz', LIBRARIES_SOURCE: '/l.gz' };

/** The other settings that a setting needs in order to be valid. */
function others(name: string): Record<string, string> {
  if (name.endsWith('_SOURCE')) return SOURCES;
  return name === 'DATABASE_DIRECT_URL' ? { DATABASE_URL: 'postgres://host/name' } : {};
}

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
  return [];
}

describe('.env.example', () => {
  it('names every setting that is read, and no other', () => {
    const shape = /z\.object\(\{\n(.*?)\n\}\);/s.exec(read('src/config/config.ts'))![1]!;
    const written = [...shape.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    const settings = [...written, ...SOURCE_SETTING_LIST.map(({ setting }) => setting)];
    expect(settings.toSorted()).toStrictEqual(names.toSorted());
    expect(Object.keys(OTHER).toSorted()).toStrictEqual(names.toSorted());
  });

  it('is valid with every line uncommented', () => {
    expect(problems(example)).toStrictEqual([]);
  });

  it.each([
    'DATA_FOLDER',
    'UNDATED_REVIEW_YEAR',
    'MAX_REJECTED_SHARE',
    'DISCORD_API_URL',
    'ASK_LIMIT',
    'HTTP_HOST',
    'HTTP_PORT',
    'PREVIEW',
    'LOG_LEVEL',
  ])('shows the default of %s', (name) => {
    expect(parseConfig({ [name]: example[name] })).toStrictEqual(defaults);
  });

  it.each(names)('names a setting %s that has an effect', (name) => {
    const rest = others(name);
    expect(parseConfig({ ...rest, [name]: OTHER[name] })).not.toStrictEqual(parseConfig(rest));
  });
});

describe('the settings', () => {
  it('are by default the embedded server, the sample, and this machine alone', () => {
    expect(defaults).toStrictEqual({
      discord: {
        token: undefined,
        apiUrl: 'https://discord.com/api',
        guildIds: [],
        adminGuildIds: [],
        shards: undefined,
      },
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      dataFolder: resolve('.data'),
      sources: {
        games: resolve('sample/steam_games.json.gz'),
        reviews: resolve('sample/user_reviews.json.gz'),
        libraries: resolve('sample/users_items.json.gz'),
      },
      invented: true,
      refreshSchedule: undefined,
      undatedReviewYear: 2016,
      maxRejectedShare: 0.01,
      askLimit: { questions: 5, seconds: 10 },
      http: { host: '127.0.0.1', port: 3000, allowedHosts: [] },
      preview: true,
      logLevel: 'info',
    });
  });

  it('are taken from the environment', () => {
    expect(parseConfig({ ...OTHER, PATH: '/usr/bin' })).toStrictEqual({
      discord: {
        token: 'other-token',
        apiUrl: 'http://127.0.0.1:8081/api',
        guildIds: ['111111111111111111', '222222222222222222'],
        adminGuildIds: ['333333333333333333'],
        shards: { ids: [2, 3], count: 4 },
      },
      databaseUrl: 'postgres://other@host/name',
      databaseDirectUrl: 'postgresql://other@host/name',
      dataFolder: '/srv/steamscope',
      sources: { games: '/srv/games.gz', reviews: '/srv/reviews.gz', libraries: '/srv/libraries.gz' },
      invented: false,
      refreshSchedule: '30 3 * * *',
      undatedReviewYear: 2018,
      maxRejectedShare: 0.5,
      askLimit: { questions: 20, seconds: 60 },
      http: { host: '0.0.0.0', port: 8080, allowedHosts: ['bot.example.org', 'localhost:8080'] },
      preview: false,
      logLevel: 'debug',
    });
  });

  it.each(['', '  '])('count as unset if they are %j', (value) => {
    expect(parseConfig(Object.fromEntries(names.map((name) => [name, value])))).toStrictEqual(defaults);
  });

  it('let the moderators of the servers of the commands administer, if no other servers are named', () => {
    expect(parseConfig({ DISCORD_GUILD_IDS: '1,2' }).discord.adminGuildIds).toStrictEqual(['1', '2']);
  });

  it.each([
    [{}, true],
    [{ DISCORD_TOKEN: 't' }, false],
    [{ DISCORD_TOKEN: 't', PREVIEW: 'on' }, true],
    [{ PREVIEW: 'off' }, false],
  ])('with %j have the preview page: %s', (env, preview) => {
    expect(parseConfig(env).preview).toBe(preview);
  });

  it('get absolute paths', () => {
    const config = parseConfig({ DATA_FOLDER: 'here', ...SOURCES, GAMES_SOURCE: 'data/g.gz' });
    expect(isAbsolute(config.dataFolder)).toBe(true);
    expect(config.sources.games).toBe(resolve('data/g.gz'));
  });

  it.each(['https://me:secret@example.org/games.gz?key=1', 'HTTP://127.0.0.1:8080/'])(
    'keep the address of a source as it is: %s',
    (address) => {
      expect(parseConfig({ ...SOURCES, GAMES_SOURCE: address }).sources).toStrictEqual({
        games: address,
        reviews: '/r.gz',
        libraries: '/l.gz',
      });
    },
  );
});

describe('a wrong setting', () => {
  const cases = Object.entries(WRONG).flatMap(([name, values]) =>
    values.map((value): [name: string, value: string] => [name, value]),
  );

  it.each(cases)('%s is named with the expected form, and %s is not repeated', (name, value) => {
    const found = problems({ ...others(name), [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name}: .*(should be|expected)`));
    expect(found[0]).not.toContain('hunter2');
  });

  it.each(Object.keys(WRONG))('%s is reported with a valid example', (name) => {
    const [found] = problems({ ...others(name), [name]: WRONG[name]![0]! });
    const example = / such as (.+?)(?: \(.*)?$/.exec(found!)![1]!;
    expect(problems({ ...others(name), [name]: example })).toStrictEqual([]);
  });

  it('is named together with all the others, also in the error message', () => {
    const env = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value!]));
    const found = problems(env);
    expect(found.map((problem) => problem.split(':')[0]).toSorted()).toStrictEqual(
      Object.keys(WRONG).toSorted(),
    );
    expect(() => parseConfig(env)).toThrow(new ConfigError(found));
    expect(new ConfigError(found).message).not.toContain('hunter2');
    expect(new ConfigError(found).message.split('\n')).toStrictEqual(found);
  });
});

describe('an address behind a pooler', () => {
  it('cannot be set alone', () => {
    const found = problems({ DATABASE_DIRECT_URL: 'postgres://hunter2@host/name' });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^DATABASE_URL: should be set too, such as postgres:/);
  });
});

describe('the three sources', () => {
  it.each([
    [['GAMES_SOURCE'], 'REVIEWS_SOURCE, LIBRARIES_SOURCE'],
    [['REVIEWS_SOURCE', 'LIBRARIES_SOURCE'], 'GAMES_SOURCE'],
  ])('are set together: %j alone is a mistake', (set, missing) => {
    const found = problems(Object.fromEntries(set.map((name) => [name, '/file.gz'])));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${missing}: should be set too`);
  });

  it('are named beside other mistakes', () => {
    expect(problems({ GAMES_SOURCE: '/g.gz', HTTP_PORT: 'x' })).toHaveLength(2);
  });
});
