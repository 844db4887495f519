import type { Connection } from '../../database/connection.ts';

/** The extent of a gap in the data: `part` of `whole`. */
interface Part {
  part: number;
  whole: number;
}

/** The gaps in the data. */
export interface Limits {
  /** Reviews that do not state their year. */
  inferredYears: Part;
  /** Users with an incomplete library: Steam counts another number of games than the library lists. */
  partialLibraries: Part;
  /** Users with an empty library, among all users with a library. */
  emptyLibraries: Part;
  /** Users without a library, known only from reviews. */
  reviewersOnly: Part;
  /** Games that libraries or reviews mention but that have no record. */
  unrecordedGames: Part;
  /** Library rows, hours and reviews of games without a record. */
  unrecordedRows: Part;
  unrecordedHours: Part;
  unrecordedReviews: Part;
  /** Recorded games without a genre, and without a release year. Answers by genre or by release year leave them out. */
  withoutGenre: Part;
  withoutYear: Part;
  /** Hours of games with a genre and a release year: the hours behind answers by genre. */
  countedHours: Part;
}

/** The extent of every gap in the data. */
export async function readLimits(sql: Connection): Promise<Limits> {
  const [row] = await sql<Record<string, number>[]>`
    with owners as (
      select items_count, complete from users
      where items_count is not null or exists (select from library where user_key = key)
    ), r as (
      select count(*) as all, count(*) filter (where year_inferred) as inferred,
        count(*) filter (where not recorded) as unrecorded
      from reviews join games on id = game_id
    ), u as (
      select count(*) as all, count(*) filter (where not complete) as partial,
        count(*) filter (where items_count = 0) as empty
      from owners
    ), g as (
      select count(*) as all, count(*) filter (where not recorded) as unrecorded,
        count(*) filter (where recorded and genres = '{}') as no_genre,
        count(*) filter (where recorded and release_year is null) as no_year
      from games
    ), p as (
      select coalesce(sum(owners), 0) as rows, coalesce(sum(owners) filter (where not recorded), 0) as unrecorded_rows,
        coalesce(sum(minutes), 0) / 60.0 as hours, coalesce(sum(minutes) filter (where not recorded), 0) / 60.0 as unrecorded_hours,
        coalesce(sum(minutes) filter (where genres <> '{}' and release_year is not null), 0) / 60.0 as counted_hours
      from game_play join games on id = game_id
    )
    select r.all::float8 as reviews, r.inferred::float8, r.unrecorded::float8 as unrecorded_reviews,
      u.all::float8 as owners, u.partial::float8, u.empty::float8, (select count(*) from users)::float8 as users,
      g.all::float8 as games, g.unrecorded::float8 as unrecorded_games, g.no_genre::float8, g.no_year::float8,
      p.rows::float8, p.unrecorded_rows::float8, p.hours::float8, p.unrecorded_hours::float8, p.counted_hours::float8
    from r, u, g, p`;
  const of = (part: string, whole: string): Part => ({ part: row![part]!, whole: row![whole]! });
  const recorded = row!.games! - row!.unrecorded_games!;
  return {
    inferredYears: of('inferred', 'reviews'),
    partialLibraries: of('partial', 'owners'),
    emptyLibraries: of('empty', 'owners'),
    reviewersOnly: { part: row!.users! - row!.owners!, whole: row!.users! },
    unrecordedGames: of('unrecorded_games', 'games'),
    unrecordedRows: of('unrecorded_rows', 'rows'),
    unrecordedHours: of('unrecorded_hours', 'hours'),
    unrecordedReviews: of('unrecorded_reviews', 'reviews'),
    withoutGenre: { part: row!.no_genre!, whole: recorded },
    withoutYear: { part: row!.no_year!, whole: recorded },
    countedHours: of('counted_hours', 'hours'),
  };
}
