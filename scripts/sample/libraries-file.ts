import { decodeXML } from 'entities';
import type { Possession } from './ownership.ts';
import type { Person } from './people.ts';
import { type Literal, pythonLiteral } from './python-literal.ts';
import { Random } from './random.ts';

/** Owned games without a record in the games file, and the spellings of their names. */
const UNRECORDED: readonly { id: number; spellings: readonly string[] }[] = [
  {
    id: 9_009_010,
    spellings: ['Dustlatch Arena', 'Dustlatch Arena', 'Dustlatch Arena', 'DUSTLATCH ARENA (beta)'],
  },
  { id: 9_009_020, spellings: ['Skarnfall Dedicated Server'] },
  { id: 9_009_030, spellings: ['Pickle &amp; Plough', 'Pickle &amp; Plough', 'Pickle & Plough'] },
  { id: 9_009_040, spellings: ['Мокрый валенок'] },
];

interface Row {
  [key: string]: Literal;
  item_id: string;
  item_name: string;
  playtime_forever: number;
}

/** The libraries file: a Python literal on each line. Most people have one line, a few have two. */
export function librariesFile(
  people: readonly Person[],
  libraries: readonly (readonly Possession[])[],
): string {
  const random = new Random('libraries file');
  const lines: string[] = [];
  people.forEach((person, i) => {
    if (!person.listed) return;
    const rows = libraries[i]!.map((possession) => row(possession, random));
    if (rows.length > 0) addUnrecorded(rows, random);
    // Now and then a library lists a game twice, with the minutes of two different days.
    const again = rows.find(({ playtime_forever }) => playtime_forever > 0);
    if (again && i % 40 === 3) rows.push({ ...again, playtime_forever: again.playtime_forever + 75 });

    const missing =
      rows.length > 4 && random.chance(0.22) ? random.integer(1, Math.floor(rows.length / 2)) : 0;
    const unknown = new Set(random.some(rows, missing));
    const known = rows.filter((owned) => !unknown.has(owned));
    lines.push(line(person, rows.length, known));
    // A second crawl of the same person came after more play.
    if (i % 55 === 7) lines.push(line(person, rows.length, known.map(playedOn)));
  });
  // The crawl broke off in the middle of a line.
  lines.splice(
    211,
    0,
    "{'user_id': 'sample_cut_short', 'items_count': 2, 'steam_id': '00000000000000001', 'user_url': 'http",
  );
  return lines.map((text) => `${text}\n`).join('');
}

function line(person: Person, count: number, items: readonly Row[]): string {
  return pythonLiteral({
    user_id: person.id,
    items_count: count,
    steam_id: person.steamId,
    user_url: person.url,
    items,
  });
}

function row({ game, minutes }: Possession, random: Random): Row {
  const played = { item_id: String(game.id), item_name: decodeXML(game.name), playtime_forever: minutes };
  // Left out if the crawl did not know it.
  if (random.chance(0.5)) return played;
  return { ...played, playtime_2weeks: random.chance(0.06) ? Math.min(minutes, random.integer(1, 1500)) : 0 };
}

function addUnrecorded(rows: Row[], random: Random): void {
  for (const { id, spellings } of UNRECORDED) {
    if (!random.chance(0.06)) continue;
    rows.push({
      item_id: String(id),
      item_name: random.pick(spellings),
      playtime_forever: random.chance(0.5) ? random.integer(5, 900) : 0,
      playtime_2weeks: 0,
    });
  }
}

function playedOn(owned: Row): Row {
  return owned.playtime_forever === 0 ? owned : { ...owned, playtime_forever: owned.playtime_forever + 30 };
}
