import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set/data-set.ts';
import { closeDataSet } from '../../../src/engine/data-set/per-data-set.ts';
import { recommendGame } from '../../../src/engine/recommender/recommend-game.ts';
import type { Steering } from '../../../src/engine/recommender/steering.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { IDS, LUMENBOX_SERIES, loadSmallWorld, NO_GAMES } from './small-world.ts';

let database: TestDatabase;
let dataSet: DataSet;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSet = await loadSmallWorld(database);
});
afterAll(async () => {
  await closeDataSet(dataSet);
  await database.remove();
});

const like = (game: string | number, steering: Steering = {}) =>
  recommendGame(dataSet, { game: String(game), ...steering });
const ids = ({ games }: { games: readonly { gameId: string }[] }) =>
  games.map(({ gameId }) => Number(gameId));

/** All games that are shown for a game, on all pages. */
async function leafThrough(game: number, steering: Steering = {}): Promise<number[]> {
  const all: number[] = [];
  for (let page = 1; ; page++) {
    const shown = ids(await like(game, { ...steering, page }));
    if (shown.length === 0) return all;
    all.push(...shown);
  }
}

describe('games like a game', () => {
  test('that people play are five, best first, found by its players', async () => {
    const answer = await like('gravel kings');
    expect(answer.game).toEqual({ gameId: '40', name: 'Gravel Kings' });
    expect(answer.basis).toBe('collaborative');
    expect(answer.games.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    // All other racing games have the ids 41 to 46.
    for (const id of ids(answer)) expect([41, 42, 43, 44, 45, 46]).toContain(id);
    const scores = answer.games.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { because } of answer.games) {
      expect(because.map(({ kind }) => kind)).toEqual(['developer', 'players', 'tags']);
    }
  });

  test('have players in common by complete libraries', async () => {
    const { games, restsOn } = await like('Gravel Kings');
    const counted = await database.direct.unsafe<{ game_id: number; both: number; owners: number }[]>(`
      with full_libraries as (
        select l.* from steamscope_data_${dataSet.id}.library l join steamscope_data_${dataSet.id}.users on key = user_key
        where complete)
      select b.game_id, count(*)::int as both, (select count(*)::int from full_libraries where game_id = 40) as owners
      from full_libraries a join full_libraries b on b.user_key = a.user_key
      where a.game_id = 40 and a.minutes > 0 and b.minutes > 0 group by 1`);
    expect(restsOn.owners).toBe(counted[0]!.owners);
    for (const { gameId, because } of games) {
      const both = counted.find((row) => String(row.game_id) === gameId)!.both;
      expect(because).toContainEqual({ kind: 'players', count: both });
    }
  });

  test('that nobody has are found by content, in the worker', async () => {
    const answer = await like(IDS.lonelyPrism);
    expect(answer).toMatchObject({ basis: 'content', restsOn: { owners: 0 } });
    expect(answer.games).toHaveLength(5);
    expect(LUMENBOX_SERIES).toContain(ids(answer)[0]);
    expect(answer.games[0]!.because).toEqual([
      { kind: 'developer', developer: 'Prism Works' },
      { kind: 'tags', tags: ['Puzzle', 'Beams', 'Science'] },
    ]);
    expect(await like(IDS.lonelyPrism)).toEqual(answer);
  });

  test('without a record and players are the popular ones, and the answer says so', async () => {
    const answer = await like(IDS.reviewedOnly);
    expect(answer).toMatchObject({ game: { gameId: '99', name: 'App 99' }, basis: 'popularity' });
    // All 130 users of the three groups play it.
    expect(answer.games[0]).toMatchObject({ gameId: '80', because: [{ kind: 'popular', players: 130 }] });
    expect(new Set(answer.games.flatMap(({ because }) => because.map(({ kind }) => kind)))).toEqual(
      new Set(['popular']),
    );
  });

  test('are a choice of both, if two games have the same name but for the writing', async () => {
    await expect(like('sky-loom')).rejects.toMatchObject({
      code: 'ambiguous-game',
      suggestions: expect.arrayContaining(['Sky Loom', 'SkyLoom']),
    });
    expect((await like('SkyLoom')).game.gameId).toBe('71');
    await expect(like('Gravle Kings')).rejects.toMatchObject({
      code: 'unknown-game',
      suggestions: ['Gravel Kings'],
    });
  });
});

describe('the list', () => {
  test('repeats nothing on any page, and ends', async () => {
    const all = await leafThrough(IDS.lumenbox);
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
    const second = await like(IDS.lumenbox, { page: 2 });
    expect(second.games.map(({ rank }) => rank)).toEqual([6, 7, 8, 9, 10]);
  });

  test('never holds an addition, a soundtrack, a demo, the game itself, or another edition of it', async () => {
    const all = await leafThrough(IDS.lumenbox, { adult: true });
    expect(all).toContain(IDS.adult);
    for (const id of [...NO_GAMES, IDS.lumenbox, IDS.lumenboxDeluxe]) expect(all).not.toContain(id);
    const others = await leafThrough(IDS.tessera);
    expect([IDS.lumenbox, IDS.lumenboxDeluxe].filter((id) => others.includes(id))).toHaveLength(1);
  });

  test('holds at most two of a series in five, and names the series as a reason', async () => {
    const { games } = await like(IDS.lumenbox);
    const sequels = games.filter(({ gameId }) => LUMENBOX_SERIES.includes(Number(gameId)));
    expect(sequels).toHaveLength(2);
    for (const { because } of sequels) expect(because[0]).toEqual({ kind: 'series', series: 'Lumenbox' });
  });

  test('holds games for adults only if that is allowed', async () => {
    expect(await leafThrough(IDS.lumenbox)).not.toContain(IDS.adult);
  });

  test('has the wished genre or tag, and none to avoid', async () => {
    const races = await leafThrough(IDS.lumenbox, { genre: 'racing' });
    expect(races.toSorted()).toEqual([40, 41, 42, 43, 44, 45, 46, 91]);
    const rest = await leafThrough(IDS.gravelKings, { avoid: ['Cars'] });
    expect(rest.length).toBeGreaterThan(0);
    for (const id of rest) expect(races).not.toContain(id);
    await expect(like(IDS.lumenbox, { genre: 'Racng' })).rejects.toMatchObject({
      code: 'unknown-label',
      suggestions: ['Racing'],
    });
  });

  test('has games as well known as wished', async () => {
    // Of the 133 users with a library, 0.2 % is less than one user, and 2 % is less than three.
    const obscure = await leafThrough(IDS.gravelKings, { howKnown: 'obscure' });
    // Of the games that nobody plays, only `Lonely Wheel` is like `Gravel Kings`.
    expect(obscure).toEqual([91]);
    const popular = await leafThrough(IDS.gravelKings, { howKnown: 'popular' });
    expect(popular.length).toBeGreaterThan(5);
    for (const id of obscure) expect(popular).not.toContain(id);
  });
});

test('the same files give the same answers, to the last digit', async () => {
  const questions = [
    IDS.lumenbox,
    IDS.tessera,
    IDS.gravelKings,
    IDS.lonelyPrism,
    IDS.crate,
    IDS.reviewedOnly,
  ];
  const answers = async (of: DataSet) =>
    JSON.stringify(await Promise.all(questions.map((game) => recommendGame(of, { game: String(game) }))));
  const first = await answers(dataSet);
  const again = await loadSmallWorld(database);
  expect(again.id).not.toBe(dataSet.id);
  expect(await answers(again)).toBe(first);
  await closeDataSet(again);
});
