import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';
import type { GameRecord } from '../../sources/contract/records.ts';

const COLUMNS = [
  'id',
  'name',
  'recorded',
  'release_date',
  'release_year',
  'genres',
  'tags',
  'specs',
  'developers',
  'publisher',
  'price',
  'early_access',
  'dlc',
] as const;

/** The games in the games source, split by whether their record has a name. */
export interface RecordedGames {
  /** The ids of the games with a name, which are loaded. */
  named: ReadonlySet<number>;
  /** The records of the games without a name, by id. They are loaded later, by a name from the libraries. */
  nameless: ReadonlyMap<number, GameRecord>;
}

/**
 * Loads the records of games that have a name into the table `games`. A second record with the same id is dropped.
 */
export async function loadGames(
  sql: Connection,
  batches: AsyncIterable<GameRecord[]>,
  tally: Tally,
): Promise<RecordedGames> {
  const named = new Set<number>();
  const nameless = new Map<number, GameRecord>();
  await copyInto(sql, 'games', COLUMNS, async (copy) => {
    for await (const games of batches) {
      for (const game of games) {
        if (named.has(game.id) || nameless.has(game.id)) {
          tally.used('duplicate-games-dropped');
        } else if (game.name === null) {
          nameless.set(game.id, game);
        } else {
          named.add(game.id);
          copy.add(row(game, game.name, true));
        }
      }
      await copy.flush();
    }
  });
  return { named, nameless };
}

/** Collects the games that the games source does not name, with the names that libraries use for them. */
export class UnnamedGames {
  readonly #loaded: Set<number>;
  readonly #nameless: ReadonlyMap<number, GameRecord>;
  readonly #names: Map<number, Map<string, number>>;

  constructor(recorded: RecordedGames) {
    this.#loaded = new Set(recorded.named);
    this.#nameless = recorded.nameless;
    this.#names = new Map([...recorded.nameless.keys()].map((id) => [id, new Map()]));
  }

  /**
   * Notes that a library or a review refers to a game.
   *
   * @param name the game's name there; null if it has none
   */
  add(id: number, name: string | null): void {
    if (this.#loaded.has(id)) return;
    let names = this.#names.get(id);
    if (names === undefined) {
      names = new Map();
      this.#names.set(id, names);
    }
    if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
  }

  /**
   * Writes the games collected so far into the table `games`. Each gets its most frequent name, or `App <id>`
   * if it has none.
   */
  async load(sql: Connection, tally: Tally): Promise<void> {
    await copyInto(sql, 'games', COLUMNS, async (copy) => {
      for (const [id, names] of this.#names) {
        const name = mostFrequent(names);
        const record = this.#nameless.get(id);
        copy.add(row(record ?? { ...EMPTY_GAME, id }, name ?? `App ${id}`, record !== undefined));
        tally.used(name === null ? 'games-named-by-id' : 'games-named-by-libraries');
        this.#loaded.add(id);
        await copy.flush();
      }
    });
    this.#names.clear();
  }
}

const EMPTY_GAME: Omit<GameRecord, 'id' | 'name'> = {
  releaseDate: null,
  releaseYear: null,
  genres: [],
  tags: [],
  specs: [],
  developers: [],
  publisher: null,
  price: null,
  earlyAccess: false,
  dlc: false,
};

/**
 * The most frequent name; of equally frequent ones, the first in code-unit order. Null if there are no names.
 *
 * @param names the number of uses of each name
 */
function mostFrequent(names: ReadonlyMap<string, number>): string | null {
  let best: [name: string, count: number] | null = null;
  for (const [name, count] of names) {
    if (best === null || count > best[1] || (count === best[1] && name < best[0])) best = [name, count];
  }
  return best?.[0] ?? null;
}

/**
 * A row of the table `games`.
 *
 * @param recorded whether the games source has the game
 */
function row(game: Omit<GameRecord, 'name'>, name: string, recorded: boolean) {
  return [
    game.id,
    name,
    recorded,
    game.releaseDate,
    game.releaseYear,
    game.genres,
    game.tags,
    game.specs,
    game.developers,
    game.publisher,
    game.price,
    game.earlyAccess,
    game.dlc,
  ];
}
