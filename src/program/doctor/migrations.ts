import { type Finding, ok, warning, wrong } from './check.ts';
import type { Looked } from './look-at-database.ts';

/** Whether the database is as far as this version of the program, and not further. */
export function judgeMigrations(looked: Looked): Finding {
  if ('finding' in looked) {
    if (looked.finding.outcome === 'ok') return ok('looked at by every start');
    return warning('not looked at', 'First mend the database');
  }
  const { migrations } = looked.state;
  if (migrations === null) return warning('not looked at', 'First mend the database');
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
