import type { Connection } from '../../database/connection.ts';
import { type HourSpread, hourSpread } from './hours-by-game.ts';

/** The distribution of total hours among users with at least one game. */
export function readHoursByUser(sql: Connection): Promise<HourSpread> {
  return hourSpread(sql, sql`select sum(minutes) from library group by user_key`);
}
