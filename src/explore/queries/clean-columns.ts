import type { Connection } from '../../database/connection.ts';
import type { SourceName } from '../../database/schema/sources.ts';

/** A column of the loaded data set that was made from a column of a raw file. */
export interface CleanColumn {
  source: SourceName;
  /** The name of the raw column. */
  column: string;
  records: number;
  missing: number;
  distinct: number;
}

/**
 * The loaded columns after cleaning. An empty list counts as missing. So does a name that had to be made up because the
 * record has none, and the text of a review without words.
 */
export function readCleanColumns(sql: Connection): Promise<CleanColumn[]> {
  return sql<CleanColumn[]>`
    with recorded as (select * from games where recorded), owners as (
      select * from users where items_count is not null or exists (select from library where user_key = key)
    )
    select 'games' as source, clean.* from (
      select count(*)::int as records,
        array[0, count(*) filter (where name = 'App ' || id), count(*) filter (where developers = '{}'),
          count(*) filter (where publisher is null), count(*) filter (where genres = '{}'),
          count(*) filter (where tags = '{}'), count(*) filter (where specs = '{}'),
          count(*) filter (where release_date is null), count(*) filter (where price is null), 0]::int[] as missing,
        array[count(distinct id), count(distinct name), count(distinct developers) filter (where developers <> '{}'),
          count(distinct publisher), count(distinct genres) filter (where genres <> '{}'),
          count(distinct tags) filter (where tags <> '{}'), count(distinct specs) filter (where specs <> '{}'),
          count(distinct release_date), count(distinct price), count(distinct early_access)]::int[] as distincts
      from recorded
    ) as counted, lateral (
      select "column", records, missing, "distinct" from unnest(
        array['id', 'app_name', 'developer', 'publisher', 'genres', 'tags', 'specs', 'release_date', 'price', 'early_access'],
        counted.missing, counted.distincts) as columns ("column", missing, "distinct")
    ) as clean
    union all
    select 'libraries', 'user_id', count(*)::int, 0, count(distinct user_id)::int from owners
    union all
    select 'libraries', 'items_count', count(*)::int, count(*) filter (where items_count is null)::int,
      count(distinct items_count)::int from owners
    union all
    select 'libraries', clean.* from (
      select count(*)::int as records, count(*) filter (where minutes_two_weeks is null)::int as no_weeks,
        count(distinct game_id)::int as games, count(distinct minutes)::int as minutes,
        count(distinct minutes_two_weeks)::int as weeks
      from library
    ) as counted, lateral (values
      ('items.item_id', records, 0, games), ('items.playtime_forever', records, 0, minutes),
      ('items.playtime_2weeks', records, no_weeks, weeks)) as clean
    union all
    select 'reviews', clean.* from (
      select count(*)::int as records, count(distinct user_key)::int as users, count(distinct game_id)::int as games,
        count(distinct posted)::int as days, count(distinct edited)::int as edited,
        count(distinct recommend)::int as verdicts, count(*) filter (where words = 0)::int as no_words,
        count(distinct text_hash) filter (where words > 0)::int as texts, count(distinct (helpful, rated))::int as votes,
        count(distinct funny)::int as funny
      from reviews
    ) as counted, lateral (values
      ('user_id', records, 0, users), ('reviews.item_id', records, 0, games), ('reviews.posted', records, 0, days),
      ('reviews.last_edited', records, 0, edited), ('reviews.recommend', records, 0, verdicts),
      ('reviews.review', records, no_words, texts), ('reviews.helpful', records, 0, votes),
      ('reviews.funny', records, 0, funny)) as clean`;
}
