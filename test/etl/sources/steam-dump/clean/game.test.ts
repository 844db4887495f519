import { describe, expect, it } from 'vitest';
import type { GameRecord } from '../../../../../src/etl/sources/contract/records.ts';
import { cleanGame } from '../../../../../src/etl/sources/steam-dump/clean/game.ts';
import type { RawGame } from '../../../../../src/etl/sources/steam-dump/validate/game.ts';

function clean(raw: RawGame): { game: GameRecord | null; rules: string[] } {
  const rules: string[] = [];
  const game = cleanGame(raw, (rule) => rules.push(rule));
  return { game, rules: rules.toSorted() };
}

/** A record in which nothing has to be completed or changed. */
const TIDY: RawGame = {
  id: '9000010',
  url: 'http://store.steampowered.com/app/9000020/Other/',
  app_name: 'Ember Hollow',
  title: 'Ember Hollow: The Title',
  developer: 'Vortigo',
  publisher: 'Lantern, Inc.',
  genres: ['Action', 'Indie'],
  tags: ['Action', 'Co-op'],
  specs: ['Single-player'],
  release_date: '2017-07-24',
  price: 9.99,
  early_access: true,
};

describe('a game', () => {
  it('from a tidy record is taken as it is, without any cleaning rule', () => {
    expect(clean(TIDY)).toStrictEqual({
      game: {
        id: 9_000_010,
        name: 'Ember Hollow',
        releaseDate: '2017-07-24',
        releaseYear: 2017,
        genres: ['Action', 'Indie'],
        tags: ['Action', 'Co-op'],
        specs: ['Single-player'],
        developers: ['Vortigo'],
        publisher: 'Lantern, Inc.',
        price: 9.99,
        earlyAccess: true,
        dlc: false,
      },
      rules: [],
    });
  });

  it('from a record with only an id has empty fields', () => {
    expect(clean({ id: 9_000_010 })).toStrictEqual({
      game: {
        id: 9_000_010,
        name: null,
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
      },
      rules: ['genres-missing', 'release-year-missing'],
    });
  });

  it.each<[id: RawGame['id']]>([[undefined], [''], ['none'], [0], [-3]])(
    'with the id %j takes it from the address',
    (id) => {
      const { game, rules } = clean({ ...TIDY, id });
      expect(game?.id).toBe(9_000_020);
      expect(rules).toStrictEqual(['id-from-url']);
    },
  );

  it('without an id in either place is dropped, whatever else the record has', () => {
    const { id: _, ...rest } = TIDY;
    expect(clean({ ...rest, url: 'http://store.steampowered.com/' })).toStrictEqual({
      game: null,
      rules: [],
    });
    expect(clean({ app_name: 'Nameless' })).toStrictEqual({ game: null, rules: [] });
  });

  it('without a name takes its title as name', () => {
    const { game, rules } = clean({ ...TIDY, app_name: '  ' });
    expect(game?.name).toBe('Ember Hollow: The Title');
    expect(rules).toStrictEqual(['name-from-title']);
  });

  it('keeps a release date that names no year', () => {
    const { game, rules } = clean({ ...TIDY, release_date: 'Coming Soon' });
    expect(game).toMatchObject({ releaseDate: 'Coming Soon', releaseYear: null });
    expect(rules).toStrictEqual(['release-year-missing']);
  });

  it('is an addition if its specs say so, in exactly these words', () => {
    expect(clean({ ...TIDY, specs: ['Single-player', 'Downloadable Content'] }).game?.dlc).toBe(true);
    expect(clean({ ...TIDY, specs: ['Steam Downloadable Content Pack'] }).game?.dlc).toBe(false);
    expect(clean({ ...TIDY, specs: [], tags: ['Downloadable Content'] }).game?.dlc).toBe(false);
  });

  it('has its HTML entities decoded, and each genre and tag once', () => {
    const { game, rules } = clean({
      ...TIDY,
      app_name: 'Rock &amp; Roll &quot;Live&quot;',
      genres: ['Animation &amp; Modeling', 'Animation & Modeling'],
      tags: ['Indie', ' Indie ', ''],
    });
    expect(game).toMatchObject({
      name: 'Rock & Roll "Live"',
      genres: ['Animation & Modeling'],
      tags: ['Indie'],
    });
    expect(rules).toStrictEqual(['entities-decoded']);
  });

  it('whose release date a converter wrote is of the same day', () => {
    const { game, rules } = clean({ ...TIDY, release_date: '1400000000000' });
    expect(game).toMatchObject({ releaseDate: '2014-05-13', releaseYear: 2014 });
    expect(rules).toStrictEqual(['release-date-rewritten']);
  });

  it('has no developer whose name no index can hold, and keeps the others', () => {
    const { game, rules } = clean({ ...TIDY, developer: `${'\u6f22'.repeat(900)},Vortigo` });
    expect(game?.developers).toStrictEqual(['Vortigo']);
    expect(rules).toStrictEqual(['developer-unreadable']);
  });

  it('has no name that nobody could see', () => {
    expect(clean({ ...TIDY, app_name: '\u200e\u202e\u0007', tags: ['\u200b', 'Indie'] })).toMatchObject({
      game: { name: 'Ember Hollow: The Title', tags: ['Indie'] },
      rules: ['name-from-title'],
    });
  });

  it.each([-1, 1e7, 1e308])('has no price of %d', (price) => {
    const { game, rules } = clean({ ...TIDY, price });
    expect(game?.price).toBeNull();
    expect(rules).toStrictEqual(['price-unreadable']);
  });

  it('reports that developers were split and that its price is in words', () => {
    const { game, rules } = clean({ ...TIDY, developer: 'xropi,stev3ns', price: 'Free To Play' });
    expect(game).toMatchObject({ developers: ['xropi', 'stev3ns'], price: 0 });
    expect(rules).toStrictEqual(['developers-split', 'price-from-words']);
  });
});
