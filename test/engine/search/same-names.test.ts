import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/engine/search/fold.ts';
import { SameNames } from '../../../src/engine/search/same-names.ts';

describe('two names', () => {
  it.each([
    ['Counter-Strike', 'counterstrike'],
    ['Counter-Strike', 'STRIKE, counter'],
    ['Slice&Dice', 'dice and slice'],
  ])('%j and %j are one', (a, b) => {
    expect(new SameNames([foldName(a)]).places(foldName(b))).toEqual([0]);
  });

  it.each([
    ['Portal', 'Portal 2'],
    ['on', 'no'],
    ['ab cd', 'ab dc'],
  ])('%j and %j are two', (a, b) => {
    expect(new SameNames([foldName(a)]).places(foldName(b))).toEqual([]);
  });
});
