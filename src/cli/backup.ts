import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BACKUP_TABLES } from '../community/tables.ts';
import { readConfig } from '../config/config.ts';
import { BackupError } from '../database/backup/backup-error.ts';
import { writeBackup } from '../database/backup/format.ts';
import { countsOf, describeCounts, readRows } from '../database/backup/lasting-rows.ts';
import { isThere, writeWholeFile } from '../database/backup/whole-file.ts';
import { databasePlace } from '../database/place.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { withDatabase } from '../program/with-database.ts';

/**
 * `backup [--force] FILE` saves the tables that no refresh can load again to a file; a name
 * in .gz makes it a gz file.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  if (given === undefined || given === '' || more.length > 0) {
    process.stderr.write(
      'Into which file? npm run backup -- [--force] FILE (packed where its name ends in .gz)\n',
    );
    return EXIT.usage;
  }
  const path = resolve(given);
  try {
    await backUp(path, values.force);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    process.stderr.write(`Nothing was backed up: ${error.message}\n`);
    return EXIT.failure;
  }
}

async function backUp(path: string, force: boolean): Promise<void> {
  if (!force && (await isThere(path))) {
    throw new BackupError(`${path} exists already. --force overwrites it.`);
  }
  const config = readConfig();
  const log = createLog(config.logLevel);
  const rows = await withDatabase(config, { log, makes: 'nothing' }, ({ direct }) =>
    readRows(direct, BACKUP_TABLES),
  );
  const content = writeBackup(new Date(), rows);
  await writeWholeFile(path, path.endsWith('.gz') ? gzipSync(content) : content);
  process.stdout.write(
    `Backed up ${databasePlace(config)} to ${path}: ${describeCounts(BACKUP_TABLES, countsOf(rows))}\n`,
  );
}
