import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { LANGUAGES, type LanguageCode } from '../../locales/locales.ts';
import { readConfig } from '../config/config.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import { explore } from '../explore/explore.ts';
import { reportPath, writeReport } from '../explore/report/report-file.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { withDatabase } from '../program/with-database.ts';

/**
 * `explore [--language en|es|…] [FILE]` writes the report on the served data set to an HTML
 * file, and prints its path.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { language: { type: 'string', default: 'en' } },
    allowPositionals: true,
  });
  const language = LANGUAGES.find((one) => one === values.language);
  if (language === undefined || positionals.length > 1) {
    process.stderr.write(`Usage: npm run explore -- [--language ${LANGUAGES.join('|')}] [FILE]\n`);
    return EXIT.usage;
  }
  const config = readConfig();
  const path = resolve(positionals[0] ?? reportPath(config.dataFolder, language));
  const report = await compute(config, language);
  if (report === null) {
    process.stderr.write('There is no data set to explore. Load one: npm run refresh\n');
    return EXIT.failure;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeReport(path, report);
  process.stdout.write(`${path}\n`);
  return EXIT.ok;
}

/** Computes the report, and shows its progress; null where there is no data set. */
function compute(config: ReturnType<typeof readConfig>, language: LanguageCode): Promise<string | null> {
  const started = performance.now();
  const log = createLog(config.logLevel);
  return withDatabase(config, { log, makes: 'nothing' }, async ({ answers, direct }) => {
    const served = await findReadableDataSet(answers);
    if (served === null) return null;
    return explore(direct, served, language, (question, place, count) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
      process.stderr.write(`${seconds} s  ${place} of ${count}: ${question}\n`);
    });
  });
}
