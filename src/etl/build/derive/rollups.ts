import type { Connection } from '../../../database/connection.ts';
import { dataSetSchema } from '../../../database/schema/data-set.ts';
import type { Reuse } from '../reuse/built-data-set.ts';
import { copyTables } from '../reuse/copy-tables.ts';

/**
 * The number of users that are kept for each genre and may be named, best first. Hidden users ranked among them
 * are kept too, because they may be shown again.
 */
const KEPT_GENRE_USERS = 10;

/**
 * Computes every rollup of the data set that the search path names. Ties are broken by name, in code-point order.
 *
 * @param reuse if its rollups of games and libraries would come out the same, they are copied from the earlier data set
 */
export async function deriveRollups(sql: Connection, reuse: Reuse | null = null): Promise<void> {
  if (reuse?.sameRollups && (await keepsEnoughUsers(sql, reuse.before.id))) {
    await copyTables(sql, reuse.before, LIBRARY_ROLLUPS);
  } else {
    await derivePlay(sql);
    await deriveGenres(sql);
  }
  await deriveReviewAnswers(sql);
  await sql`
    insert into tags (tag, games)
    select tag, count(*) from games cross join unnest(tags) as tag where recorded group by tag`;
}

/** The rollups that are computed from games and libraries alone. */
const LIBRARY_ROLLUPS = ['game_play', 'genre_years', 'genres', 'genre_users'];

/**
 * Whether each genre of a data set still has enough users that may be named. It lacks some if users have been
 * hidden since the data set was built; then the ranking has to be computed again.
 */
async function keepsEnoughUsers(sql: Connection, dataSetId: number): Promise<boolean> {
  const table = (name: string) => sql(`${dataSetSchema(dataSetId)}.${name}`);
  const short = await sql`
    select genre from ${table('genres')} join ${table('genre_users')} using (genre)
    left join steamscope.hidden_users using (user_id)
    group by genre, players
    having count(*) filter (where hidden_at is null) < ${KEPT_GENRE_USERS} and count(*) < players`;
  return short.length === 0;
}

/** Owners, players and minutes of each game: `game_play`. */
async function derivePlay(sql: Connection): Promise<void> {
  await sql`
    insert into game_play (game_id, owners, players, minutes)
    select game_id, count(*), count(*) filter (where minutes > 0), sum(minutes::bigint)
    from library group by game_id`;
}

/** Figures of each genre, by release year and by user: `genre_years`, `genres`, `genre_users`. */
async function deriveGenres(sql: Connection): Promise<void> {
  // A game without a genre or a release year counts in no answer about genres.
  await sql`
    create temporary table genre_games on commit drop as
    select unnest(genres) as genre, id as game_id, release_year from games where release_year is not null`;
  await sql`analyze genre_games`;
  await sql`
    insert into genre_years (genre, release_year, games, minutes)
    select genre, release_year, count(*), coalesce(sum(minutes), 0)
    from genre_games left join game_play using (game_id) group by genre, release_year`;

  await sql`
    create temporary table genre_play on commit drop as
    select genre, user_key, sum(minutes::bigint) as minutes
    from library join genre_games using (game_id) where minutes > 0 group by genre, user_key`;
  await sql`
    insert into genres (genre, games, players, minutes)
    select years.genre, years.games, coalesce(play.players, 0), years.minutes
    from (select genre, sum(games) as games, sum(minutes) as minutes from genre_years group by genre) as years
    left join (select genre, count(*) as players from genre_play group by genre) as play using (genre)`;

  // Users are looked up only for the ranks that may be shown, because there are many others.
  await sql`
    create temporary table genre_best on commit drop as
    select * from (
      select genre, user_key, user_id, first.minutes, row_number() over best as rank,
        count(*) filter (where hidden_at is null) over best as named
      from (
        select genre, user_key, minutes, rank() over (partition by genre order by minutes desc) as rank from genre_play
      ) as first
      join users on key = user_key left join steamscope.hidden_users using (user_id)
      where first.rank <= ${KEPT_GENRE_USERS} + (select count(*) from steamscope.hidden_users)
      window best as (partition by genre order by first.minutes desc, user_id collate "C")
    ) as ranked where named <= ${KEPT_GENRE_USERS}`;
  await sql`
    insert into genre_users (genre, rank, user_id, minutes, years, year_minutes)
    select genre, rank, user_id, best.minutes,
      array_agg(release_year order by release_year desc), array_agg(year.minutes order by release_year desc)
    from genre_best as best
    cross join lateral (
      select release_year, sum(library.minutes::bigint) as minutes
      from library join genre_games using (game_id)
      where library.user_key = best.user_key and genre_games.genre = best.genre and library.minutes > 0
      group by release_year
    ) as year
    group by genre, rank, user_id, best.minutes`;
}

/**
 * Figures of each year and each developer from reviews: `review_years`, `recommended_games`, `bad_developers`,
 * `developers`.
 */
async function deriveReviewAnswers(sql: Connection): Promise<void> {
  // Each review counts twice: in the year in which it was posted, and in the year in which its game was released.
  await sql`
    create temporary table yearly on commit drop as
    select dated.year_of, dated.year, games.id as game_id, games.name, games.developers,
      dated.year_of = 'reviewed' and year_inferred as inferred,
      recommend and sentiment >= 1 as recommended,
      not recommend and sentiment = 0 as bad
    from reviews join games on games.id = game_id
    cross join lateral (values ('reviewed', reviews.year), ('released', games.release_year)) as dated (year_of, year)
    where dated.year is not null`;
  await sql`
    insert into review_years (year_of, year, reviews, inferred, recommendations, bad_reviews)
    select year_of, year, count(*), count(*) filter (where inferred), count(*) filter (where recommended),
      count(*) filter (where bad)
    from yearly group by year_of, year`;
  await sql`
    insert into recommended_games (year_of, year, rank, game_id, name, recommendations, inferred)
    select year_of, year,
      row_number() over (partition by year_of, year order by count(*) desc, name collate "C", game_id),
      game_id, name, count(*), count(*) filter (where inferred)
    from yearly where recommended group by year_of, year, game_id, name`;
  await sql`
    insert into bad_developers (year_of, year, rank, developer, bad_reviews, reviews, inferred)
    select year_of, year,
      row_number() over (partition by year_of, year order by bad_reviews desc, developer collate "C"),
      developer, bad_reviews, reviews, inferred
    from (
      select year_of, year, developer, count(*) as reviews, count(*) filter (where bad) as bad_reviews,
        count(*) filter (where bad and inferred) as inferred
      from yearly cross join unnest(developers) as developer group by year_of, year, developer
    ) as counted
    where bad_reviews > 0`;
  await sql`
    insert into developers (developer, games, negative, neutral, positive, recommended)
    select developer, count(distinct games.id), count(*) filter (where sentiment = 0),
      count(*) filter (where sentiment = 1), count(*) filter (where sentiment = 2),
      count(*) filter (where recommend)
    from games cross join unnest(developers) as developer left join reviews on game_id = games.id
    group by developer`;
}
