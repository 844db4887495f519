import { describe, expect, it } from 'vitest';
import { unreadSettings } from '../../src/config/unread-settings.ts';

const KNOWN = [
  'DISCORD_TOKEN',
  'DISCORD_GUILD_IDS',
  'DISCORD_ADMIN_GUILD_IDS',
  'GAMES_SOURCE',
  'DATABASE_URL',
  'DATA_FOLDER',
  'HTTP_HOST',
  'HTTP_PORT',
  'HTTP_ALLOWED_HOSTS',
  'PREVIEW',
  'LOG_LEVEL',
];

const warned = (file: string, environment: Record<string, string> = {}) =>
  unreadSettings(KNOWN, { file, environment });

describe('a misspelt setting', () => {
  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORDTOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DISCORD-TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_GUILD_ID', 'DISCORD_GUILD_IDS'],
    ['DISCORD_ADMIN_GUILD', 'DISCORD_ADMIN_GUILD_IDS', 'in .env alone'],
    ['GAME_SOURCE', 'GAMES_SOURCE'],
    ['HTTPPORT', 'HTTP_PORT'],
    ['LOG_LEVLE', 'LOG_LEVEL', 'in .env alone'],
    ['PREVIW', 'PREVIEW'],
  ])('is reported with the likely name: %s', (name, meant, where = '') => {
    expect(warned(`${name}=hunter2\n`)).toEqual([`${name} (in .env): not a setting; did you mean ${meant}?`]);
    expect(warned('', { [name]: 'hunter2' })).toEqual(
      where === '' ? [`${name}: not a setting; did you mean ${meant}?`] : [],
    );
  });

  it('is reported once if it is in both the environment and .env', () => {
    expect(warned('GAME_SOURCE=/g.gz', { GAME_SOURCE: '/g.gz' })).toHaveLength(1);
  });
});

describe('there is no warning', () => {
  it('about variables of other programs in the environment', () => {
    const names = [
      ...['PATH', 'HOME', 'NODE_ENV', 'NODE_OPTIONS', 'PORT', 'HOST', 'HOSTNAME', 'TZ', 'LANG', 'DEBUG'],
      ...['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'NO_PROXY', 'LOGNAME', 'LOG_FORMAT', 'PREFIX'],
      ...['DATABASE_USER', 'DATABASE_HOST', 'DATABASE_NAME', 'DISCORD_CLIENT_ID', 'DISCORD_PUBLIC_KEY'],
      ...['npm_config_cache', 'npm_package_name', 'npm_lifecycle_event', 'PGHOST', 'POSTGRES_PASSWORD'],
    ];
    expect(warned('', Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });

  it('about settings, comments, or variables that Docker Compose and the Postgres image read', () => {
    const file = '\uFEFF# HTTPPORT=1\n\nHTTP_PORT=1 # GAME_SOURCE\nCOMPOSE_FILE=a\nPOSTGRES_PASSWORD=b\n';
    expect(warned(file, { DISCORD_TOKEN: 't' })).toEqual([]);
  });
});

describe('a line of .env', () => {
  it('that dotenv cannot read is reported by its number, and not repeated', () => {
    expect(warned('HTTP_PORT=1\nhunter2\nDISCORD_TOKEN hunter2\r\n\n???\nexport LOG_LEVEL=info\n')).toEqual([
      '.env, line 2: cannot be read; a line is NAME=value',
      '.env, line 3: cannot be read; a line is NAME=value',
      '.env, line 5: cannot be read; a line is NAME=value',
    ]);
  });

  it('within a value of several lines is part of that value', () => {
    expect(warned('DATA_FOLDER="/a\nb\nc"\nLOG_LEVEL=info')).toEqual([]);
  });

  it('that names no setting is reported', () => {
    expect(warned('DISCORD_CLIENT_ID=1')).toEqual([
      'DISCORD_CLIENT_ID (in .env): not a setting; see .env.example',
    ]);
  });
});
