import { describe, expect, it } from 'vitest';
import { isAdult } from '../../../src/etl/classify/adult.ts';

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
