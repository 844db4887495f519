import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/engine/search/fold.ts';
import { SameNames } from '../../../src/engine/search/same-names.ts';

function namesOf(...names: string[]): SameNames {
  const same = new SameNames();
  for (const name of names) same.add(foldName(name));
  return same;
}

describe('two names', () => {
  it.each([
    ['Counter-Strike', 'counterstrike'],
    ['Counter-Strike', 'STRIKE, counter'],
    ['Slice&Dice', 'dice and slice'],
  ])('%j and %j count as one', (a, b) => {
    expect(namesOf(a).places(foldName(b))).toEqual([0]);
  });

  it.each([
    ['Portal', 'Portal 2'],
    ['on', 'no'],
    ['ab cd', 'ab dc'],
  ])('%j and %j count as two', (a, b) => {
    expect(namesOf(a).places(foldName(b))).toEqual([]);
  });
});

it('the places of all equal names are given, ascending', () => {
  expect(
    namesOf('Six Rainbow', 'Portal', 'rainbowsix', 'RAINBOW SIX').places(foldName('Rainbow Six')),
  ).toEqual([0, 2, 3]);
});
