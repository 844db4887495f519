import { describe, expect, test } from 'vitest';
import { type ComparedModel, comparedModels, type Situation } from '../../src/evaluate/compared-models.ts';
import { comparedLists } from '../../src/evaluate/game-evaluation.ts';
import type { Asker } from '../../src/evaluate/user-models.ts';
import { ALONE, smallContext, TASTES } from './small-context.ts';

/** A list length above the number of games. */
const ALL = 1000;

const context = await smallContext();
const { columns } = context;
const columnOf = new Map(Array.from(columns.gameIds, (id, column) => [id, column]));
const models: ComparedModel[] = [];
for await (const model of comparedModels(context)) models.push(model);

/** A user with these games, some of them unplayed. The model knows all of them. */
function owner(gameIds: readonly number[], unplayed: readonly number[] = []): Asker {
  const has = gameIds.map((id) => columnOf.get(id)!);
  return { columns: has, played: gameIds.map((id) => (unplayed.includes(id) ? 0 : 1)), excluded: has };
}

/** The same user, of whose games the model knows only the first `count`. */
function told(asker: Asker, count: number): Asker {
  return { ...asker, columns: asker.columns.slice(0, count), played: asker.played.slice(0, count) };
}

const LIBRARIES: Record<string, Asker> = {
  'a library': owner([10, 11, 12, 13], [12]),
  'a library of two tastes': owner([10, 11, 20, 21]),
  'a single game': owner([30]),
  'games that were never played': owner([20, 21], [20, 21]),
  'a game that nobody else has': owner([ALONE]),
  'a library with a game that nobody else has': owner([10, 11, ALONE]),
  'an empty library': owner([]),
  'every game there is': owner([...columns.gameIds]),
};

const ASKERS: Record<Situation, Record<string, Asker>> = {
  library: LIBRARIES,
  showable: { 'a library': owner([10, 11, 12, 13], [12]) },
  'without-twins': { 'a library, of which the model knows a part': told(owner([10, 11, 12, 13]), 3) },
  likes: {
    'three of four games': told(owner([10, 11, 12, 13]), 3),
    'none of four games': told(owner([20, 21]), 0),
  },
  stranger: { 'three likes': owner([10, 20, 30]), 'no likes': owner([]) },
};

const CASES = models.flatMap((model) =>
  model.situations.flatMap((situation) =>
    Object.entries(ASKERS[situation]).map(([name, asker]) => ({
      model: model.name,
      name,
      asker,
      list: model.list,
      scores: model.scores,
    })),
  ),
);

describe.each(CASES)('$model, asked for $name', ({ asker, list, scores }) => {
  const excluded = asker.excluded.map((column) => columns.gameIds[column]!);

  test('names games of the catalogue, each once, and no excluded one', () => {
    const all = list(asker, ALL);
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) {
      expect(columnOf.has(id)).toBe(true);
      expect(excluded).not.toContain(id);
    }
  });

  test('names as many games as wanted, unless there are fewer', () => {
    const all = list(asker, ALL);
    for (const count of [0, 1, 5, all.length]) expect(list(asker, count)).toEqual(all.slice(0, count));
    if (scores !== null) expect(all.length + excluded.length).toBe(columns.gameIds.length);
  });

  test('gives the same answer again, and does not change the question', () => {
    const before = structuredClone(asker);
    const first = list(asker, ALL);
    expect(list(asker, ALL)).toEqual(first);
    expect(asker).toEqual(before);
  });

  test('is sorted by finite scores, equal ones by column, if it has scores', () => {
    if (scores === null) return;
    const values = scores(asker);
    expect(values).toHaveLength(columns.gameIds.length);
    for (const [column, value] of values.entries()) {
      if (asker.excluded.includes(column)) expect(value).toBe(Number.NEGATIVE_INFINITY);
      else expect(value).toSatisfy(Number.isFinite);
    }
    const ranked = [...values.keys()]
      .filter((column) => !asker.excluded.includes(column))
      .sort((a, b) => values[b]! - values[a]! || a - b);
    expect(list(asker, ALL)).toEqual(ranked.map((column) => columns.gameIds[column]!));
  });
});

describe('a model', () => {
  /** Whether a model's answer depends on more of a user than the games to leave out. */
  const isPersonal = ({ scores }: ComparedModel) => {
    const ofNobody: Asker = { columns: [], played: [], excluded: [] };
    return (
      scores === null || String(scores(ofNobody)) !== String(scores({ ...owner([10, 11]), excluded: [] }))
    );
  };

  test('takes the library into account, unless it is popularity', () => {
    expect(models.filter((model) => !isPersonal(model)).map(({ name }) => name)).toEqual(['popularity']);
  });

  const personal = models.filter(isPersonal);

  test.each(personal)('finds the one missing game of a taste: $name', ({ list }) => {
    for (const taste of TASTES) {
      for (const missing of taste) {
        expect(list(owner(taste.filter((id) => id !== missing)), 1)).toEqual([missing]);
      }
    }
  });

  test.each(personal)('is not misled by a game that nobody else has: $name', ({ list }) => {
    const taste = TASTES[1]!;
    expect(list(owner([...taste.slice(1), ALONE]), 1)).toEqual([taste[0]]);
  });
});

describe.each(comparedLists(context).map(([name, list]) => ({ name, list })))(
  '$name, for a game',
  ({ list }) => {
    test.each([...columns.gameIds])('%i: at most five games, each once, known, and never itself', (asked) => {
      const games = [...list(asked)];
      expect(games.length).toBeLessThanOrEqual(5);
      expect(new Set(games).size).toBe(games.length);
      for (const id of games) {
        expect(id).not.toBe(asked);
        expect(columnOf.has(id)).toBe(true);
      }
      expect([...list(asked)]).toEqual(games);
    });

    test('an unknown one: known games or none', () => {
      for (const id of list(999_999)) expect(columnOf.has(id)).toBe(true);
    });
  },
);
