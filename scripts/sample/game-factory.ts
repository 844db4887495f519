import type { Game } from './model.ts';
import { Random } from './random.ts';
import { STUDIO_QUALITY, TASTES, USUAL_QUALITY } from './tastes.ts';

/** The first id. It is above every app id of Steam's store, so that no invented game leads to a real game's page. */
export const FIRST_ID = 9_000_010;

/** The given fields of a game; the factory invents all others to suit its taste. */
export type Draft = Pick<Game, 'name' | 'taste' | 'year' | 'popularity'> & Partial<Omit<Game, 'id'>>;

/** Makes games from drafts. Each one gets the next id. */
export class GameFactory {
  readonly games: Game[] = [];
  readonly #random = new Random('games');

  add(draft: Draft): void {
    const random = this.#random;
    const kind = draft.kind ?? 'game';
    const profile = TASTES[draft.taste];
    const developer = draft.developer ?? profile.studios[0]!;
    const quality = STUDIO_QUALITY[developer] ?? USUAL_QUALITY;
    const genres = profile.genres.filter((_, place) => place === 0 || random.chance(0.7));
    const core = profile.coreTags.filter(() => random.chance(0.92));
    const tags = [...new Set([...core, ...genres, ...random.some(profile.otherTags, random.integer(2, 6))])];
    const specs = random.some(profile.specs, random.integer(2, profile.specs.length));
    const invented: Omit<Game, 'id'> = {
      kind,
      taste: draft.taste,
      name: draft.name,
      // The store's two names of a game often differ by a trade mark.
      title: draft.name.replaceAll(/[®™]/g, ''),
      genres,
      tags,
      specs,
      developer,
      publisher: developer,
      releaseDate: `${draft.year}-${twoDigits(random.integer(1, 12))}-${twoDigits(random.integer(1, 28))}`,
      price: this.#price(draft),
      earlyAccess: false,
      idIn: 'both',
      year: draft.year,
      popularity: draft.popularity,
      quality: Math.min(0.97, Math.max(0.2, quality + (random.next() - 0.5) * 0.12)),
      series: null,
    };
    const game = { ...invented, ...draft, ...this.#forKind(invented) };
    if (game.earlyAccess && game.genres !== null) game.genres = [...game.genres, 'Early Access'].sort();
    this.games.push({ ...game, id: FIRST_ID + 10 * this.games.length });
  }

  #price(draft: Draft): number | string {
    if (draft.kind === 'demo') return 'Free Demo';
    if (draft.kind === 'tool') return 'Free';
    if (draft.taste === 'mmo' && draft.kind !== 'dlc') {
      return this.#random.pick(['Free To Play', 'Free to Play', 'Free to Play', 'Free']);
    }
    return this.#random.pick([0.99, 2.99, 4.99, 6.99, 9.99, 9.99, 14.99, 19.99, 29.99, 59.99]);
  }

  /** Marks downloadable content, soundtracks, demos and tools in `specs` or `tags`. */
  #forKind({ kind, genres, tags, specs }: Omit<Game, 'id'>): Partial<Game> {
    if (kind === 'dlc') return { specs: [...(specs ?? []), 'Downloadable Content'] };
    if (kind === 'soundtrack')
      return { specs: ['Single-player', 'Downloadable Content'], tags: [...(genres ?? []), 'Soundtrack'] };
    if (kind === 'demo') return { specs: ['Single-player', 'Game demo'], tags: (tags ?? []).slice(0, 2) };
    if (kind === 'tool') return { genres: null, tags: ['Utilities'], specs: ['Multi-player'] };
    return {};
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
