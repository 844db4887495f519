import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BACKUP_TABLES } from '../community/tables.ts';
import { readConfig } from '../config/config.ts';
import { BackupError } from '../database/backup/backup-error.ts';
import { readBackup } from '../database/backup/format.ts';
import { describeCounts, restoreRows } from '../database/backup/lasting-rows.ts';
import { readWholeFile } from '../database/backup/whole-file.ts';
import { databasePlace } from '../database/place.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { withDatabase } from '../program/with-database.ts';

/**
 * `restore [--replace] FILE` puts the rows of a back-up into the database, all or none.
 * `--replace` deletes older rows first.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  if (given === undefined || given === '' || more.length > 0) {
    process.stderr.write('From which file? npm run restore -- [--replace] FILE\n');
    return EXIT.usage;
  }
  const path = resolve(given);
  try {
    await restore(path, values.replace);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    process.stderr.write(`Nothing was restored, and nothing has changed: ${error.message}\n`);
    return EXIT.failure;
  }
}

async function restore(path: string, replace: boolean): Promise<void> {
  const { madeAt, rows } = readBackup(await readWholeFile(path), BACKUP_TABLES);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const { restored, replaced } = await withDatabase(config, { log, makes: 'tables' }, ({ direct }) =>
    restoreRows(direct, BACKUP_TABLES, rows, { replace }),
  );
  process.stdout.write(
    `Restored ${path}, made ${madeAt}, into ${databasePlace(config)}: ${describeCounts(BACKUP_TABLES, restored)}\n`,
  );
  if (replace) process.stdout.write(`Deleted before: ${describeCounts(BACKUP_TABLES, replaced)}\n`);
}
