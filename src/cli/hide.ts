import { parseArgs } from 'node:util';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hideUser, isInServedData, listHiddenUsers, unhideUser } from '../community/hidden-users.ts';
import { readConfig } from '../config/config.ts';
import { steamUserId } from '../etl/sources/steam-dump/validate/user-id.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { printable } from '../program/terminal/table.ts';
import { withDatabase } from '../program/with-database.ts';

const USAGE =
  'Whom? npm run hide -- USER_ID, npm run hide -- --undo USER_ID, or npm run hide -- --list for who is hidden.\n';

/** `hide USER_ID`, `hide --undo USER_ID`, `hide --list`: Steam users whom no answer names. */
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
  return withDatabase(
    config,
    (message) => log.debug(message),
    async ({ answers }) => {
      if (values.list) return list(answers);
      return values.undo ? undo(answers, userId!) : hide(answers, userId!);
    },
  );
}

async function hide(answers: PostgresJsDatabase, userId: string): Promise<number> {
  const isNew = await hideUser(answers, userId);
  say(isNew ? `${userId} is hidden: from now on no answer names them.` : `${userId} was hidden already.`);
  if (!(await isInServedData(answers, userId))) {
    say('Nobody in the data that is served has this id, to the letter. Should it come, it stays hidden.');
  }
  return EXIT.ok;
}

async function undo(answers: PostgresJsDatabase, userId: string): Promise<number> {
  const wasHidden = await unhideUser(answers, userId);
  if (wasHidden) say(`${userId} is hidden no more.`);
  else process.stderr.write(`${printable(userId)} was not hidden.\n`);
  return wasHidden ? EXIT.ok : EXIT.failure;
}

/** A line each: since when, and who. */
async function list(answers: PostgresJsDatabase): Promise<number> {
  const hidden = await listHiddenUsers(answers);
  if (hidden.length === 0) process.stderr.write('Nobody is hidden.\n');
  for (const { userId, hiddenAt } of hidden) say(`${hiddenAt.toISOString().slice(0, 10)}  ${userId}`);
  return EXIT.ok;
}

function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}
