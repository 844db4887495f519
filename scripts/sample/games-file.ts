import type { Game } from './model.ts';
import { Random } from './random.ts';

/** The fields of a record, in the real file's order. */
const FIELDS = [
  'publisher',
  'genres',
  'app_name',
  'title',
  'url',
  'release_date',
  'tags',
  'reviews_url',
  'specs',
  'price',
  'early_access',
  'id',
  'developer',
] as const;

type Field = (typeof FIELDS)[number];
type Value = string | number | boolean | readonly string[] | null;

/** The number of lines without any value at the start; the real file starts with 88,310 of them. */
const BLANK_LINES = 120;

/** The games file: JSON as Python's `json.dumps` writes it, with a bare `NaN` for every missing value. */
export function gamesFile(games: readonly Game[]): string {
  const random = new Random('games file');
  const blank = line(Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, Value>);
  const records = random.some(games.map(record), games.length);
  // Two games are listed twice, one of them at another price.
  const listed = games.filter((game) => game.name === 'Skarnfall 2' || game.name === 'Clovermere');
  listed.forEach((game, i) => {
    records.push(record(i === 0 ? game : { ...game, price: 1.99 }));
  });
  return [...Array<string>(BLANK_LINES).fill(blank), ...records].map((text) => `${text}\n`).join('');
}

function record(game: Game): string {
  const slug = game.name.replaceAll(/[^A-Za-z0-9 ]/g, '').replaceAll(' ', '_');
  const store = 'http://store.steampowered.com/';
  const url = { both: `${store}app/${game.id}/${slug}/`, url: `${store}app/${game.id}`, neither: store }[
    game.idIn
  ];
  return line({
    publisher: game.publisher,
    genres: game.genres,
    app_name: game.name || null,
    title: game.title,
    url,
    release_date: game.releaseDate,
    tags: game.tags,
    reviews_url:
      game.idIn === 'both'
        ? `http://steamcommunity.com/app/${game.id}/reviews/?browsefilter=mostrecent&p=1`
        : null,
    specs: game.specs,
    price: game.price,
    early_access: game.earlyAccess,
    id: game.idIn === 'both' ? String(game.id) : null,
    developer: game.developer,
  });
}

function line(values: Record<Field, Value>): string {
  return `{${FIELDS.map((field) => `"${field}": ${json(values[field])}`).join(', ')}}`;
}

function json(value: Value): string {
  if (value === null) return 'NaN';
  if (typeof value === 'object') return `[${value.map(json).join(', ')}]`;
  // Python's writer escapes everything but ASCII.
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
