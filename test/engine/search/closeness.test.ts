import { describe, expect, it } from 'vitest';
import { closeness } from '../../../src/engine/search/closeness.ts';
import { foldName } from '../../../src/engine/search/fold.ts';

/** Weights as they are among 30,000 names: `of` is in thousands of them, `corporation` in a hundred, `valve` in one. */
const WEIGHTS: Readonly<Record<string, number>> = { of: 3, the: 2, corporation: 8, games: 4 };
const weightOf = (word: string) => WEIGHTS[word] ?? 14;

describe('how close a name is to a typed text', () => {
  it.each<[typed: string, name: string, share: number, why: string]>([
    ['skyrim', 'The Elder Scrolls V: Skyrim', 1, 'a word of the name as it is'],
    ['x com', 'XCOM: Enemy Unknown', 1, 'spaces'],
    ['xcom', 'X-COM: Apocalypse', 1, 'spaces'],
    ['portal two', 'Portal 2: Mel', 1, 'a number in another form'],
    ['portal 3', 'Portal 2', 0.95, 'a number that the name lacks'],
    ['dark souls', 'Dark Fall: Lost Souls', 0.95, 'words between the typed ones'],
    ['souls dark 4', 'Dark Fall: Lost Souls', 0.9, 'another order, and a number'],
    ['acton', 'Action', 5 / 6, 'a letter left out of the whole name'],
    ['strategie', 'Strategy', 7 / 9, 'two letters of nine'],
    ['bioshok infinite', 'BioShock Infinite', 15 / 16, 'the better of words and letters'],
    ['valv', 'Valve', 0.85, 'most of a word'],
    ['valve corporation', 'Valve', (14 / 22 + 1) / 2, 'a rare word, and the whole of the name'],
  ])('%j and %j: %d, for %s', (typed, name, share) => {
    expect(closeness(foldName(typed), foldName(name), weightOf)).toBeCloseTo(share, 10);
  });

  it.each<[typed: string, name: string, why: string]>([
    ['valve corporation', 'Tomorrow Corporation', 'a common word alone'],
    ['lol', 'Last Anime boy: Saving loli', 'a short word that begins another'],
    ['pubg', 'Turbo Pug', 'a short word with a wrong letter'],
    ['cod', 'Codename CURE', 'a short beginning'],
    ['hades', 'Shades of Black', 'another first letter'],
    ['minecraft', 'MachineCraft', 'three letters'],
    ['league of legends', 'League of Mermaids', 'one of two words'],
    ['valorant', 'Valiant', 'two letters of eight'],
    ['ea games', '4A Games', 'a short word that is another'],
    ['god of war', 'God of Word', 'a short word that is another'],
  ])('%j and %j are less close than any name that is suggested: %s', (typed, name) => {
    expect(closeness(foldName(typed), foldName(name), weightOf)).toBeLessThan(0.77);
  });
});
