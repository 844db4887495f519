import type { PersonalData, StoredAction } from '../commands/contract/privacy.ts';
import { erasePerson, storedOfPerson } from '../community/stored-of-person.ts';
import { LASTING_TABLES } from '../community/tables.ts';
import type { Database } from '../database/connection.ts';
import { evenOnFullDisk } from '../database/full-disk.ts';

/**
 * The database's rows about people who use the bot in Discord, for `/privacy`.
 * docs/privacy.md says why each is kept.
 */
export function personalDataIn(database: Pick<Database, 'records' | 'makeRoom'>): PersonalData {
  return {
    async of(userId) {
      const { actions = [], ...rest } = await storedOfPerson(database.records, LASTING_TABLES, userId);
      const others = Object.fromEntries(Object.entries(rest).filter(([, rows]) => rows.length > 0));
      return { actions: actions as StoredAction[], others };
    },
    async erase(userId) {
      const { actions = 0 } = await evenOnFullDisk(database, () =>
        erasePerson(database.records, LASTING_TABLES, userId),
      );
      return actions;
    },
  };
}
