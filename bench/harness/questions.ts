import type postgres from 'postgres';
import { dataSetSchema } from '../../src/database/schema/data-set.ts';
import { OWNERS_THAT_TELL } from '../../src/engine/recommender/recommend-game.ts';

/** A question in the form that `ask --batch` takes. */
export interface Question {
  command: string;
  options: Record<string, string | number>;
}

/**
 * Questions by kind about the served data set, in an arbitrary order that is the same every time.
 *
 * @param limit the number of questions of each kind; a kind gets fewer if the data has no more
 */
export async function makeQuestions(
  direct: postgres.Sql,
  limit: number,
): Promise<Record<string, Question[]>> {
  const [served] = await direct<{ id: number }[]>`select data_set_id as id from steamscope.served_data_set`;
  const table = (name: string) => direct(`${dataSetSchema(served!.id)}.${name}`);
  const genres = await direct<
    { genre: string }[]
  >`select genre from ${table('genres')} where players > 0 order by genre`;
  const developers = await direct<{ developer: string }[]>`
    select developer from ${table('developers')} where games > 0 order by md5(developer) limit ${limit}`;
  const users = await direct<{ user: string }[]>`
    select user_id as user from ${table('users')} where items_count > 0 order by md5(user_id) limit ${limit}`;
  const liked = await direct<{ game: number }[]>`
    select game_id as game from ${table('similar_games')} where owners >= 5 order by md5(game_id::text) limit ${2 * limit}`;
  const played = await direct<{ game: number }[]>`
    select game_id as game from ${table('similar_games')} where owners >= ${OWNERS_THAT_TELL}
    order by md5(game_id::text || 'like') limit ${limit}`;
  const byContent = await direct<{ game: number }[]>`
    select game_id as game from ${table('game_content')} left join ${table('similar_games')} using (game_id)
    where coalesce(owners, 0) < ${OWNERS_THAT_TELL} order by md5(game_id::text) limit ${limit}`;
  const years = [2010, 2011, 2012, 2013, 2014, 2015].flatMap((year) =>
    ['reviewed', 'released'].map((yearOf) => ({ year, 'year-of': yearOf })),
  );
  const of = (command: string, options: Record<string, string | number>[]) =>
    options.map((each): Question => ({ command, options: each }));
  return {
    'playtime-genre': of('playtime-genre', [...genres]),
    'user-for-genre': of('user-for-genre', [...genres]),
    'users-recommend': of('users-recommend', years),
    'users-worst-developer': of('users-worst-developer', years),
    'sentiment-analysis': of('sentiment-analysis', [...developers]),
    'recommend-game': of(
      'recommend-game',
      played.map(({ game }) => ({ game: String(game) })),
    ),
    'recommend-game by content': of(
      'recommend-game',
      byContent.map(({ game }) => ({ game: String(game) })),
    ),
    'recommend-user': of('recommend-user', [...users]),
    'recommend-user by likes': of(
      'recommend-user',
      Array.from({ length: Math.floor(liked.length / 2) }, (_, at) => ({
        likes: `${liked[2 * at]!.game},${liked[2 * at + 1]!.game}`,
      })),
    ),
  };
}
