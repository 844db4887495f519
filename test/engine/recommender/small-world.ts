import type { DataSet } from '../../../src/engine/data-set/data-set.ts';
import { DataSets } from '../../../src/engine/data-set/data-sets.ts';
import { refresh } from '../../../src/etl/refresh/refresh.ts';
import type { TestDatabase } from '../../support/database.ts';
import {
  game,
  library,
  lines,
  type RawFiles,
  review,
  reviewer,
  writeRawFiles,
} from '../../support/raw-files.ts';

/**
 * An invented world, small enough to know by heart. Some users play puzzles, some race, some wage wars, and all play
 * `Open Arena`. {@link IDS} gives the ids by name.
 */
export const IDS = {
  lumenbox: 10,
  lumenboxDeluxe: 14,
  tessera: 15,
  glyphGarden: 16,
  mirrorMaze: 17,
  bundledBauble: 22,
  soundtrack: 30,
  dlc: 31,
  demo: 32,
  adult: 33,
  gravelKings: 40,
  siege: 60,
  skyLoom: 70,
  openArena: 80,
  lonelyPrism: 90,
  crate: 95,
  reviewedOnly: 99,
} as const;

/** Games that must never be recommended. */
export const NO_GAMES: readonly number[] = [IDS.soundtrack, IDS.dlc, IDS.demo];
export const LUMENBOX_SERIES: readonly number[] = [10, 11, 12, 13, 14];

const PUZZLES = { genres: ['Casual'], tags: ['Puzzle', 'Science', 'Beams'], developer: 'Prism Works' };
const puzzle = { ...PUZZLES, tags: ['Puzzle', 'Science', 'Light'], developer: 'Attic Five' };
const racing = { genres: ['Racing'], tags: ['Racing', 'Driving', 'Cars'], developer: 'Torque' };
const strategy = {
  genres: ['Strategy'],
  tags: ['Strategy', 'War', 'Turn-Based'],
  developer: 'Ledger & Sons',
};

const RECORDS: readonly (readonly [id: number, name: string, more: Record<string, unknown>])[] = [
  [10, 'Lumenbox', PUZZLES],
  [11, 'Lumenbox 2', PUZZLES],
  [12, 'Lumenbox 3', PUZZLES],
  [13, 'Lumenbox 4', PUZZLES],
  [14, 'Lumenbox - Deluxe Edition', PUZZLES],
  [15, 'Tessera', puzzle],
  [16, 'Glyph Garden', puzzle],
  [17, 'Mirror Maze', puzzle],
  [18, 'Cogwheel Attic', puzzle],
  [19, 'Sliding Moons', puzzle],
  [20, 'Quartz Riddle', puzzle],
  [21, 'Paper Knots', puzzle],
  [22, 'Bundled Bauble', puzzle],
  [30, 'Lumenbox Soundtrack', PUZZLES],
  [31, 'Lumenbox - More Levels', { ...PUZZLES, specs: ['Downloadable Content'] }],
  [32, 'Tessera: First Steps', { ...puzzle, specs: ['Game demo'] }],
  [33, 'Velvet Riddle', { ...puzzle, tags: ['Puzzle', 'Sexual Content'] }],
  [40, 'Gravel Kings', racing],
  [41, 'Apex Nine', racing],
  [42, 'Turbo Alley', racing],
  [43, 'Dustline', racing],
  [44, 'Kart Parade', racing],
  [45, 'Road Ink', racing],
  [46, 'Night Circuit', racing],
  [60, 'Forty, Eighty: The Siege', strategy],
  [61, 'Iron Tithe', strategy],
  [62, 'Border Marches', strategy],
  [63, 'Hollow Crown', strategy],
  [64, 'Grain and Steel', strategy],
  [65, 'Seven Fords', strategy],
  [70, 'Sky Loom', { genres: ['Adventure'], tags: ['Weaving'] }],
  [71, 'SkyLoom', { genres: ['Adventure'], tags: ['Weaving'] }],
  [80, 'Open Arena', { genres: ['Action'], tags: ['Shooter'], developer: 'Everyone' }],
  [90, 'Lonely Prism', PUZZLES],
  [91, 'Lonely Wheel', racing],
];

const GROUPS: readonly { name: string; users: number; games: readonly number[] }[] = [
  { name: 'puzzler', users: 45, games: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 30, 31, 32, 33] },
  { name: 'racer', users: 45, games: [40, 41, 42, 43, 44, 45, 46] },
  { name: 'general', users: 40, games: [60, 61, 62, 63, 64, 65] },
];

/** A number from 0 to 1 that is the same every time. */
function draw(user: number, gameId: number): number {
  return ((user * 37 + gameId * 101 + user * gameId * 17) % 97) / 97;
}

function libraries(): Record<string, unknown>[] {
  const people = GROUPS.flatMap(({ name, users, games }) =>
    Array.from({ length: users }, (_, user) => {
      const minutes: Record<string, number> = { [IDS.openArena]: 30 + user };
      for (const id of games) {
        const chance = draw(user, id);
        if (chance < 0.65) minutes[id] = chance < 0.5 ? 60 + Math.round(1000 * chance) : 0;
      }
      // Came in a bundle: every one of them owns it, and one in nine has started it.
      if (name === 'puzzler') minutes[IDS.bundledBauble] = user % 9 === 0 ? 10 : 0;
      if (name === 'puzzler' && user < 3) minutes[IDS.crate] = 50;
      return library(`${name}_${user}`, minutes);
    }),
  );
  return [
    ...people,
    library('solver', { [IDS.lumenbox]: 600, [IDS.tessera]: 120, [IDS.glyphGarden]: 0 }),
    library('collector', { [IDS.lumenbox]: 0, [IDS.gravelKings]: 0 }),
    library('newcomer', {}),
    library('secretive', { [IDS.lumenbox]: 600 }, 50),
  ];
}

export const SMALL_WORLD: RawFiles = {
  games: lines(...RECORDS.map(([id, name, more]) => game(id, { app_name: name, title: name, ...more }))),
  libraries: lines(...libraries()),
  reviews: lines(reviewer('reviewer', review(IDS.reviewedOnly))),
};

/** Loads the world as a refresh does. @returns the data set, which the test closes */
export async function loadSmallWorld(database: TestDatabase): Promise<DataSet> {
  const raw = await writeRawFiles(SMALL_WORLD);
  await refresh(database.direct, { ...raw.settings, reload: true });
  await raw.remove();
  return new DataSets(database.answers).current();
}
