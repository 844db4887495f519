import { expect, test } from 'vitest';
import { Catalogue } from '../../../src/engine/catalogue/catalogue.ts';
import { entriesOf } from '../../../src/engine/catalogue/list-of-games.ts';
import { endsWithSeparator } from '../../../src/engine/catalogue/split-list.ts';
import { userOfAddress } from '../../../src/engine/catalogue/steam-address.ts';
import { understandGame } from '../../../src/engine/catalogue/understand-game.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';
import { game } from '../recommender/known-games.ts';

/** Well-known titles with invented ids and numbers of players; `edition` as a refresh makes it where it is not the name. */
const GAMES: readonly { name: string; players: number; edition?: string; recommendable?: boolean }[] = [
  { name: 'Portal', players: 15_000 },
  { name: 'Portal 2', players: 22_000 },
  { name: 'Terraria', players: 28_000 },
  { name: 'The Elder Scrolls V: Skyrim', players: 3700 },
  {
    name: 'The Elder Scrolls V: Skyrim Special Edition',
    players: 20,
    edition: 'the elder scrolls v: skyrim',
  },
  { name: 'Skyrim Script Extender', players: 500 },
  { name: 'The Witcher 3: Wild Hunt', players: 690 },
  { name: 'The Witcher 2: Assassins of Kings', players: 7000 },
  { name: 'Counter-Strike', players: 6000 },
  { name: 'Counter-Strike: Source', players: 21_000 },
  { name: 'Counter-Strike: Global Offensive', players: 13_000 },
  { name: 'Grand Theft Auto V', players: 1770 },
  { name: 'Grand Theft Auto IV', players: 1360 },
  { name: 'Grand Theft Auto: San Andreas', players: 680 },
  { name: "Garry's Mod", players: 22_000 },
  { name: 'Gnumz: Masters of Defense', players: 3 },
  { name: 'Team Fortress 2', players: 3700 },
  { name: 'Team Fortress 2 Soundtrack', players: 900, recommendable: false },
  { name: 'Stardew Valley', players: 920 },
  { name: "Tom Clancy's Rainbow Six® Siege", players: 780 },
  { name: "Tom Clancy's Rainbow Six® Vegas 2", players: 110 },
  { name: 'ARK: Survival Evolved', players: 1500 },
  { name: 'ARK: Survival Of The Fittest', players: 380 },
  { name: 'AR-K', players: 17 },
  { name: 'Rust', players: 3100 },
  { name: 'DayZ', players: 2400 },
  { name: 'Dota 2', players: 1560 },
  { name: 'Papers, Please', players: 690 },
  { name: 'Command & Conquer: Red Alert 3', players: 240 },
  { name: 'Command & Conquer 4: Tiberian Twilight', players: 510 },
  { name: 'Dungeons & Dragons Online®', players: 160 },
  { name: 'Dungeons', players: 90 },
  { name: 'Half-Life', players: 1700 },
  { name: 'Half-Life 2', players: 14_800 },
  { name: 'Left 4 Dead', players: 5000 },
  { name: 'Left 4 Dead 2', players: 34_800 },
  { name: "Sid Meier's Civilization® V", players: 14_200 },
  { name: "Sid Meier's Civilization® IV", players: 1000 },
  { name: 'DARK SOULS™: Prepare To Die™ Edition', players: 1000 },
  { name: 'DARK SOULS™ III', players: 630 },
  { name: 'Call of Duty®: Modern Warfare® 2', players: 5000 },
  { name: 'Minecraft: Story Mode', players: 100 },
  { name: "No Man's Sky", players: 500 },
  { name: 'Mount & Blade: Warband', players: 1180 },
  { name: 'Warhammer 40,000: Dawn of War II', players: 4500 },
  { name: 'Ori and the Blind Forest', players: 300 },
  { name: 'Fate/EXTELLA', players: 200 },
];

const catalogue = atOnce(
  Catalogue.build(
    GAMES.map(({ name, players, edition = name.toLowerCase(), recommendable = true }, place) => ({
      ...game(1000 + place, { name, players, edition, recommendable }),
      releaseYear: 2012,
    })),
    { users: 70_000, mostPlayed: [], tagGames: new Map() },
  ),
);
const idOf = (name: string) => 1000 + GAMES.findIndex((one) => one.name === name);

/** An entry in short: the game's name, with `*` where the answer tells it, `?` and the games to choose from, or `-`. */
function shortly(typed: string): string[] {
  return atOnce(entriesOf(catalogue, typed))!.map(({ meaning }) => {
    if (meaning.kind === 'game') return `${meaning.game.name}${meaning.told ? '*' : ''}`;
    return meaning.kind === 'doubtful' ? `?${meaning.games.map(({ name }) => name).join(' | ')}` : '-';
  });
}

const SKYRIM = 'The Elder Scrolls V: Skyrim*';
const CSGO = 'Counter-Strike: Global Offensive*';
const CONQUER = '?Command & Conquer 4: Tiberian Twilight | Command & Conquer: Red Alert 3';

test.each<[typed: string, entries: string[]]>([
  ['Portal 2 and Terraria', ['Portal 2', 'Terraria']],
  ['portal 2 & terraria', ['Portal 2', 'Terraria']],
  ['portal 2/terraria', ['Portal 2', 'Terraria']],
  ['portal 2; terraria', ['Portal 2', 'Terraria']],
  ['portal 2\nterraria\r\nrust', ['Portal 2', 'Terraria', 'Rust']],
  ['portal 2 y terraria', ['Portal 2', 'Terraria']],
  ['terraria e Isaac', ['Terraria', '-']],
  ['portal 2 + terraria', ['Portal 2', 'Terraria']],
  ['portal 2, and terraria,, ', ['Portal 2', 'Terraria']],
  ['- skyrim\n* csgo', [SKYRIM, CSGO]],
  ['Papers, Please', ['Papers, Please']],
  ['rust, papers please, dayz', ['Rust', 'Papers, Please', 'DayZ']],
  ['rust, papers, please, dayz', ['Rust', 'Papers, Please', 'DayZ']],
  ['Command & Conquer', [CONQUER]],
  ['rust and command and conquer', ['Rust', CONQUER]],
  ['Dungeons and Dragons', ['?Dungeons & Dragons Online®']],
  ['Dungeons and Rust', ['Dungeons', 'Rust']],
  ['mount and blade warband y rust', ['Mount & Blade: Warband', 'Rust']],
  ['Warhammer 40,000: Dawn of War II, rust', ['Warhammer 40,000: Dawn of War II', 'Rust']],
  ['ori and the blind forest & fate/extella', ['Ori and the Blind Forest', 'Fate/EXTELLA']],
])('%j is split into %j', (typed, entries) => {
  expect(shortly(typed)).toEqual(entries);
});

test.each<[typed: string, meaning: string]>([
  ['skyrim', SKYRIM],
  ['The Elder Scrolls', SKYRIM],
  ['the witcher 3', 'The Witcher 3: Wild Hunt*'],
  ['witcher3', 'The Witcher 3: Wild Hunt*'],
  ['wild hunt', 'The Witcher 3: Wild Hunt*'],
  ['csgo', CSGO],
  ['CS:GO', CSGO],
  ['counter-strike go', CSGO],
  ['counter strike', 'Counter-Strike'],
  ['css', 'Counter-Strike: Source*'],
  ['gta v', 'Grand Theft Auto V*'],
  ['gta5', 'Grand Theft Auto V*'],
  ['GTA IV', 'Grand Theft Auto IV*'],
  ['gta san andreas', 'Grand Theft Auto: San Andreas*'],
  ['gtasa', 'Grand Theft Auto: San Andreas*'],
  ['gmod', "Garry's Mod*"],
  ['tf2', 'Team Fortress 2*'],
  ['stardew', 'Stardew Valley*'],
  ['rainbow six siege', "Tom Clancy's Rainbow Six® Siege*"],
  ['rainbow 6 siege', "Tom Clancy's Rainbow Six® Siege*"],
  ['rainbow six', "Tom Clancy's Rainbow Six® Siege*"],
  ['r6', "Tom Clancy's Rainbow Six® Siege*"],
  ['ark', 'ARK: Survival Evolved*'],
  ['AR-K', 'AR-K'],
  ['dota', 'Dota 2*'],
  ['civ 5', "Sid Meier's Civilization® V*"],
  ['civ5', "Sid Meier's Civilization® V*"],
  ['civilization', "Sid Meier's Civilization® V*"],
  ['dark souls', 'DARK SOULS™: Prepare To Die™ Edition*'],
  ['darksouls 3', 'DARK SOULS™ III'],
  ['halflife', 'Half-Life'],
  ['half life 2', 'Half-Life 2'],
  ['hl2', 'Half-Life 2*'],
  ['mw2', 'Call of Duty®: Modern Warfare® 2*'],
  ['nms', "No Man's Sky*"],
  ['Portal (2012)', 'Portal'],
  ['portal 2 (2012)', 'Portal 2'],
  ['PORTAL 2012', 'Portal'],
])('%j is understood as %j', (typed, meaning) => {
  expect(shortly(typed)).toEqual([meaning]);
});

test.each<[typed: string, why: string]>([
  ['gta', 'two games are played about as much'],
  ['l4d', 'the initials are those of one game, and far more people play the next one'],
  ['cs', 'two initials'],
])('%j is asked for: %s', (typed) => {
  expect(understandGame(catalogue, typed).kind).toBe('doubtful');
});

test.each([
  'elden ring',
  'minecraft',
  'portal 3',
  'civ 6',
  'sky',
  'mod',
  'lol',
  'terarria',
  'conquer',
  '2',
  '???',
  ' ',
])('%j is not taken for another game', (typed) => {
  expect(understandGame(catalogue, typed)).toEqual({ kind: 'unknown' });
});

test('an address of the store, with or without the rest, is its game, alone and in a list', () => {
  const portal = idOf('Portal 2');
  const terraria = idOf('Terraria');
  for (const typed of [
    `https://store.steampowered.com/app/${portal}/Portal_2/`,
    `store.steampowered.com/app/${portal}`,
    `http://www.steamcommunity.com/app/${portal}/discussions/?x=1`,
    ` ${portal} `,
  ]) {
    expect(shortly(typed)).toEqual(['Portal 2']);
    expect(shortly(`${typed}, store.steampowered.com/app/${terraria}/ and rust`)).toEqual([
      'Portal 2',
      'Terraria',
      'Rust',
    ]);
  }
});

test.each([
  ['https://steamcommunity.com/id/olive_shrew/', 'olive_shrew'],
  ['steamcommunity.com/id/olive_shrew?l=spanish', 'olive_shrew'],
  ['http://steamcommunity.com/profiles/76561190000000001/games/?tab=all', '76561190000000001'],
  ['  olive_shrew ', 'olive_shrew'],
  ['https://example.com/id/olive_shrew', 'https://example.com/id/olive_shrew'],
])('%j names the user %j', (typed, user) => {
  expect(userOfAddress(typed)).toBe(user);
});

test.each([
  ['portal,', true],
  ['portal ; ', true],
  ['portal and ', true],
  ['portal y ', true],
  ['portal\n', true],
  ['portal', false],
  ['portal and', false],
  ['sandy ', false],
  ['', false],
])('%j ends with a finished game: %s', (typed, ends) => {
  expect(endsWithSeparator(typed)).toBe(ends);
});
