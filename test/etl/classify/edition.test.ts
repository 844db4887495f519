import { describe, expect, it } from 'vitest';
import { editionKey } from '../../../src/etl/classify/edition.ts';

describe('editions', () => {
  it.each([
    ['BioShock™', 'BioShock Remastered'],
    ['The Witcher: Enhanced Edition', 'The Witcher'],
    ['Borderlands Game of the Year', 'Borderlands'],
    ['Fallout 3 - Game of the Year Edition', 'Fallout 3'],
    ['Metro 2033 Redux', 'Metro 2033'],
    ['Call of Duty: Modern Warfare 3 - Multiplayer', 'Call of Duty®: Modern Warfare® 3'],
    ['Tomb Raider II', 'Tomb Raider 2'],
    ['Pokémon Gold Edition', 'POKEMON'],
    ['Sid Meier’s Civilization® V', "Sid Meier's Civilization V"],
    ['Alan Wake (2012)', 'Alan Wake'],
    ["Metal Gear Collector's Edition HD", 'Metal Gear'],
  ])('%s and %s are editions of one game', (a, b) => {
    expect(editionKey(a)).toBe(editionKey(b));
  });

  it.each([
    ['Portal', 'Portal 2'],
    ['Trine', 'Trine 2'],
    [
      "Dark Parables: The Final Cinderella Collector's Edition",
      "Dark Parables: Rise of the Snow Queen Collector's Edition",
    ],
    ['Sky Force Anniversary', 'Sky Force Reloaded'],
    ['***', '???'],
    ['Gold', 'HD'],
    ['N', 'N++'],
  ])('%s and %s are two games', (a, b) => {
    expect(editionKey(a)).not.toBe(editionKey(b));
  });
});
