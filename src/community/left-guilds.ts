import { isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { leftGuilds, moderatorActions } from '../database/schema/lasting.ts';

/** What is kept of a server goes so many days after the bot was seen to be there no more. */
const KEPT_DAYS = 30;

/** The servers of which something is kept. */
export async function keptGuilds(database: PostgresJsDatabase): Promise<string[]> {
  const rows = await database
    .select({ guildId: sql<string>`${moderatorActions.guildId}` })
    .from(moderatorActions)
    .where(isNotNull(moderatorActions.guildId))
    .union(database.select({ guildId: sql<string>`${leftGuilds.guildId}` }).from(leftGuilds))
    // Behind a pooler a query needs a parameter.
    .limit(MOST_GUILDS);
  return rows.map(({ guildId }) => guildId);
}

/** More than any program's administrators have; the next day brings the rest. */
const MOST_GUILDS = 10_000;

/** Writes down where the bot is and is not; the day on which it was first seen to be gone stays. */
export async function noteGuilds(
  database: PostgresJsDatabase,
  { there, gone }: { there: readonly string[]; gone: readonly string[] },
): Promise<void> {
  await database.execute(sql`delete from ${leftGuilds} where guild_id = any(${list(there)}::text[])`);
  await database.execute(sql`
    insert into ${leftGuilds} (guild_id) select unnest(${list(gone)}::text[]) on conflict do nothing`);
}

/** Deletes what is kept of those of these servers that the bot has left long enough ago. @returns how many rows it was */
export async function forgetGuilds(database: PostgresJsDatabase, gone: readonly string[]): Promise<number> {
  const deleted = await database.execute(sql`
    with forgotten as (
      delete from ${leftGuilds}
      where guild_id = any(${list(gone)}::text[]) and left_at <= now() - make_interval(days => ${KEPT_DAYS})
      returning guild_id
    )
    delete from ${moderatorActions} where guild_id in (select guild_id from forgotten) returning id`);
  return deleted.length;
}

/** As Postgres writes an array: ids of servers have nothing that needs to be escaped. */
function list(ids: readonly string[]): string {
  return `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;
}
