import type { Game } from './model.ts';
import { BUNDLES } from './oddities.ts';
import type { Person } from './people.ts';
import { Random } from './random.ts';
import { TASTES } from './tastes.ts';

/** A game in somebody's library. */
export interface Possession {
  game: Game;
  /** Minutes played in total; 0 for a game that was never started. */
  minutes: number;
}

/** Quantiles of minutes in a started game: share of games, and minutes before the factors for taste and owner. */
const MINUTES = [
  [0, 1],
  [0.15, 12],
  [0.4, 70],
  [0.65, 260],
  [0.85, 1100],
  [0.96, 4800],
  [0.995, 15_000],
  [1, 30_000],
] as const;

/** The libraries of all people, in the order of `people`. */
export function shareOut(games: readonly Game[], people: readonly Person[]): Possession[][] {
  const random = new Random('ownership');
  const nothing = new Random('empty libraries');
  return people.map((person) => {
    const empty = nothing.chance(0.08);
    const owned = chosen(games, person, random);
    const possessions = owned.map((game) => ({ game, minutes: minutes(game, person, random) }));
    return empty ? [] : possessions.sort((a, b) => a.game.id - b.game.id);
  });
}

/** The games of a person: mostly of their two tastes, mostly popular ones, with whole series and whole bundles. */
function chosen(games: readonly Game[], person: Person, random: Random): Game[] {
  const owned = new Set<Game>();
  const weights = games.map((game) => game.popularity * fondness(person, game));
  while (owned.size < person.librarySize) {
    const place = random.weighted(weights);
    const game = games[place]!;
    if (weights[place] === 0) break;
    weights[place] = 0;
    owned.add(game);
    for (const companion of companions(games, game, random)) {
      owned.add(companion);
      weights[games.indexOf(companion)] = 0;
    }
  }
  return [...owned];
}

function fondness(person: Person, game: Game): number {
  if (game.taste === person.first) return 1;
  return game.taste === person.second ? 0.35 : person.breadth * 0.35;
}

function companions(games: readonly Game[], game: Game, random: Random): Game[] {
  const bundle = BUNDLES.find((names) => names.includes(game.name));
  if (bundle) return games.filter((other) => bundle.includes(other.name));
  if (game.series === null) return [];
  return games.filter((other) => other.series === game.series && other.popularity > 0 && random.chance(0.35));
}

function minutes(game: Game, person: Person, random: Random): number {
  const inBundle = BUNDLES.some((names) => names.includes(game.name));
  const neverStarted = inBundle
    ? 0.5
    : { game: 0.22, edition: 0.3, dlc: 1, soundtrack: 1, demo: 0.4, tool: 0.85 }[game.kind];
  const started = !random.chance(neverStarted);
  const stretch =
    TASTES[game.taste].length *
    person.stamina *
    (game.taste === person.first ? 1.5 : 0.6) *
    (0.4 + game.quality);
  const played = Math.max(
    1,
    Math.round(random.quantile(MINUTES) * stretch * (game.kind === 'game' ? 1 : 0.3)),
  );
  return started ? played : 0;
}
