import { type Finding, ok, warning, wrong } from './check.ts';
import type { Looked } from './look-at-database.ts';

const UNCHECKED = warning('not checked', 'Mend the database first');

/** Checks that no newer version of the program has migrated the database. */
export function judgeMigrations(looked: Looked): Finding {
  if ('finding' in looked) {
    if (looked.finding.outcome === 'ok') return ok('every start checks them');
    return UNCHECKED;
  }
  const { migrations } = looked.state;
  if (migrations === null) return UNCHECKED;
  const { applied, pending, unknown } = migrations;
  if (unknown > 0) {
    return wrong(
      `a newer version of Steamscope has changed this database (unknown here: ${unknown})`,
      'Run that version, or set DATABASE_URL to another database',
    );
  }
  if (applied === 0) return ok('none yet; the first start makes the tables');
  if (pending > 0) return ok(`${applied} of ${applied + pending}; the next start does the rest`);
  return ok(`all ${applied}`);
}
