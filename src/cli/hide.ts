import { parseArgs } from 'node:util';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hideUser, isInServedData, listHiddenUsers, unhideUser } from '../community/hidden-users.ts';
import { readConfig } from '../config/config.ts';
import type { Database } from '../database/connection.ts';
import { evenOnFullDisk } from '../database/full-disk.ts';
import { databasePlace } from '../database/place.ts';
import { steamUserId } from '../etl/sources/steam-dump/validate/user-id.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { printable } from '../program/terminal/table.ts';
import { withDatabase } from '../program/with-database.ts';

const USAGE =
  'Which user? npm run hide -- USER_ID (--undo USER_ID shows the user again, --list lists the hidden users)\n';

/**
 * `hide USER_ID` keeps a Steam user out of all answers, and `hide --undo USER_ID` undoes that. `hide
 * --list` prints the hidden users.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { list: { type: 'boolean', default: false }, undo: { type: 'boolean', default: false } },
  });
  const [userId, ...more] = positionals;
  const oneUser = steamUserId.safeParse(userId).success && more.length === 0;
  const isWellAsked = values.list ? positionals.length === 0 && !values.undo : oneUser;
  if (!isWellAsked) {
    process.stderr.write(USAGE);
    return EXIT.usage;
  }
  const config = readConfig();
  const log = createLog(config.logLevel);
  return withDatabase(config, { log, makes: 'nothing' }, async (database) => {
    if (values.list) return list(database.answers);
    const place = databasePlace(config);
    return values.undo ? undo(database, place, userId!) : hide(database, place, userId!);
  });
}

async function hide(database: Database, place: string, userId: string): Promise<number> {
  const { answers } = database;
  const isNew = await evenOnFullDisk(database, () => hideUser(answers, userId));
  say(
    isNew
      ? `${userId} is hidden in ${place}: from now on no answer names them.`
      : `${userId} was hidden already in ${place}.`,
  );
  if (!(await isInServedData(answers, userId))) {
    say('Nobody in the data has exactly this id now. A user who has it in a later data set will be hidden.');
  }
  return EXIT.ok;
}

async function undo(database: Database, place: string, userId: string): Promise<number> {
  const wasHidden = await evenOnFullDisk(database, () => unhideUser(database.answers, userId));
  if (wasHidden) say(`${userId} is no longer hidden in ${place}.`);
  else process.stderr.write(`${printable(userId)} was not hidden in ${place}.\n`);
  return wasHidden ? EXIT.ok : EXIT.failure;
}

/** Prints a line for each hidden user: the day of the hiding, and the Steam id. */
async function list(answers: PostgresJsDatabase): Promise<number> {
  const hidden = await listHiddenUsers(answers);
  if (hidden.length === 0) process.stderr.write('Nobody is hidden.\n');
  for (const { userId, hiddenAt } of hidden) say(`${hiddenAt.toISOString().slice(0, 10)}  ${userId}`);
  return EXIT.ok;
}

function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}
