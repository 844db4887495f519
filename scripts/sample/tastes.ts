import type { Taste } from './model.ts';

/** The features that games of one taste share. Studio names are invented; genres, tags and specs are Steam's usual words. */
export interface TasteProfile {
  genres: readonly string[];
  /** Tags of nearly every game of the taste. */
  coreTags: readonly string[];
  otherTags: readonly string[];
  specs: readonly string[];
  studios: readonly string[];
  nouns: readonly string[];
  /** The playtime of its games relative to others. */
  length: number;
  /** The number of people with this first taste, relative to other tastes. */
  followers: number;
  /** Topics of its reviews. */
  features: readonly string[];
}

export const TASTES: Record<Taste, TasteProfile> = {
  shooter: {
    genres: ['Action'],
    coreTags: ['FPS', 'Shooter', 'Action', 'Multiplayer'],
    otherTags: [
      'Competitive',
      'Team-Based',
      'Military',
      'Sniper',
      'Gore',
      'Sci-fi',
      'Class-Based',
      'e-sports',
      'War',
    ],
    specs: ['Multi-player', 'Online Multi-Player', 'Steam Achievements', 'Valve Anti-Cheat enabled'],
    studios: ['Ironlark Foundry', 'Coldmarrow Works', 'VORTIGO'],
    nouns: ['Breach', 'Recoil', 'Fireteam', 'Bulwark', 'Ricochet'],
    length: 2.4,
    followers: 20,
    features: ['gunplay', 'recoil', 'map design', 'matchmaking', 'netcode', 'weapon balance'],
  },
  builder: {
    genres: ['Indie', 'Simulation'],
    coreTags: ['Sandbox', 'Building', 'Crafting', 'Survival'],
    otherTags: [
      'Base Building',
      'Open World',
      'City Builder',
      'Co-op',
      'Voxel',
      'Physics',
      'Mining',
      'Exploration',
    ],
    specs: ['Single-player', 'Co-op', 'Steam Workshop', 'Steam Cloud'],
    studios: ['Tallow &amp; Wren', 'Brickmoth', 'Oxbow Lantern'],
    nouns: ['Foundations', 'Scaffold', 'Quarry', 'Homestead', 'Outcrop'],
    length: 2.2,
    followers: 14,
    features: ['crafting', 'base building', 'terrain', 'mod support', 'survival loop', 'tech tree'],
  },
  strategy: {
    genres: ['Strategy'],
    coreTags: ['Strategy', '4X', 'Turn-Based Strategy', 'Historical'],
    otherTags: [
      'Grand Strategy',
      'Diplomacy',
      'Hex Grid',
      'Space',
      'Economy',
      'Moddable',
      'Replay Value',
      'Wargame',
    ],
    specs: ['Single-player', 'Multi-player', 'Steam Workshop', 'Steam Turn Notifications'],
    studios: ['Seventh Meridian Works', 'Quillmarsh Games, Inc.', 'Hexenfeld'],
    nouns: ['Dominions', 'Hegemony', 'Annals', 'Marches', 'Ascendancy'],
    length: 2,
    followers: 11,
    features: ['diplomacy', 'AI', 'late game', 'tech tree', 'economy', 'combat'],
  },
  farming: {
    genres: ['Casual', 'Indie', 'Simulation'],
    coreTags: ['Agriculture', 'Relaxing', 'Cute', 'Simulation'],
    otherTags: [
      'Pixel Graphics',
      'Fishing',
      'Crafting',
      'Family Friendly',
      'Romance',
      'Management',
      'Colorful',
      'Singleplayer',
    ],
    specs: ['Single-player', 'Steam Achievements', 'Full controller support', 'Steam Cloud'],
    studios: ['Butterdock', 'Plumwhistle', 'Mossy Kettle Collective'],
    nouns: ['Orchard', 'Meadow', 'Harvest Almanac', 'Beekeeper', 'Market Day'],
    length: 1.2,
    followers: 10,
    features: ['villagers', 'fishing', 'music', 'seasons', 'pixel art', 'daily routine'],
  },
  horror: {
    genres: ['Action', 'Adventure', 'Indie'],
    coreTags: ['Horror', 'Survival Horror', 'Atmospheric', 'Dark'],
    otherTags: [
      'Psychological Horror',
      'Zombies',
      'First-Person',
      'Gore',
      'Story Rich',
      'Lovecraftian',
      'Stealth',
      'Great Soundtrack',
    ],
    specs: ['Single-player', 'Steam Achievements', 'Partial Controller Support'],
    studios: ['Grimsallow', 'Vortigo', 'Sallowmere Interactive'],
    nouns: ['Cellar', 'Vigil', 'Asylum Notes', 'Undertaker', 'Wither'],
    length: 0.6,
    followers: 10,
    features: ['atmosphere', 'sound design', 'monsters', 'puzzles', 'story', 'lighting'],
  },
  racing: {
    genres: ['Racing', 'Simulation'],
    coreTags: ['Racing', 'Driving', 'Simulation'],
    otherTags: [
      'Offroad',
      'Realistic',
      'Split Screen',
      'Arcade',
      'Controller',
      'Time Attack',
      'Multiplayer',
      'Open World',
    ],
    specs: ['Single-player', 'Multi-player', 'Full controller support', 'Steam Leaderboards'],
    studios: ['Redline Otter', 'Kerbside Nine', 'Apexus Motorwerk'],
    nouns: ['Circuit', 'Hairpin', 'Rallye', 'Slipstream Cup', 'Tarmac'],
    length: 0.9,
    followers: 7,
    features: ['handling', 'tracks', 'force feedback', 'car list', 'weather', 'career mode'],
  },
  roguelike: {
    genres: ['Action', 'Indie', 'RPG'],
    coreTags: ['Rogue-like', 'Rogue-lite', 'Perma Death', 'Procedural Generation'],
    otherTags: [
      'Dungeon Crawler',
      'Pixel Graphics',
      '2D',
      'Difficult',
      'Loot',
      'Card Game',
      'Turn-Based',
      'Bullet Hell',
    ],
    specs: ['Single-player', 'Steam Achievements', 'Steam Trading Cards', 'Steam Leaderboards'],
    studios: ['Bonepaper', 'Tiny Gallows', 'Runequarry'],
    nouns: ['Crypts', 'Descent', 'Delver', 'Thousand Stairs', 'Gravelight'],
    length: 1.3,
    followers: 10,
    features: ['runs', 'item synergies', 'bosses', 'combat', 'difficulty curve', 'unlocks'],
  },
  'visual-novel': {
    genres: ['Adventure', 'Casual', 'Indie'],
    coreTags: ['Visual Novel', 'Anime', 'Story Rich'],
    otherTags: [
      'Romance',
      'Dating Sim',
      'Choices Matter',
      'Multiple Endings',
      'Interactive Fiction',
      'Cute',
      'Female Protagonist',
      'Otome',
    ],
    specs: ['Single-player', 'Steam Trading Cards', 'Steam Achievements'],
    studios: ['Hanabira Lantern', 'Ribbonfall', 'Studio Tsukihotaru'],
    nouns: ['Letters', 'Lullaby', 'Paper Lanterns', 'Promise', 'Umbrella'],
    length: 0.4,
    followers: 7,
    features: ['writing', 'characters', 'translation', 'artwork', 'endings', 'soundtrack'],
  },
  sports: {
    genres: ['Sports'],
    coreTags: ['Sports', 'Multiplayer', 'Singleplayer'],
    otherTags: [
      'Football',
      'Soccer',
      'Basketball',
      'Golf',
      'Management',
      'Local Multiplayer',
      'Competitive',
      'Realistic',
      'Cycling',
    ],
    specs: ['Single-player', 'Multi-player', 'Local Multi-Player', 'Full controller support'],
    studios: ['Sideliner Oy', 'Matchday Forge Ltd.', 'Goalmouth Nine'],
    nouns: ['Manager', 'League', 'Open', 'Clubhouse', 'Dribblers'],
    length: 1.4,
    followers: 6,
    features: ['transfers', 'referees', 'animations', 'career mode', 'online leagues', 'ball physics'],
  },
  mmo: {
    genres: ['Free to Play', 'Massively Multiplayer', 'RPG'],
    coreTags: ['Free to Play', 'Massively Multiplayer', 'MMORPG', 'RPG'],
    otherTags: [
      'Fantasy',
      'Open World',
      'PvP',
      'Character Customization',
      'Online Co-Op',
      'Anime',
      'Loot',
      'Trading',
    ],
    specs: ['Multi-player', 'Online Multi-Player', 'MMO', 'In-App Purchases'],
    studios: ['Everwatch Basin', 'Crownless Online', 'Netherquay S.A.'],
    nouns: ['Online', 'Realms', 'Covenant', 'Frontiers', 'Chronicle'],
    length: 3.2,
    followers: 9,
    features: ['grind', 'raids', 'guilds', 'cash shop', 'leveling', 'classes'],
  },
};

export const TASTE_NAMES = Object.keys(TASTES) as Taste[];

/** The share of a studio's reviews that recommend, 0 to 1; all other studios have USUAL_QUALITY. */
export const STUDIO_QUALITY: Record<string, number> = {
  'Sallowmere Interactive': 0.35,
  'Coldmarrow Works': 0.42,
  'Crownless Online': 0.45,
  'Goalmouth Nine': 0.55,
  'Oxbow Lantern': 0.68,
  VORTIGO: 0.8,
  Vortigo: 0.93,
};

export const USUAL_QUALITY = 0.91;
