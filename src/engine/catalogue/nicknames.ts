import { foldWords } from '../search/fold.ts';

/**
 * Names of games that neither begin nor end their titles and are not their initials, and titles as people hear them (`left for
 * dead`), each with the title. Spaces within a name of one word may be typed (`bo 2`). Source: the names of
 * the communities on Reddit of these games' own players (r/gmod, r/civ, r/bindingofisaac, r/Rainbow6, r/kotor, r/fo4,
 * r/fo3, r/Borderlands, r/blackops, r/modernwarfare, r/eu4, r/stalker, r/PUBATTLEGROUNDS, r/RocketLeague,
 * r/footballmanagergames), and for series
 * the glossary at https://howdoigame.wordpress.com/gaming-jargon/ (MW, BO, WaW). A name whose title the data does not have
 * stands for no game.
 */
const TITLES: Readonly<Record<string, string>> = {
  gmod: "Garry's Mod",
  'cs 1 6': 'Counter-Strike',
  'counter strike 1 6': 'Counter-Strike',
  'cs global offensive': 'Counter-Strike: Global Offensive',
  r6: "Tom Clancy's Rainbow Six Siege",
  r6s: "Tom Clancy's Rainbow Six Siege",
  siege: "Tom Clancy's Rainbow Six Siege",
  'r6 siege': "Tom Clancy's Rainbow Six Siege",
  isaac: 'The Binding of Isaac',
  kotor: 'STAR WARS - Knights of the Old Republic',
  kotor2: 'STAR WARS Knights of the Old Republic II - The Sith Lords',
  fo3: 'Fallout 3',
  fo4: 'Fallout 4',
  bl2: 'Borderlands 2',
  mw2: 'Call of Duty: Modern Warfare 2',
  mw3: 'Call of Duty: Modern Warfare 3',
  bo2: 'Call of Duty: Black Ops II',
  bo3: 'Call of Duty: Black Ops III',
  waw: 'Call of Duty: World at War',
  pubg: "PLAYERUNKNOWN'S BATTLEGROUNDS",
  dmc5: 'Devil May Cry 5',
  me2: 'Mass Effect 2',
  pvz: 'Plants vs. Zombies',
  'left for dead': 'Left 4 Dead',
  'left for dead 2': 'Left 4 Dead 2',
  'skyrim se': 'The Elder Scrolls V: Skyrim Special Edition',
  'fm 2017': 'Football Manager 2017',
  'skyrim special edition': 'The Elder Scrolls V: Skyrim Special Edition',
  stalker: 'S.T.A.L.K.E.R.: Shadow of Chernobyl',
  gw2: 'Guild Wars 2',
  lol: 'League of Legends',
  wow: 'World of Warcraft',
  wot: 'World of Tanks',
};

/** Short forms of a title's first word, which other words may follow: `civ 5`. Source: r/civ, r/battlefield. */
const FIRST_WORDS: Readonly<Record<string, string>> = {
  civ: 'Civilization',
  bf: 'Battlefield',
  warhammer40k: 'Warhammer 40,000',
  wh40k: 'Warhammer 40,000',
};

const NICKNAMES: ReadonlyMap<string, string> = new Map(Object.entries(TITLES));
const BEGINNINGS: ReadonlyMap<string, string> = new Map(Object.entries(FIRST_WORDS));

/** The title, or more of it, that a nickname stands for; undefined for a text that is none. */
export function titleOfNickname(typed: string): string | undefined {
  const words = foldWords(typed);
  const title = NICKNAMES.get(words.join(' ')) ?? NICKNAMES.get(words.join(''));
  if (title !== undefined) return title;
  const [first = '', ...rest] = words;
  const [, word = first, number = ''] = /^(\p{L}+)(\d+)$/u.exec(first) ?? [];
  const begun = BEGINNINGS.get(first) ?? BEGINNINGS.get(word);
  if (begun === undefined) return undefined;
  return [begun, ...(BEGINNINGS.has(first) ? [] : [number]), ...rest].join(' ');
}
