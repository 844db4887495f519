import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cron } from 'croner';
import dotenv from 'dotenv';
import { z } from 'zod';
import { readPostgresAddress } from '../platform/postgres-address.ts';
import { addressAlone, PostgresAddressError } from '../platform/postgres-address-parts.ts';
import { keepSecret } from '../platform/secrets.ts';
import { isAddress } from '../platform/source-address.ts';
import { type ConfiguredSources, SOURCE_SETTING_LIST, type SourceSettingName } from './source-settings.ts';
import { unreadSettings } from './unread-settings.ts';

/** The folder of the invented sample that comes with the program. */
const SAMPLE_FOLDER = fileURLToPath(new URL('../../sample/', import.meta.url));

/** The address of a Postgres database, without the quotes and the command that people copy with it. */
const postgresAddress = z.string().transform((value, { addIssue }) => {
  try {
    readPostgresAddress(value);
    return addressAlone(value);
  } catch (error) {
    if (!(error instanceof PostgresAddressError)) throw error;
    addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

/** A path, which becomes absolute, or an http(s) address, which stays as it is. */
const source = z
  .string()
  .refine(
    (value) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || (isAddress(value) && URL.canParse(value)),
    'should be the path or the http(s) address of a file, such as /data/steam_games.json.gz',
  )
  .transform((value) => (isAddress(value) ? value : resolve(value)));

const wholeNumber = (from: number, to: number, example: number) => {
  const message = `should be a whole number from ${from} to ${to}, such as ${example}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.int(message).min(from, message).max(to, message));
};

const serverIds = z
  .string()
  .regex(
    /^\s*\d{1,20}\s*(?:,\s*\d{1,20}\s*)*$/,
    'should be the ids of servers with commas between them, such as 123456789012345678',
  )
  .transform((value) => [...new Set(value.split(',').map((id) => id.trim()))]);

/** Hosts as a browser shows them: `bot.example.org`, `localhost:8080`, `[fd00::7]:8080`. They become lower case. */
const hosts = z
  .string()
  .transform((value) => value.split(',').map((host) => host.trim().toLowerCase()))
  .refine(
    (all) => all.every((host) => /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)),
    'should be hosts with commas between them, such as bot.example.org,localhost:8080',
  );

/**
 * Parses shards such as `0,1/4`: shards 0 and 1 of 4.
 *
 * @returns null where the text does not name such shards
 */
function parseShards(value: string): Shards | null {
  const match = /^(\d{1,5}(?:,\d{1,5})*)\/(\d{1,5})$/.exec(value.replaceAll(' ', ''));
  if (match === null) return null;
  const ids = [...new Set(match[1]!.split(',').map(Number))];
  const count = Number(match[2]);
  return ids.every((id) => id < count) ? { ids, count } : null;
}

const shareMessage = 'should be a share from 0 to 1, such as 0.01';

const scheduleMessage = 'should be a cron expression, such as 0 4 * * 1 (Mondays at four)';

function isCronExpression(value: string): boolean {
  try {
    return new Cron(value, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

const askLimitMessage = 'should be questions/seconds, such as 5/10';

const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^(?!Bot$)\S+$/,
      'should be the token alone, without spaces and without "Bot ", such as token-from-the-developer-portal',
    )
    .optional(),
  DISCORD_GUILD_IDS: serverIds.optional(),
  DISCORD_ADMIN_GUILD_IDS: serverIds.optional(),
  DISCORD_SHARDS: z
    .string()
    .transform(parseShards)
    .refine((shards) => shards !== null, 'should be numbers of shards/number of all shards, such as 0,1/4')
    .optional(),
  DISCORD_API_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      'should be an http(s) address, such as https://discord.com/api',
    )
    .transform((value) => value.replace(/(?:\/v\d+)?\/*$/, ''))
    .prefault('https://discord.com/api'),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_DIRECT_URL: postgresAddress.optional(),
  DATA_FOLDER: z.string().default('.data'),
  ...(Object.fromEntries(SOURCE_SETTING_LIST.map(({ setting }) => [setting, source.optional()])) as Record<
    SourceSettingName,
    z.ZodOptional<typeof source>
  >),
  REFRESH_SCHEDULE: z.string().refine(isCronExpression, scheduleMessage).optional(),
  UNDATED_REVIEW_YEAR: wholeNumber(1970, 2099, 2016).prefault('2016'),
  MAX_REJECTED_SHARE: z.coerce.number(shareMessage).min(0, shareMessage).max(1, shareMessage).default(0.01),
  ASK_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, askLimitMessage)
    .transform((value) => value.split('/').map(Number) as [questions: number, seconds: number])
    .prefault('5/10'),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: wholeNumber(0, 65535, 3000).prefault('3000'),
  HTTP_ALLOWED_HOSTS: hosts.optional(),
  PREVIEW: z.enum(['on', 'off'], { error: 'should be on or off, such as on' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'should be one of fatal, error, warn, info, debug, trace and silent, such as info',
    })
    .default('info'),
});

/** The shards of the gateway that one process runs. */
interface Shards {
  /** Numbers of the shards, from 0. */
  ids: number[];
  /** The number of all shards, over all processes. */
  count: number;
}

/** The settings for Discord. */
export interface DiscordSettings {
  /** The token of the bot, a secret; unset: the program does not connect to the gateway. */
  token: string | undefined;
  /** The base address of the REST API, without a version. */
  apiUrl: string;
  /** Ids of the servers in which commands are registered; empty: commands are registered globally. */
  guildIds: string[];
  /** Ids of the servers whose moderators may use `/admin`; empty: `/admin` is registered nowhere. */
  adminGuildIds: string[];
  /** Unset: this process runs all shards, as many as Discord recommends. */
  shards: Shards | undefined;
}

/** All settings of the program. */
export interface Config {
  discord: DiscordSettings;
  /** The address of a Postgres server or of a pooler before it, maybe with a password; unset: the embedded server. */
  databaseUrl: string | undefined;
  /** The address of the server itself, where `databaseUrl` is a pooler in transaction mode; unset: `databaseUrl`. */
  databaseDirectUrl: string | undefined;
  /** The absolute path of the folder for downloads and for the data of the embedded server. */
  dataFolder: string;
  sources: ConfiguredSources;
  /** Whether the sources are the bundled, invented sample. */
  invented: boolean;
  /**
   * The times of refreshes, as a cron expression in the time zone of this machine; unset: a refresh runs only
   * on request.
   */
  refreshSchedule: string | undefined;
  /** The year of a review that was posted without one. */
  undatedReviewYear: number;
  /**
   * The share of the lines or records of a file, 0 to 1, above which rejected ones make new data wait for a
   * moderator.
   */
  maxRejectedShare: number;
  /** The number of questions that a user may ask within a number of seconds. */
  askLimit: { questions: number; seconds: number };
  /**
   * The host and the port at which the page, `/healthz`, `/readyz` and `/metrics` are served. `allowedHosts`: further hosts under
   * which the page answers, with their ports where a browser shows one; empty: none.
   */
  http: { host: string; port: number; allowedHosts: string[] };
  /** Whether the preview page is served. */
  preview: boolean;
  /** The least severe level that is logged, as pino names it. */
  logLevel: string;
}

/**
 * Wrong settings, one line each: the name and a description of a right value. The lines never repeat a value,
 * because it may be a secret.
 */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the settings from the environment and `.env`; the environment wins.
 *
 * @throws ConfigError that names every wrong setting
 */
export function readConfig(): Config {
  const settings = { ...dotenv.parse(settingsFile()), ...process.env };
  keepSecret(settings);
  return parseConfig(settings);
}

/**
 * Warnings about names and lines that look like settings but are none, one line each.
 *
 * @throws ConfigError where `.env` cannot be read
 */
export function settingWarnings(): string[] {
  return unreadSettings(Object.keys(environment.shape), { file: settingsFile(), environment: process.env });
}

/**
 * The text of `.env` in the working directory; empty where there is no such file.
 *
 * @throws ConfigError where the file cannot be read
 */
function settingsFile(): string {
  try {
    return readFileSync('.env', 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new ConfigError([`.env: should be a file that this user can read, such as .env.example (${code})`]);
  }
}

/**
 * The settings in an environment; an empty value counts as unset.
 *
 * @throws ConfigError that names every wrong setting
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const invented = SOURCE_SETTING_LIST.every(({ setting }) => given[setting] === undefined);
  const missing = SOURCE_SETTING_LIST.filter(
    ({ setting, required }) => required && given[setting] === undefined,
  );
  if (!invented && missing.length > 0) {
    problems.push(
      `${missing.map(({ setting }) => setting).join(', ')}: should be set too, such as /data/steam_games.json.gz, because other sources are set (set none of them to use the sample)`,
    );
  }
  if (given.DATABASE_DIRECT_URL !== undefined && given.DATABASE_URL === undefined) {
    problems.push(
      'DATABASE_URL: should be set too, such as postgres://user@host/name, because DATABASE_DIRECT_URL is set',
    );
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const { data } = parsed;
  const [questions, seconds] = data.ASK_LIMIT;
  const guildIds = data.DISCORD_GUILD_IDS ?? [];
  return {
    discord: {
      token: data.DISCORD_TOKEN,
      apiUrl: data.DISCORD_API_URL,
      guildIds,
      adminGuildIds: data.DISCORD_ADMIN_GUILD_IDS ?? guildIds,
      shards: data.DISCORD_SHARDS ?? undefined,
    },
    databaseUrl: data.DATABASE_URL,
    databaseDirectUrl: data.DATABASE_DIRECT_URL,
    dataFolder: resolve(data.DATA_FOLDER),
    sources: invented ? sampleSources() : sourcesOf(data),
    invented,
    refreshSchedule: data.REFRESH_SCHEDULE,
    undatedReviewYear: data.UNDATED_REVIEW_YEAR,
    maxRejectedShare: data.MAX_REJECTED_SHARE,
    askLimit: { questions, seconds },
    http: { host: data.HTTP_HOST, port: data.HTTP_PORT, allowedHosts: data.HTTP_ALLOWED_HOSTS ?? [] },
    preview: data.PREVIEW === undefined ? data.DISCORD_TOKEN === undefined : data.PREVIEW === 'on',
    logLevel: data.LOG_LEVEL,
  };
}

/** The addresses and paths of the sources that are set. */
function sourcesOf(data: { readonly [Name in SourceSettingName]?: string | undefined }): ConfiguredSources {
  return Object.fromEntries(
    SOURCE_SETTING_LIST.flatMap(({ source, setting }) => {
      const value = data[setting];
      return value === undefined ? [] : [[source, value]];
    }),
  ) as ConfiguredSources;
}

/** The paths of the files of the bundled sample. */
function sampleSources(): ConfiguredSources {
  return Object.fromEntries(
    SOURCE_SETTING_LIST.flatMap(({ source, sample }) =>
      sample === null ? [] : [[source, resolve(SAMPLE_FOLDER, sample)]],
    ),
  ) as ConfiguredSources;
}
