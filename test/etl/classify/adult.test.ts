import { describe, expect, it } from 'vitest';
import { isAdult } from '../../../src/etl/classify/adult.ts';
import { classifyGames } from '../../../src/etl/classify/classify-games.ts';
import { described, unrecorded } from './described.ts';

const seven = ['Action', 'Indie', 'RPG', 'Open World', 'Survival', 'Crafting', 'Sandbox'];

describe('a game is for adults', () => {
  it.each([
    [['Visual Novel', 'Sexual Content']],
    [[...seven, 'Zombies', 'Hentai']],
    [[...seven, 'Nudity']],
    [['NSFW']],
  ])('with the tags %j', (tags) => {
    expect(isAdult({ tags })).toBe(true);
  });

  it.each([[[]], [['Mature', 'Violent']], [[...seven, 'Zombies', 'Nudity']]])('but not with %j', (tags) => {
    expect(isAdult({ tags })).toBe(false);
  });
});

describe('what belongs to a game for adults is for adults', () => {
  const dlc = { specs: ['Downloadable Content'] };
  const studio = { developers: ['Lewd Studio'] };
  const classes = classifyGames([
    described({ id: 1, name: 'Night Garden', tags: ['Hentai'], ...studio }),
    described({ id: 2, name: 'Night Garden - Jail', ...dlc }),
    described({ id: 3, name: 'Night Garden Original Soundtrack', ...studio }),
    described({ id: 4, name: 'Night Garden: Deluxe Edition', ...studio }),
    unrecorded(5, 'Night Garden Demo'),
    described({ id: 6, name: 'Night Garden 2', ...studio }),
    described({ id: 7, name: 'Night Garden 2 - Hats', ...dlc, ...studio }),
    described({ id: 8, name: 'Night Gardening', developers: ['Quiet Studio'] }),
    described({ id: 9, name: 'Lust', tags: ['Sexual Content'], ...studio }),
    described({ id: 10, name: 'Lust for Glory - Maps', ...dlc, developers: ['Quiet Studio'] }),
    described({ id: 11, name: 'Lust - Maps', ...dlc, ...studio }),
    described({ id: 12, name: 'Night Garden', developers: ['Quiet Studio'] }),
  ]);

  it.each<[id: number, adult: boolean, why: string]>([
    [1, true, 'it is tagged so'],
    [2, true, 'a DLC'],
    [3, true, 'a soundtrack'],
    [4, true, 'an edition of the same studio'],
    [5, true, 'a demo that nothing else is known of'],
    [6, false, 'a sequel is a game of its own'],
    [7, false, 'a DLC of the sequel'],
    [8, false, 'another title'],
    [10, false, 'one word in common, another studio'],
    [11, true, 'one word in common, the same studio'],
    [12, false, 'the same title, another studio'],
  ])('%i: %s, because of this: %s', (id, adult) => {
    expect(classes.get(id)?.adult).toBe(adult);
  });
});
