import path from 'node:path';
import { shownPostgresAddress } from '../platform/postgres-address.ts';
import type { DatabaseSettings } from './connection.ts';

/** The place of the database that settings lead to, in words: `the database in /srv/steamscope/.data`. It holds no password. */
export function databasePlace({
  databaseUrl,
  databaseDirectUrl = databaseUrl,
  dataFolder,
}: DatabaseSettings): string {
  return databaseDirectUrl === undefined
    ? `the database in ${path.resolve(dataFolder)}`
    : `the database ${shownPostgresAddress(databaseDirectUrl)}`;
}

/** There is no database of this program where the settings lead, and the verb makes none. */
export class NoDatabaseError extends Error {
  constructor(settings: DatabaseSettings) {
    super(
      settings.databaseUrl === undefined
        ? `There is no database in ${path.resolve(settings.dataFolder)}, and none was made. ${SAME_SETTINGS} (DATA_FOLDER, DATABASE_URL)? ${MAKE_ONE}`
        : `${capitalised(databasePlace(settings))} has no tables of Steamscope, and none were made. ${SAME_SETTINGS} (DATABASE_URL)? ${MAKE_ONE}`,
    );
    this.name = 'NoDatabaseError';
  }
}

const SAME_SETTINGS = 'Are these the settings of your bot';
const MAKE_ONE = 'A new one is made by npm start, or by npm run refresh.';

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
