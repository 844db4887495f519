import { expect, it } from 'vitest';
import { classifyGames } from '../../../src/etl/classify/classify-games.ts';
import { described, unrecorded } from './described.ts';

const valve = { developers: ['Valve'] };
const classes = classifyGames([
  described({ id: 1, name: 'Call of Duty®: Black Ops II', developers: ['Treyarch'] }),
  unrecorded(2, 'Call of Duty: Black Ops II - Multiplayer'),
  unrecorded(3, 'Call of Duty: Black Ops 2 - Zombies'),
  described({ id: 4, name: 'Portal 2', ...valve }),
  described({ id: 5, name: 'Portal 2 Sixense Perceptual Pack', publisher: 'Sixense' }),
  described({ id: 6, name: 'SPORE™', publisher: 'Electronic Arts' }),
  described({ id: 7, name: 'SPORE™ Creepy & Cute Parts Pack', publisher: 'Electronic Arts' }),
  described({ id: 8, name: 'The Jackbox Party Pack' }),
  described({ id: 9, name: 'The Jackbox Party Pack 2' }),
  described({ id: 10, name: 'Empire at War' }),
  described({ id: 11, name: 'Empire at War - Gold Pack' }),
  described({ id: 12, name: 'Space Pirates and Zombies' }),
  described({ id: 13, name: 'Space Pirates and Zombies 2' }),
  described({ id: 14, name: 'Red', developers: ['One'] }),
  described({ id: 15, name: 'Red Baron Pack', developers: ['Another'] }),
  described({ id: 16, name: 'Escape' }),
  described({ id: 17, name: 'Escape 3 & 4 Double Pack' }),
  described({ id: 18, name: 'Red Orchestra 2: Heroes of Stalingrad with Rising Storm' }),
  unrecorded(19, 'Red Orchestra 2: Heroes of Stalingrad - Single Player'),
  described({ id: 20, name: 'Pike Tools', developers: ['Pike'] }),
  described({ id: 21, name: 'Farming Works', developers: ['Pike'] }),
  described({
    id: 22,
    name: 'Farming Works Modding Pack',
    developers: ['Pike'],
    specs: ['Downloadable Content'],
  }),
  described({ id: 23, name: 'Poker World - Single Player' }),
  described({ id: 24, name: 'QUAKE II', publisher: 'id Software' }),
  described({ id: 25, name: 'QUAKE II Mission Pack: Ground Zero', publisher: 'id Software' }),
]);

it.each<[id: number, kind: string, why: string]>([
  [1, 'game', 'the game itself'],
  [2, 'part', 'a way to play it'],
  [3, 'part', 'a way to play it, with the number in figures'],
  [5, 'part', 'a pack for it'],
  [7, 'part', 'a pack of the same publisher'],
  [8, 'game', 'no game is called The Jackbox'],
  [9, 'game', 'a sequel of a pack'],
  [11, 'game', 'an edition'],
  [12, 'game', 'Zombies in the title'],
  [15, 'game', 'one word in common with a game of somebody else'],
  [17, 'game', 'two games, sold together'],
  [19, 'part', 'a way to play a game whose title goes on'],
  [20, 'game', 'no game is called Pike'],
  [22, 'dlc', 'its record says so'],
  [23, 'game', 'there is no other of that title'],
  [25, 'part', 'an expansion'],
])('%i is of the kind %s: %s', (id, kind) => {
  expect(classes.get(id)?.kind).toBe(kind);
});
