import { expect, test } from 'vitest';
import { unpackRow } from '../../../src/database/packed-weights.ts';
import { fitUserModel, USER_MODEL_PARAMETERS } from '../../../src/etl/fit/fit-user-model.ts';
import type { GameFeatures } from '../../../src/etl/fit/interactions.ts';
import { interactions } from './libraries.ts';
import { numbers } from './naive-inverse.ts';

const NO_CONTENT = new Map<number, GameFeatures>();

test('two games as by hand: links of EASE, and chances to the fourth power', async () => {
  const libraries = interactions({ 10: 9, 20: 9 }, { 10: 9, 20: 0 }, { 10: 0, 20: 9 }, { 10: 9 });
  const model = await fitUserModel(libraries, NO_CONTENT, {
    ...USER_MODEL_PARAMETERS,
    gram: { owned: 0.5, userPower: 0 },
    ridge: 1,
    priorUsers: 1,
  });
  expect([...model.gameIds, ...model.owners, ...model.players]).toEqual([10, 20, 4, 3, 3, 2]);
  const of10 = model.rows[0]!;
  // G is [[1 + 1 + ¼ + 1 + ridge, 1 + ½ + ½], [2, 1 + ¼ + 1 + ridge]]; its inverse is [[3.25, −2], [−2, 4.25]] / det.
  expect(unpackRow(of10.links)).toEqual({ columns: Uint16Array.of(1), weights: Float32Array.of(2 / 4.25) });
  // co-play.test.ts works out the chances: 5/9 for players of 10, 5/6 for users who only own it.
  expect(unpackRow(of10.played).weights[0]).toBeCloseTo((5 / 9) ** 4, 6);
  expect(unpackRow(of10.owned).weights[0]).toBeCloseTo((5 / 6) ** 4, 6);
});

test('the same libraries give the same model, byte by byte, with any number of threads', async () => {
  const next = numbers(3);
  const users = Array.from({ length: 300 }, () =>
    Object.fromEntries(
      Array.from({ length: 8 }, () => [Math.floor((next() + 0.5) ** 2 * 200) + 1, next() > 0 ? 5 : 0]),
    ),
  );
  const [first, second] = [
    await fitUserModel(interactions(...users), NO_CONTENT, USER_MODEL_PARAMETERS, 1),
    await fitUserModel(interactions(...users), NO_CONTENT, USER_MODEL_PARAMETERS, 2),
  ];
  expect(first.rows.length).toBeGreaterThan(100);
  expect(second).toEqual(first);
});

test('if nobody has a game, the model is empty', async () => {
  expect((await fitUserModel(interactions({}), NO_CONTENT)).rows).toEqual([]);
});
