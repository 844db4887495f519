import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { decodeXML } from 'entities';
import { inventGames } from '../../scripts/sample/catalogue.ts';
import { gamesFile } from '../../scripts/sample/games-file.ts';
import type { Game } from '../../scripts/sample/model.ts';
import { pythonLiteral } from '../../scripts/sample/python-literal.ts';
import { Random } from '../../scripts/sample/random.ts';
import { reviewText } from '../../scripts/sample/review-text.ts';
import type { PerSource } from '../../src/database/schema/sources.ts';
import { type Amount, LibraryMaker, RECORDS } from './shape.ts';

/** Shares as in the real files: empty libraries, repeated lines, rows with hours of two weeks, reviews without a year. */
const [EMPTY, REPEATED, TWO_WEEKS, UNDATED] = [0.19, 0.008, 0.5, 0.17];
const DATES = ['November 5, 2011', 'July 24, 2013', 'December 31, 2013', 'June 1, 2014', 'March 9, 2015'];
const UNDATED_DATES = ['July 10', 'February 29'];

/** Games, the most owned first: the sample's games repeated with another number each time, so that names stay alike. */
export function grownGames(): Game[] {
  const templates = inventGames().filter(
    ({ kind, idIn, name }) => kind === 'game' && idIn === 'both' && name !== '',
  );
  return Array.from({ length: RECORDS }, (_, rank): Game => {
    const template = templates[rank % templates.length]!;
    const time = Math.floor(rank / templates.length);
    const again = (text: string | null) => (text === null || time === 0 ? text : `${text} ${time}`);
    return {
      ...template,
      id: 10 * (rank + 1),
      name: again(template.name)!,
      title: again(template.title),
      developer:
        template.developer === null ? null : `${template.developer}${time % 40 === 0 ? '' : ` ${time % 40}`}`,
      // Tags vary: each repetition leaves out another one.
      tags: template.tags?.filter((_, at) => at !== time % (template.tags!.length + 1)) ?? null,
    };
  });
}

/** Writes the three raw files line by line, so that memory does not depend on their sizes. @returns their paths */
export async function writeRawFiles(folder: string, amount: Amount): Promise<PerSource<string>> {
  const games = grownGames();
  const paths = {
    games: join(folder, 'games.json.gz'),
    reviews: join(folder, 'reviews.json.gz'),
    libraries: join(folder, 'libraries.json.gz'),
  };
  await writeLines(paths.games, [gamesFile(games).trimEnd()]);
  await writeLines(paths.libraries, libraryLines(games, amount));
  await writeLines(paths.reviews, reviewLines(games, amount));
  return paths;
}

/** The lines of the libraries file, one for each user; some libraries are empty, some lines come twice. */
export function* libraryLines(games: readonly Game[], amount: Amount): Generator<string> {
  const random = new Random('grown libraries');
  const libraries = new LibraryMaker('grown ownership', amount);
  // The part that all rows of a game share is encoded only once.
  const rows = games.map(({ id, name }) => {
    const row = pythonLiteral({ item_id: String(id), item_name: decodeXML(name) });
    return `${row.slice(0, -1)}, 'playtime_forever': `;
  });
  for (let user = 0; user < amount.users; user++) {
    const library = random.chance(EMPTY) ? [] : [...libraries.next()];
    const items = library.map(([game, minutes]) =>
      random.chance(TWO_WEEKS)
        ? `${rows[game]}${minutes}, 'playtime_2weeks': 0}`
        : `${rows[game]}${minutes}}`,
    );
    const who = `'user_id': 'grown_${user}', 'items_count': ${items.length}, 'steam_id': '${user}', 'user_url': 'http://steamcommunity.com/id/grown_${user}'`;
    const line = `{${who}, 'items': [${items.join(', ')}]}`;
    yield line;
    if (random.chance(REPEATED)) yield line;
  }
}

/** The lines of the reviews file, one for each reviewer: most review one game, a quarter up to eight. */
function* reviewLines(games: readonly Game[], amount: Amount): Generator<string> {
  const random = new Random('grown reviews');
  const libraries = new LibraryMaker('grown reviewing', { librarySize: 1 });
  for (let reviewer = 0; reviewer < amount.reviewers; reviewer++) {
    const user = Math.floor((reviewer * amount.users) / amount.reviewers);
    const count = random.integer(1, random.chance(0.25) ? 8 : 1);
    const reviews = [...libraries.next().keys()].slice(0, count).map((place) => {
      const recommend = random.chance(0.885);
      const posted = random.chance(UNDATED) ? random.pick(UNDATED_DATES) : random.pick(DATES);
      return {
        funny: '',
        posted: `Posted ${posted}.`,
        last_edited: '',
        item_id: String(games[place]!.id),
        helpful: random.chance(0.5) ? 'No ratings yet' : '3 of 4 people (75%) found this review helpful',
        recommend,
        review: reviewText(games[place]!, recommend, random),
      };
    });
    const id = `grown_${user}`;
    yield pythonLiteral({ user_id: id, user_url: `http://steamcommunity.com/id/${id}`, reviews });
  }
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const gzip = createGzip({ level: 1 });
  const file = gzip.pipe(createWriteStream(path));
  const written = finished(file);
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 1 << 20) continue;
    if (!gzip.write(piece)) await once(gzip, 'drain');
    piece = '';
  }
  gzip.end(piece);
  await written;
}
