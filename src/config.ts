import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { z } from 'zod';

/** The invented data set that comes with the program. */
const SAMPLE_FOLDER = fileURLToPath(new URL('../sample/', import.meta.url));

const postgresAddress = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value),
    'should be the address of a Postgres database, such as postgres://user@host/name',
  );

const path = z
  .string()
  .refine((value) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(value), 'should be the path of a file');

const wholeNumber = (from: number, to: number) => {
  const message = `should be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.int(message).min(from, message).max(to, message));
};

const shareMessage = 'should be a share from 0 to 1, such as 0.01';

const environment = z.object({
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_DIRECT_URL: postgresAddress.optional(),
  DATA_FOLDER: z.string().default('.data'),
  GAMES_SOURCE: path.optional(),
  REVIEWS_SOURCE: path.optional(),
  LIBRARIES_SOURCE: path.optional(),
  UNDATED_REVIEW_YEAR: wholeNumber(1970, 2099).prefault('2016'),
  MAX_REJECTED_SHARE: z.coerce.number(shareMessage).min(0, shareMessage).max(1, shareMessage).default(0.01),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: wholeNumber(0, 65535).prefault('3000'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'should be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

/** The program's settings. */
export interface Config {
  databaseUrl: string | undefined;
  databaseDirectUrl: string | undefined;
  /** Absolute path. */
  dataFolder: string;
  /** Absolute paths of the raw files. */
  sources: { games: string; reviews: string; libraries: string };
  /** The sources are the bundled sample. */
  invented: boolean;
  undatedReviewYear: number;
  /** 0 to 1. */
  maxRejectedShare: number;
  http: { host: string; port: number };
  logLevel: string;
}

/** Settings that are wrong: one line each, with what they should be. No value is repeated: it may be a secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the environment and `.env` once. @throws ConfigError which names every wrong setting */
export function readConfig(): Config {
  const file: Record<string, string> = {};
  dotenv.config({ quiet: true, processEnv: file });
  return parseConfig({ ...file, ...process.env });
}

/** The settings that an environment holds; an empty value is an unset one. @throws ConfigError */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const sourceNames = ['GAMES_SOURCE', 'REVIEWS_SOURCE', 'LIBRARIES_SOURCE'];
  const unset = sourceNames.filter((name) => given[name] === undefined);
  if (unset.length > 0 && unset.length < sourceNames.length) {
    problems.push(
      `${unset.join(', ')}: should be set too, since the other sources are (or set none: the sample)`,
    );
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const { data } = parsed;
  const source = (setting: string | undefined, sample: string) =>
    resolve(setting ?? `${SAMPLE_FOLDER}${sample}`);
  return {
    databaseUrl: data.DATABASE_URL,
    databaseDirectUrl: data.DATABASE_DIRECT_URL,
    dataFolder: resolve(data.DATA_FOLDER),
    sources: {
      games: source(data.GAMES_SOURCE, 'steam_games.json.gz'),
      reviews: source(data.REVIEWS_SOURCE, 'user_reviews.json.gz'),
      libraries: source(data.LIBRARIES_SOURCE, 'users_items.json.gz'),
    },
    invented: unset.length === sourceNames.length,
    undatedReviewYear: data.UNDATED_REVIEW_YEAR,
    maxRejectedShare: data.MAX_REJECTED_SHARE,
    http: { host: data.HTTP_HOST, port: data.HTTP_PORT },
    logLevel: data.LOG_LEVEL,
  };
}
