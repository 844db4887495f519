import { describe, expect, it } from 'vitest';
import { seriesKeys } from '../../../src/etl/classify/series.ts';
import { described, unrecorded } from './described.ts';

const games = [
  ['Portal', 'Valve'],
  ['Portal 2', 'Valve'],
  ['Portal Knights', 'Keen Games'],
  ['Half-Life', 'Valve'],
  ['Half-Life 2: Episode One', 'Valve'],
  ['Counter-Strike', 'Valve'],
  ['Counter-Strike: Source', 'Valve'],
  ['Napoleon: Total War™', 'The Creative Assembly'],
  ['Total War: SHOGUN 2', 'The Creative Assembly'],
  ['Worms Reloaded', 'Team17 Digital Ltd'],
  ['Worms Revolution', 'Team17 Digital'],
  ['Dead Space', 'EA'],
  ['Dead Island', 'Techland'],
  ['BioShock™', '2K Boston'],
  ['BioShock Infinite', 'Irrational'],
  ['Limbo of the Lost', 'Somebody'],
  ['LIMBO', 'Playdead'],
  ['Gauntlet', 'WB Games'],
  ['Gauntlet: Slayer', 'Warner Bros. Interactive Entertainment'],
  ['Gauntlet of Ire', 'Somebody Else'],
].map(([name, developer], index) =>
  described({
    id: index + 1,
    name: name!,
    developers: [developer!],
    publisher: name!.startsWith('BioShock') ? '2K' : null,
  }),
);
const all = [...games, unrecorded(100, 'Worms 4'), unrecorded(101, 'Sakura Clicker')];
const keys = seriesKeys(all);

/** Whether two games with these keys are of one series. */
function sameSeries(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}

function areOneSeries(a: string, b: string): boolean {
  const keysOf = (name: string) => keys.get(all.find((game) => game.name === name)!.id)!;
  return sameSeries(keysOf(a), keysOf(b));
}

describe('a series', () => {
  it.each([
    ['Portal', 'Portal 2'],
    ['Half-Life', 'Half-Life 2: Episode One'],
    ['Counter-Strike', 'Counter-Strike: Source'],
    ['Napoleon: Total War™', 'Total War: SHOGUN 2'],
    ['Worms Reloaded', 'Worms Revolution'],
    ['BioShock™', 'BioShock Infinite'],
    ['Gauntlet', 'Gauntlet: Slayer'],
  ])('holds %s and %s', (a, b) => {
    expect(areOneSeries(a, b)).toBe(true);
    expect(areOneSeries(b, a)).toBe(true);
  });

  it.each([
    ['Portal', 'Half-Life'],
    ['Portal', 'Portal Knights'],
    ['Dead Space', 'Dead Island'],
    ['LIMBO', 'Limbo of the Lost'],
    ['Gauntlet', 'Gauntlet of Ire'],
    ['Napoleon: Total War™', 'Worms Reloaded'],
  ])('does not hold %s and %s', (a, b) => {
    expect(areOneSeries(a, b)).toBe(false);
  });

  it('with a single game has no key', () => {
    expect(keys.get(101)).toStrictEqual([]);
  });

  it('takes in a game without a record by the beginning of its title', () => {
    const strangers = [
      described({ id: 1, name: 'Limbo', developers: ['Playdead'] }),
      unrecorded(2, 'Limbo 2'),
      described({ id: 3, name: 'Inside', developers: ['Playdead'] }),
    ];
    const [first, second, third] = seriesKeys(strangers).values();
    expect(sameSeries(first!, second!)).toBe(true);
    expect(sameSeries(second!, third!)).toBe(false);
  });
});
