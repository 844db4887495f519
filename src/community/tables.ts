import type { BackupTable } from '../database/backup/backup-table.ts';
import { hiddenUsersTable } from './hidden-users.ts';
import type { LastingTable } from './lasting-table.ts';
import { leftGuildsTable } from './left-guilds.ts';
import { moderatorActionsTable } from './moderator-actions.ts';
import { programTables } from './program-tables.ts';
import { refreshesTable } from './refreshes.ts';

/** Every table that no refresh replaces, in the order in which back-ups are restored; rows are erased in the opposite one. */
export const LASTING_TABLES: readonly LastingTable[] = [
  ...programTables,
  refreshesTable,
  moderatorActionsTable,
  hiddenUsersTable,
  leftGuildsTable,
];

/** The lasting tables that are backed up. */
export const BACKUP_TABLES: readonly BackupTable[] = LASTING_TABLES.flatMap(({ backup }) =>
  'leftOut' in backup ? [] : [backup],
);
