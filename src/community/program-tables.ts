import { dataSets, scheduleClaim, servedDataSet, waitingDataSet } from '../database/schema/lasting.ts';
import { type LastingTable, lastingTable } from './lasting-table.ts';
import { REFRESHES_TOLD } from './refreshes.ts';

const LOADED_AGAIN = { leftOut: 'Data sets are loaded from their sources again.' };

/** The descriptions of the tables that hold no ids: only the program itself needs them. */
export const programTables: readonly LastingTable[] = [
  lastingTable(dataSets, {
    holds: { summary: 'nobody', origin: 'nobody' },
    told: REFRESHES_TOLD,
    backup: LOADED_AGAIN,
  }),
  lastingTable(servedDataSet, { holds: {}, told: REFRESHES_TOLD, backup: LOADED_AGAIN }),
  lastingTable(waitingDataSet, {
    holds: { concerns: 'nobody' },
    told: REFRESHES_TOLD,
    backup: LOADED_AGAIN,
  }),
  lastingTable(scheduleClaim, {
    holds: {},
    told: REFRESHES_TOLD,
    backup: {
      leftOut: 'It says which moment of the schedule was the last, and a restored database has its own.',
    },
  }),
];
