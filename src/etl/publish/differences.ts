import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Reuse } from '../build/reuse/built-data-set.ts';

/**
 * The number of rows that only the new data set has (`new`), that only the old one has (`gone`), and that both
 * have with other values (`changed`).
 */
interface Difference {
  new: number;
  gone: number;
  changed: number;
}

/** The differences between a new data set and an old one, by kind of row. */
export interface Differences {
  games: Difference;
  users: Difference;
  libraryRows: Difference;
  reviews: Difference;
}

const NONE: Difference = { new: 0, gone: 0, changed: 0 };

/**
 * Compares the data set that the search path names with an older one. Games are matched by id, users by their
 * Steam id, libraries and reviews by user and game.
 *
 * @param otherId the id of the older data set
 * @param reuse what was taken over from the older one: games and libraries taken over are not compared
 */
export async function compareWith(
  sql: Connection,
  otherId: number,
  reuse: Reuse | null = null,
): Promise<Differences> {
  const other: OtherTable = (name) => sql(`${dataSetSchema(otherId)}.${name}`);
  await sql`set local work_mem = '64MB'`;
  // The key of a user differs from data set to data set.
  await sql`
    create temporary table same_users on commit drop as
    select theirs.key as their_key, ours.key as our_key
    from ${other('users')} as theirs join users as ours using (user_id)`;
  await sql`analyze same_users`;
  const sameLibraries = reuse?.sameLibraries === true;
  return {
    games: sameLibraries ? NONE : await compareGames(sql, other),
    users: await compareUsers(sql, other),
    libraryRows: sameLibraries ? NONE : await compareLibraryRows(sql, other),
    reviews: await compareReviews(sql, other),
  };
}

/** Gives the qualified name of a table of the older data set. */
type OtherTable = (name: string) => postgres.Helper<string>;

async function compareGames(sql: Connection, other: OtherTable): Promise<Difference> {
  const [games] = await sql<Difference[]>`
    select count(*) filter (where theirs.id is null)::int as new, count(*) filter (where ours.id is null)::int as gone,
      count(*) filter (where ours.id = theirs.id and row(ours.*) is distinct from row(theirs.*))::int as changed
    from (select * from games where recorded) as ours
    full join (select * from ${other('games')} where recorded) as theirs on ours.id = theirs.id`;
  return games!;
}

async function compareUsers(sql: Connection, other: OtherTable): Promise<Difference> {
  const [users] = await sql<Difference[]>`
    select (select count(*) from users)::int - count(*)::int as new,
      (select count(*) from ${other('users')})::int - count(*)::int as gone,
      count(*) filter (where (ours.items_count, ours.complete) is distinct from (theirs.items_count, theirs.complete))::int
        as changed
    from same_users join users as ours on ours.key = our_key join ${other('users')} as theirs on theirs.key = their_key`;
  return users!;
}

async function compareLibraryRows(sql: Connection, other: OtherTable): Promise<Difference> {
  const [rows] = await sql<Difference[]>`
    select (select count(*) from library)::int - count(*)::int as new,
      (select count(*) from ${other('library')})::int - count(*)::int as gone,
      count(*) filter (where (ours.minutes, ours.minutes_two_weeks)
        is distinct from (theirs.minutes, theirs.minutes_two_weeks))::int as changed
    from same_users join ${other('library')} as theirs on theirs.user_key = their_key
    join library as ours on ours.user_key = our_key and ours.game_id = theirs.game_id`;
  return rows!;
}

/** The reviews of one user of one game are compared together, because a user may have several of the same game. */
async function compareReviews(sql: Connection, other: OtherTable): Promise<Difference> {
  const [reviews] = await sql<Difference[]>`
    select count(*) filter (where their_reviews is null)::int as new, count(*) filter (where our_reviews is null)::int as gone,
      count(*) filter (where our_reviews <> their_reviews)::int as changed
    from (
      select user_id, game_id, array_agg(row(posted, recommend, text_hash)::text order by posted, recommend, text_hash)
        as our_reviews
      from reviews join users on key = user_key group by user_id, game_id
    ) as ours full join (
      select user_id, game_id, array_agg(row(posted, recommend, text_hash)::text order by posted, recommend, text_hash)
        as their_reviews
      from ${other('reviews')} join ${other('users')} on key = user_key group by user_id, game_id
    ) as theirs using (user_id, game_id)`;
  return reviews!;
}
