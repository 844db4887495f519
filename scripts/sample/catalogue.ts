import { type Draft, GameFactory } from './game-factory.ts';
import type { Game } from './model.ts';
import { ODDITIES } from './oddities.ts';
import { Random } from './random.ts';
import { SERIES, type Series } from './series.ts';
import { TASTE_NAMES, TASTES } from './tastes.ts';
import { standaloneNames } from './titles.ts';

/** The number of games outside any series, for each taste. */
const STANDALONE = 18;

/** Factors by which hits are more popular than their place in their taste suggests. */
const HITS: Record<string, number> = {
  'Skarnfall: Global Siege': 5,
  'Skarnfall 2': 2,
  'Cobblecraft Isles': 3,
  'Crowns of Velmora II': 1.6,
  'Lanterns Below': 2,
  'Ember Hollow II': 2.2,
  'Aetherwake Online': 2,
};

/** All invented games, in the order of their ids. */
export function inventGames(): Game[] {
  const factory = new GameFactory();
  for (const series of SERIES) addSeries(factory, series);
  for (const taste of TASTE_NAMES) {
    const random = new Random(`standalone ${taste}`);
    standaloneNames(taste, STANDALONE).forEach((name, rank) => {
      // Some games have no owner, so that the recommender has only their content.
      const popularity = random.chance(0.12) ? 0 : 1 / (rank + 4);
      const year = random.integer(2006, 2016);
      factory.add(
        plain({ name, taste, year, popularity, developer: random.pick(TASTES[taste].studios) }, random),
      );
    });
  }
  for (const oddity of ODDITIES) factory.add(oddity);
  return factory.games;
}

function addSeries(factory: GameFactory, series: Series): void {
  const { taste, developer, name } = series;
  const place = SERIES.filter((other) => other.taste === taste).indexOf(series);
  const common = {
    taste,
    developer,
    series: name,
    ...(series.publisher ? { publisher: series.publisher } : {}),
  };
  for (const [part, year] of series.parts) {
    factory.add({ ...common, name: part, year, popularity: (HITS[part] ?? 1) / (place + 1.5) });
  }
  for (const [extra, year, kind] of series.extras ?? []) {
    const popularity = { game: 0, edition: 0.4, dlc: 0, soundtrack: 0, demo: 0.05, tool: 0.12 }[kind];
    factory.add({ ...common, name: extra, year, kind, popularity });
  }
}

/** The game with some of the real file's gaps and loose spellings. */
function plain(draft: Draft, random: Random): Draft {
  if (random.chance(0.07)) {
    return { ...draft, publisher: null, genres: null, title: null, releaseDate: null, developer: null };
  }
  const changed: Draft = { ...draft };
  if (random.chance(0.04)) changed.genres = null;
  if (random.chance(0.03)) changed.developer = null;
  if (random.chance(0.06)) changed.publisher = null;
  if (random.chance(0.03)) changed.tags = null;
  if (random.chance(0.04)) changed.specs = null;
  if (random.chance(0.05)) changed.price = null;
  if (random.chance(0.05)) changed.earlyAccess = true;
  if (random.chance(0.1)) {
    const month = random.pick(['Jan', 'Mar', 'Jul', 'Oct']);
    changed.releaseDate = random.pick([`${month} ${draft.year}`, `${draft.year}`, `Q3 ${draft.year}`, null]);
  }
  return changed;
}
