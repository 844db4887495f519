import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../scripts/sample/generate.ts';
import { catalogueOf } from '../src/engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../src/engine/data-set/data-set.ts';
import { DataSets } from '../src/engine/data-set/data-sets.ts';
import { closeDataSet } from '../src/engine/data-set/per-data-set.ts';
import { recommendGame } from '../src/engine/recommender/recommend-game.ts';
import { recommendUser } from '../src/engine/recommender/recommend-user.ts';
import { refresh } from '../src/etl/refresh/refresh.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

const FILES = {
  games: 'steam_games.json.gz',
  reviews: 'user_reviews.json.gz',
  libraries: 'users_items.json.gz',
} as const;
type File = keyof typeof FILES;

function packed(file: File): Buffer {
  return readFileSync(new URL(`../sample/${FILES[file]}`, import.meta.url));
}

function lines(file: File): string[] {
  return gunzipSync(packed(file)).toString('utf8').trimEnd().split('\n');
}

const raw = { games: lines('games'), reviews: lines('reviews'), libraries: lines('libraries') };
const text = {
  games: raw.games.join('\n'),
  reviews: raw.reviews.join('\n'),
  libraries: raw.libraries.join('\n'),
};

const files = Object.keys(FILES) as File[];
const blank = raw.games.filter((line) => !line.includes('store.steampowered.com'));
const records = raw.games.filter((line) => line.includes('store.steampowered.com'));
const userId = /^\{'user_id': '([^']+)'/;

function count(file: File, pattern: RegExp): number {
  return [...text[file].matchAll(pattern)].length;
}

/** How often each repeated value occurs. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

describe('the bundled sample', () => {
  it('is the output of its generator, byte for byte', () => {
    const sample = generateSample();
    for (const file of files) {
      expect(gunzipSync(packed(file)).equals(Buffer.from(sample[file], 'utf8')), file).toBe(true);
    }
    expect(generateSample()).toEqual(sample);
  });

  it('is small, and carries neither a time nor an operating system in its headers', () => {
    expect(files.reduce((bytes, file) => bytes + packed(file).length, 0)).toBeLessThan(400_000);
    for (const file of files) {
      expect(packed(file).readUInt32LE(4), file).toBe(0);
      expect(packed(file)[9], file).toBe(255);
    }
  });

  it('has about 300 games, 400 users and 1,500 reviews', () => {
    expect(blank).toHaveLength(120);
    expect(raw.games.slice(0, 120)).toEqual(blank);
    expect(records.length).toBeGreaterThan(290);
    expect(records.length).toBeLessThan(320);
    const users = new Set([...raw.reviews, ...raw.libraries].map((line) => userId.exec(line)?.[1]));
    expect(users.size).toBeGreaterThan(390);
    expect(users.size).toBeLessThan(410);
    const reviews = count('reviews', /'posted': /g);
    expect(reviews).toBeGreaterThan(1450);
    expect(reviews).toBeLessThan(1600);
    expect(count('libraries', /'playtime_forever': /g)).toBeGreaterThan(8000);
  });

  it('names no real person and no real thing', () => {
    for (const line of [...raw.reviews, ...raw.libraries]) {
      expect(userId.exec(line)?.[1]).toMatch(/^(sample_[a-z]+_([a-z]+_\d+|off|short)|00000\d{12})$/);
    }
    for (const [, steamId] of text.libraries.matchAll(/'steam_id': '(\d+)'/g))
      expect(steamId).toMatch(/^00000\d{12}$/);
    const ids = [
      ...text.games.matchAll(/\/app\/(\d+)/g),
      ...`${text.reviews}${text.libraries}`.matchAll(/'item_id': '(\d+)'/g),
    ].map((match) => Number(match[1]));
    for (const id of new Set(ids))
      expect([id >= 9_000_010, id < 9_010_000, id % 10]).toEqual([true, true, 0]);
  });

  it('breaks one line off in the reviews and one in the libraries, which is under 1 %', () => {
    for (const file of ['reviews', 'libraries'] as const) {
      expect(raw[file].filter((line) => !line.endsWith('}'))).toHaveLength(1);
      expect(raw[file].length).toBeGreaterThan(300);
    }
    for (const line of records) expect(() => JSON.parse(line.replaceAll(/: NaN/g, ': null'))).not.toThrow();
  });
});

const QUIRKS: readonly [File, string, RegExp][] = [
  [
    'games',
    'blank lines in the real order of keys',
    /^\{"publisher": NaN, "genres": NaN, "app_name": NaN, "title": NaN, "url": NaN, "release_date": NaN, "tags": NaN, "reviews_url": NaN, "specs": NaN, "price": NaN, "early_access": NaN, "id": NaN, "developer": NaN\}$/m,
  ],
  ['games', 'a sequel with a Roman number', /"app_name": "Ember Hollow II"/],
  ['games', 'a sequel with a subtitle', /"app_name": "Ember Hollow 3: Ashfall"/],
  ['games', 'an edition', /"app_name": "[^"]+ - Game of the Year Edition"/],
  ['games', 'an addition', /"specs": \[[^\]]*"Downloadable Content"/],
  ['games', 'a soundtrack', /"app_name": "[^"]+ - Soundtrack"/],
  ['games', 'a demo', /"specs": \[[^\]]*"Game demo"/],
  ['games', 'a dedicated server', /"app_name": "[^"]+ Dedicated Server"/],
  ['games', 'a test server', /"app_name": "[^"]+ - Public Test"/],
  ['games', 'nudity', /"tags": \[[^\]]*"Nudity"/],
  ['games', 'sexual content', /"tags": \[[^\]]*"Sexual Content"/],
  ['games', 'a developer in capitals', /"developer": "VORTIGO"/],
  ['games', 'another developer of the same name in small letters', /"developer": "Vortigo"/],
  ['games', 'a developer with a comma before Inc.', /"developer": "[^",]+, Inc\."/],
  ['games', 'a developer with a comma in parentheses', /"developer": "[^"]*\([^")]+, [^")]+\)/],
  ['games', 'several developers', /"developer": "[^"(]+[^ ],[^ ][^"]+"/],
  ['games', 'an entity in a name', /"app_name": "[^"]*&amp;[^"]*"/],
  ['games', 'a quotation mark as an entity', /"app_name": "[^"]*&quot;[^"]*"/],
  ['games', 'an entity in a genre', /"genres": \[[^\]]*&amp;/],
  ['games', 'an accent', /"app_name": "[^"]*\\u00e9/],
  ['games', 'a registered trade mark', /"app_name": "[^"]*\\u00ae/],
  ['games', 'a trade mark that the title lacks', /"app_name": "([^"]+)\\u2122", "title": "\1"/],
  ['games', 'Chinese or Japanese', /"app_name": "\\u[4-9]/],
  ['games', 'Cyrillic', /"app_name": "\\u04/],
  ['games', 'stars and underscores', /"app_name": "\*_[^"]+_\*"/],
  ['games', 'tildes and bars', /"app_name": "~[^"]*\|\|/],
  ['games', 'backticks', /"app_name": "`[^"]*`/],
  ['games', 'a date in full', /"release_date": "2017-07-24"/],
  ['games', 'a month', /"release_date": "Jul 2018"/],
  ['games', 'a year alone', /"release_date": "2017"/],
  ['games', 'a quarter', /"release_date": "Q3 2016"/],
  ['games', 'a promise', /"release_date": "Coming Soon"/],
  ['games', 'no date', /"release_date": NaN, "tags": \[/],
  ['games', 'a price in words', /"price": "Free To Play"/],
  ['games', 'the same words, otherwise written', /"price": "Free to Play"/],
  ['games', 'a price in one word', /"price": "Free"/],
  ['games', 'a price in dollars', /"price": \d+\.\d\d,/],
  ['games', 'no price', /"price": NaN, "early_access": (true|false)/],
  ['games', 'early access', /"genres": \[[^\]]*"Early Access".*"early_access": true/],
  ['games', 'an id that stands in the url alone', /"url": "[^"]*\/app\/\d+".*"id": NaN/],
  ['games', 'an id that stands nowhere', /"url": "http:\/\/store\.steampowered\.com\/".*"id": NaN/],
  ['games', 'no genres', /"genres": NaN, "app_name": "/],
  ['games', 'no tags', /"app_name": ".*"tags": NaN/],
  ['games', 'no specs', /"app_name": ".*"specs": NaN/],
  ['games', 'no developer', /"app_name": ".*"developer": NaN/],
  ['games', 'no title', /"app_name": "[^"]+", "title": NaN/],
  ['reviews', 'a date with its year', /'posted': 'Posted [A-Z][a-z]+ \d{1,2}, 201[1-5]\.'/],
  ['reviews', 'a date without one', /'posted': 'Posted [A-Z][a-z]+ \d{1,2}\.'/],
  ['reviews', 'an edit with its year', /'last_edited': 'Last edited [A-Z][a-z]+ \d{1,2}, 201\d\.'/],
  ['reviews', 'an edit without one', /'last_edited': 'Last edited [A-Z][a-z]+ \d{1,2}\.'/],
  ['reviews', 'nobody amused', /'funny': '',/],
  ['reviews', 'one amused', /'funny': '1 person found this review funny'/],
  ['reviews', 'several amused', /'funny': '\d+ people found this review funny'/],
  ['reviews', 'no ratings', /'helpful': 'No ratings yet'/],
  ['reviews', 'ratings', /'helpful': '\d+ of \d+ people \(\d+%\) found this review helpful'/],
  ['reviews', 'ratings in thousands', /'helpful': '[\d,]+ of \d,\d{3} people/],
  ['reviews', 'a verdict for', /'recommend': True/],
  ['reviews', 'a verdict against', /'recommend': False/],
  ['reviews', 'no text', /'review': ''\}/],
  ['reviews', 'a censored word', /'review': ['"][^}]*♥{4}/],
  ['reviews', 'single quotes', /'review': '[^'\\]/],
  ['reviews', 'double quotes', /'review': "[^"]*'/],
  ['reviews', 'an escaped quote', /'review': '[^}]*"[^}]*\\'/],
  ['reviews', 'an escaped backslash', /\\\\/],
  ['reviews', 'a tab', /\\t/],
  ['reviews', 'a line feed', /\\n/],
  ['reviews', 'a short hexadecimal escape', /\\xa0/],
  ['reviews', 'a long one', /\\u3000/],
  ['reviews', 'Spanish', /'review': '¡Increíble!/],
  ['reviews', 'emoji', /👍|😂/u],
  ['reviews', 'a user without reviews', /'reviews': \[\]\}$/m],
  [
    'reviews',
    'a user known by a number',
    /^\{'user_id': '00000\d{12}', 'user_url': 'http:\/\/steamcommunity\.com\/profiles\//m,
  ],
  ['reviews', 'a game without record or owner', /'item_id': '9009090'/],
  ['libraries', 'an empty library', /'items_count': 0, .*'items': \[\]\}$/m],
  ['libraries', 'recent minutes', /'playtime_forever': \d+, 'playtime_2weeks': \d+\}/],
  ['libraries', 'recent minutes left out', /'playtime_forever': \d+\}/],
  ['libraries', 'a game never started', /'playtime_forever': 0[,}]/],
  ['libraries', 'a game played for weeks', /'playtime_forever': \d{5,}/],
  ['libraries', 'an entity in a name', /'item_name': '[^']*&amp;/],
  ['libraries', 'a name with an apostrophe or quotation mark', /'item_name': ("[^"]*'|'[^']*"[^']*")/],
  [
    'libraries',
    'two spellings of one name',
    /'Dustlatch Arena'[\s\S]*'DUSTLATCH ARENA \(beta\)'|'DUSTLATCH ARENA \(beta\)'[\s\S]*'Dustlatch Arena'/,
  ],
];

describe('the quirks of the raw files', () => {
  it.each(QUIRKS)('%s: %s', (file, _, pattern) => {
    expect(pattern.test(text[file])).toBe(true);
  });

  it('games: two ids are listed twice', () => {
    expect(repeated(records.map((line) => /"id": "(\d+)"/.exec(line)?.[1] ?? line))).toHaveLength(2);
  });

  it('games: two that came out in different years have the same name', () => {
    const years = records.flatMap(
      (line) => /"app_name": "Harrowgate".*"release_date": "(\d{4})/.exec(line)?.[1] ?? [],
    );
    expect(years.sort()).toEqual(['2006', '2014']);
  });

  it('reviews: lines are repeated whole, and reviews within a line', () => {
    expect(repeated(raw.reviews).length).toBeGreaterThan(3);
    const twice = raw.reviews.filter(
      (line) =>
        repeated(line.split(/(?=\{'funny': )/).map((part) => part.replace(/(, |\]\})$/, ''))).length > 0,
    );
    expect(twice.length).toBeGreaterThan(3);
  });

  it('reviews: each year has enough to rank, and texts fit verdicts', () => {
    for (const year of [2011, 2012, 2013, 2014, 2015]) {
      expect(
        count('reviews', new RegExp(`'posted': '[^']+, ${year}\\.'`, 'g')),
        String(year),
      ).toBeGreaterThan(80);
    }
    expect(count('reviews', /'posted': 'Posted [A-Z][a-z]+ \d{1,2}\.'/g)).toBeGreaterThan(80);
    const against = count('reviews', /'recommend': False/g) / count('reviews', /'posted': /g);
    expect(against).toBeGreaterThan(0.08);
    expect(against).toBeLessThan(0.25);
  });

  it('libraries: most are complete, some are partial, some users are listed twice', () => {
    const found = { complete: 0, partial: 0 };
    for (const line of raw.libraries) {
      const promised = Number(/'items_count': (\d+)/.exec(line)?.[1]);
      const held = line.split("'item_id': ").length - 1;
      expect(held).toBeLessThanOrEqual(promised);
      if (held > 0) found[held === promised ? 'complete' : 'partial']++;
    }
    expect(found.complete).toBeGreaterThan(250);
    expect(found.partial).toBeGreaterThan(30);
    expect(repeated(raw.libraries.map((line) => userId.exec(line)?.[1] ?? line)).length).toBeGreaterThan(3);
  });

  it('libraries: some hold a game twice, with different minutes', () => {
    const twice = raw.libraries.filter(
      (line) => repeated([...line.matchAll(/'item_id': '(\d+)'/g)].map((match) => match[1]!)).length > 0,
    );
    expect(twice.length).toBeGreaterThan(3);
  });

  it('libraries: some games have no record', () => {
    const known = new Set([...text.games.matchAll(/\/app\/(\d+)/g)].map((match) => match[1]));
    const unknown = [...text.libraries.matchAll(/'item_id': '(\d+)'/g)].filter(
      (match) => !known.has(match[1]),
    );
    expect(unknown.length).toBeGreaterThan(20);
  });

  it('libraries: a bundle is owned whole, and about half of it never started', () => {
    const complete = raw.libraries.filter(
      (line) => Number(/'items_count': (\d+)/.exec(line)?.[1]) === line.split("'item_id': ").length - 1,
    );
    let games = 0;
    let started = 0;
    for (const line of complete) {
      const minutes = [
        ...line.matchAll(/'item_name': 'Gravel Anthology (I|II|III|IV)', 'playtime_forever': (\d+)/g),
      ];
      expect([0, 4]).toContain(new Set(minutes.map((match) => match[1])).size);
      games += minutes.length;
      started += minutes.filter((match) => match[2] !== '0').length;
    }
    expect(games).toBeGreaterThan(40);
    expect(started / games).toBeGreaterThan(0.35);
    expect(started / games).toBeLessThan(0.65);
  });
});

describe('recommendations from the sample', () => {
  let database: TestDatabase;
  let dataSet: DataSet;
  beforeAll(async () => {
    database = await createTestDatabase();
    const path = (file: File) => fileURLToPath(new URL(`../sample/${FILES[file]}`, import.meta.url));
    await refresh(database.direct, {
      sources: { games: path('games'), reviews: path('reviews'), libraries: path('libraries') },
      dataFolder: tmpdir(),
      invented: true,
      undatedReviewYear: 2016,
      maxRejectedShare: 0.01,
    });
    dataSet = await new DataSets(database.answers).current();
  });
  afterAll(async () => {
    await closeDataSet(dataSet);
    await database.remove();
  });

  it.each([
    ['Ember Hollow', 'Ember Hollow II'],
    ['Clovermere', 'Clovermere 2'],
    ['Crowns of Velmora II', 'Crowns of Velmora'],
    ['Paper Crane Summer', 'Paper Crane Winter'],
    ['Skarnfall: Global Siege', 'Skarnfall 2'],
  ])('five games like %s, one of them %s, and at most two of the series', async (asked, sequel) => {
    const { basis, games } = await recommendGame(dataSet, { game: asked });
    expect(basis).toBe('collaborative');
    expect(games).toHaveLength(5);
    expect(games.map(({ name }) => name)).toContain(sequel);
    const sequels = games.filter(({ because }) => because.some(({ kind }) => kind === 'series'));
    expect(sequels.length).toBeGreaterThan(0);
    expect(sequels.length).toBeLessThanOrEqual(2);
    for (const { because } of games) {
      const kinds = because.map(({ kind }) => kind);
      expect(kinds).toContain('tags');
      // Players in common, or two games of a kind by one studio.
      expect(kinds.includes('players') || kinds.includes('developer')).toBe(true);
    }
  });

  it('a name of two games means the more played one', async () => {
    const { game, games } = await recommendGame(dataSet, { game: 'Harrowgate' });
    const players = (await catalogueOf(dataSet)).games.filter(({ name }) => name === 'Harrowgate');
    expect(players).toHaveLength(2);
    expect(game.gameId).toBe(String(players[0]!.gameId));
    expect(games).toHaveLength(5);
    for (const { because } of games) expect(because.length).toBeGreaterThan(0);
  });

  it.each(['sample_olive_shrew_319', 'sample_amber_quokka_168'])(
    'five games for %s, each brought by games of theirs, and none that they own',
    async (user) => {
      const { basis, games } = await recommendUser(dataSet, { user });
      expect(basis).toBe('collaborative');
      expect(games).toHaveLength(5);
      const line = raw.libraries.findLast((one) => one.startsWith(`{'user_id': '${user}'`))!;
      const has = [...line.matchAll(/'item_id': '(\d+)'/g)].map((match) => match[1]);
      for (const { gameId, because } of games) {
        expect(has).not.toContain(gameId);
        expect(because.length).toBeGreaterThan(0);
        expect(because[0]!.kind).toBe('played');
        for (const reason of because) {
          expect(['played', 'series', 'developer', 'tags']).toContain(reason.kind);
          if (reason.kind !== 'played') continue;
          expect(has).toContain(reason.gameId);
        }
      }
    },
  );
});
