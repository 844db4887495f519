import { OLDEST_POSTGRES } from '../../database/migrations.ts';
import { type Finding, ok, wrong } from './check.ts';
import type { Looked } from './look-at-database.ts';

/**
 * Checks that the database can be used: the server lets the program in and is new enough,
 * and the role has its rights.
 *
 * @param answersToo whether answers are given with the same role, on a server that an operator has named
 */
export function judgeDatabase(looked: Looked, answersToo: boolean): Finding {
  if ('finding' in looked) return looked.finding;
  const { version, versionNumber, database, role, encoding, readOnly, mayCreate, notOwned } = looked.state;
  const shown = `Postgres ${version}`;
  if (versionNumber < OLDEST_POSTGRES) return wrong(`${shown} is too old`, 'Use Postgres 14 or later');
  if (encoding !== 'UTF8') {
    return wrong(
      `the database ${database} is encoded in ${encoding}`,
      `Make another one: createdb --encoding=UTF8 --template=template0 steamscope`,
    );
  }
  if (readOnly) {
    return wrong(`${shown} is read-only (a replica?)`, 'Set DATABASE_URL to the primary server');
  }
  if (!mayCreate) {
    return wrong(
      `the role ${role} may not make schemas in ${database}`,
      `Run as its owner: grant create on database "${database}" to "${role}"`,
    );
  }
  if (notOwned.length > 0) {
    return wrong(
      `the role ${role} does not own ${notOwned.join(', ')}`,
      `Run as their owner: alter schema … owner to "${role}", and the same for their tables; or use that owner's role`,
    );
  }
  const more = answersToo ? ' and gives the answers too (docs/operating.md: a role for answers)' : '';
  return ok(`${shown}; ${role} may do all that is needed${more} in ${database}; no extension is needed`);
}

/** Checks the server or the pooler that answers come from. It may be a replica, and its role need not own anything. */
export function judgeAnswers(looked: Looked): Finding {
  if ('finding' in looked) return looked.finding;
  const { version, versionNumber, database, role, mayCreate } = looked.state;
  if (versionNumber < OLDEST_POSTGRES)
    return wrong(`Postgres ${version} is too old`, 'Use Postgres 14 or later');
  return ok(
    `Postgres ${version}; answers come from ${database} as ${role}${mayCreate ? '' : ', which may only read and note what lasts'}`,
  );
}
