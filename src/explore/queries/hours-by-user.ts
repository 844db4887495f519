import type { Connection } from '../../database/connection.ts';
import { type HourSpread, hourSpread } from './hours-by-game.ts';

/** All hours that a user has played, over the users who own a game. */
export function readHoursByUser(sql: Connection): Promise<HourSpread> {
  return hourSpread(sql, sql`select sum(minutes) from library group by user_key`);
}
