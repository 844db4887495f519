import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';
import type { Line } from '../../sources/read/lines.ts';
import { withoutMissing } from '../../sources/steam-dump/clean/blank.ts';
import { cleanGame, type Game } from '../../sources/steam-dump/clean/game.ts';
import { cleanText } from '../../sources/steam-dump/clean/text.ts';
import { recordsOf } from '../../sources/steam-dump/parse/records.ts';
import { rawGame } from '../../sources/steam-dump/validate/game.ts';
import { looksLike, rejection } from '../../sources/steam-dump/validate/reason.ts';

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

/** The games of the games file, by what is known of them. */
export interface RecordedGames {
  /** Those that are loaded. */
  named: ReadonlySet<number>;
  /** Those whose record has no name: they are loaded when the libraries have been asked for one. */
  nameless: ReadonlyMap<number, Game>;
}

/** Loads the games file into the table `games`. A second record with the same id is dropped. */
export async function loadGames(
  sql: Connection,
  batches: AsyncIterable<Line[]>,
  tally: Tally,
): Promise<RecordedGames> {
  const named = new Set<number>();
  const nameless = new Map<number, Game>();
  await copyInto(sql, 'games', COLUMNS, async (copy) => {
    for await (const lines of batches) {
      for (const { line, record } of recordsOf(lines, tally)) {
        tally.records++;
        const game = validGame(record, line, tally);
        if (game === null) continue;
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

function validGame(record: Record<string, unknown>, line: number, tally: Tally): Game | null {
  const found = looksLike(record, 'games');
  if (found !== null) {
    tally.rejectLine(line, found);
    return null;
  }
  const parsed = rawGame.safeParse(withoutMissing(record));
  if (!parsed.success) {
    const { reason, path } = rejection(parsed.error);
    tally.rejectLine(line, reason, { path });
    return null;
  }
  const game = cleanGame(parsed.data, (rule) => tally.used(rule));
  if (game === null) tally.rejectLine(line, 'missing-id', { path: 'id' });
  return game;
}

/** The games that the games file does not name, and the names that libraries use for them. */
export class UnnamedGames {
  readonly #loaded: Set<number>;
  readonly #nameless: ReadonlyMap<number, Game>;
  readonly #names: Map<number, Map<string, number>>;

  constructor(recorded: RecordedGames) {
    this.#loaded = new Set(recorded.named);
    this.#nameless = recorded.nameless;
    this.#names = new Map([...recorded.nameless.keys()].map((id) => [id, new Map()]));
  }

  /** Notes that a library or a review speaks of the game, by this name if it has one there. */
  add(id: number, name: string | null | undefined): void {
    if (this.#loaded.has(id)) return;
    let names = this.#names.get(id);
    if (names === undefined) {
      names = new Map();
      this.#names.set(id, names);
    }
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }

  /** Writes those noted so far into the table `games`, each by its most frequent name, failing that as `App <id>`. */
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

const EMPTY_GAME: Omit<Game, 'id' | 'name'> = {
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

/** The most frequent of the names; of equally frequent ones, the first in code-unit order. */
function mostFrequent(names: ReadonlyMap<string, number>): string | null {
  const counts = new Map<string, number>();
  for (const [raw, count] of names) {
    const name = cleanText(raw);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  let best: [name: string, count: number] | null = null;
  for (const [name, count] of counts) {
    if (best === null || count > best[1] || (count === best[1] && name < best[0])) best = [name, count];
  }
  return best?.[0] ?? null;
}

function row(game: Omit<Game, 'name'>, name: string, recorded: boolean) {
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
