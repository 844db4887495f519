import type { DescribedGame } from './described-game.ts';

/** The kinds of games and of other things on Steam. Only a `game` may be recommended; a `part` belongs to one. */
export type ShownKind =
  | 'game'
  | 'part'
  | 'dlc'
  | 'demo'
  | 'soundtrack'
  | 'software'
  | 'video'
  | 'test'
  | 'extra';

const GAME_GENRES = new Set([
  'Indie',
  'Action',
  'Casual',
  'Adventure',
  'Strategy',
  'Simulation',
  'RPG',
  'Free to Play',
  'Sports',
  'Massively Multiplayer',
  'Racing',
]);

/** Genres of software. Games may have tags of the same names, such as a game about drawing. */
const SOFTWARE_GENRES = new Set([
  'Utilities',
  'Design & Illustration',
  'Animation & Modeling',
  'Education',
  'Audio Production',
  'Video Production',
  'Web Publishing',
  'Software Training',
  'Photo Editing',
  'Accounting',
]);

/** Genres that software may have beside its own. */
const BESIDE_SOFTWARE = new Set(['Early Access', 'Free to Play']);

/** Tags of software and videos. They count only where no genre is one of a game. */
const SOFTWARE_TAGS = [
  'Utilities',
  'Software',
  'Software Training',
  'Video Production',
  'Audio Production',
  'Movie',
  'Documentary',
];

const FILM_TAGS = ['Movie', 'Documentary'];

/** Specs about the number of players. A game that is tagged as a film has one; a film has none. */
const PLAYERS_SPECS = new Set(['Single-player', 'Multi-player', 'MMO', 'Co-op', 'Online Multi-Player']);

/** Specs that only playable things have. */
const PLAY_SPECS = new Set([
  ...PLAYERS_SPECS,
  'Local Multi-Player',
  'Online Co-op',
  'Local Co-op',
  'Shared/Split Screen',
  'Cross-Platform Multiplayer',
  'Steam Achievements',
  'HTC Vive',
  'Oculus Rift',
  'Windows Mixed Reality',
  'Full controller support',
  'Partial Controller Support',
  'Steam Trading Cards',
  'Steam Leaderboards',
  'Keyboard / Mouse',
  'Gamepad',
  'Mods',
  'Mods (require HL2)',
]);

/** Patterns of titles for each kind. The first match decides. */
const TITLES: readonly (readonly [ShownKind, RegExp])[] = [
  ['soundtrack', /\bsound\s?track\b|\bost\b/i],
  ['demo', /\bdemo\b|\btrial\s+version\b/i],
  [
    'software',
    /\bsdk\b|\b(?:mod|workshop|server|authoring|dev(?:elopment)?|modding)\s+(?:tools?|kit)\b|\bdedicated\s+server\b|\beditor$|\blevel\s+editor\b|\bbenchmark\b/i,
  ],
  [
    'test',
    /\btest\s+(?:server|branch|client|build|realm)\b|\bpublic\s+test\b|\bpatch\s+testing\b|\b(?:stress|performance|system|play|terrain)\s+test\b/i,
  ],
  [
    'test',
    /(?:[(\-:]\s*|\b(?:open|closed|campaign|balance|endless)\s+)beta\b|\bbeta\b\s*\W*(?:\(obsolete\))?\s*$|\bunstable$/i,
  ],
  ['video', /\(streaming\)$|\bweb\s+series\b|\btrailer\b/i],
  [
    'extra',
    /\bplayer\s+profiles?\b|\bbonus\s+content\b|\bart\s?book\b|\bwallpapers?\b|\bseason\s+pass\b|\bdlc\b(?!\s+quest)|\btutorial$/i,
  ],
];

/**
 * The kind of a game, by the specs, genres and tags of its record, and then by its title; never `part`, which takes the
 * titles of other games, too. A game without a
 * record is only known from libraries. There a title that ends in "test" is a test server (`Dota 2 Test`); in a
 * record it may be a game (`The Turing Test`).
 */
export function shownKind(game: DescribedGame): ShownKind {
  return (game.recorded ? kindByRecord(game) : null) ?? kindByTitle(game);
}

/** The kind that a record tells; null where it tells nothing but a game. */
function kindByRecord({ genres, tags, specs }: DescribedGame): ShownKind | null {
  if (specs.includes('Downloadable Content')) return 'dlc';
  if (specs.includes('Game demo')) return 'demo';
  const software = genres.some((genre) => SOFTWARE_GENRES.has(genre));
  if (software && genres.every((genre) => SOFTWARE_GENRES.has(genre) || BESIDE_SOFTWARE.has(genre))) {
    return 'software';
  }
  const film = FILM_TAGS.some((tag) => tags.includes(tag));
  if (!genres.some((genre) => GAME_GENRES.has(genre)) && SOFTWARE_TAGS.some((tag) => tags.includes(tag))) {
    return film ? 'video' : 'software';
  }
  if (film && !specs.some((spec) => PLAYERS_SPECS.has(spec))) return 'video';
  // Episodes and courses have no genre and nothing to play. A game has a genre even where its record is bare.
  if (genres.length === 0 && !specs.some((spec) => PLAY_SPECS.has(spec))) return 'video';
  return null;
}

function kindByTitle({ name, recorded }: DescribedGame): ShownKind {
  for (const [kind, pattern] of TITLES) if (pattern.test(name)) return kind;
  return !recorded && /\btest$/i.test(name) ? 'test' : 'game';
}
