import { expect, test } from 'vitest';
import { Catalogue } from '../../../src/engine/catalogue/catalogue.ts';
import { nameAmongOthers } from '../../../src/engine/catalogue/tell-apart.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';
import { game } from '../recommender/known-games.ts';

const catalogue = atOnce(
  Catalogue.build(
    [
      { ...game(30, { name: 'Rarely Played', players: 2, tags: ['Rocks'] }), releaseYear: 2001 },
      { ...game(20, { players: 900, recorded: false, genres: [] }), releaseYear: null },
      {
        ...game(10, { players: 900, tags: ['Rocks', 'Indie'], genres: ['Indie', 'Racing'] }),
        releaseYear: 2002,
      },
    ],
    {
      users: 1000,
      mostPlayed: [20],
      tagGames: new Map([
        ['Rocks', 2],
        ['Indie', 1],
      ]),
    },
  ),
);

test('games are sorted by players, then by id, and each is found by its id', () => {
  expect(catalogue.games.map(({ gameId }) => gameId)).toEqual([10, 20, 30]);
  expect(catalogue.classified(30)).toMatchObject({ name: 'Rarely Played', releaseYear: 2001 });
  expect(catalogue.classified(40)).toBeUndefined();
  expect(atOnce(catalogue.index.resolve('rarely played'))).toMatchObject({
    kind: 'found',
    game: { gameId: 30 },
  });
});

test('the share of a tag is that among recorded games, not among all games', () => {
  expect(catalogue.tagShares).toEqual(
    new Map([
      ['Rocks', 1],
      ['Indie', 0.5],
    ]),
  );
});

test('lists can be steered by genres and tags, however they are written', () => {
  expect(atOnce(catalogue.labels.resolve('racing'))).toEqual({ kind: 'found', name: 'Racing' });
  expect(atOnce(catalogue.labels.resolve('ROCKS'))).toEqual({ kind: 'found', name: 'Rocks' });
  expect(atOnce(catalogue.labels.resolve('Indie'))).toEqual({ kind: 'found', name: 'Indie' });
  expect(atOnce(catalogue.labels.resolve('Roks'))).toMatchObject({ kind: 'unknown', suggestions: ['Rocks'] });
});

test('a data set without games has a catalogue, too', () => {
  const empty = atOnce(Catalogue.build([], { users: 0, mostPlayed: [], tagGames: new Map() }));
  expect(empty.games).toEqual([]);
  expect(atOnce(empty.index.complete('x', 5))).toEqual([]);
});

test('games of the same name are told apart by their year, or else by their developer, or else by their id', () => {
  const named = (id: number, releaseYear: number | null, developers: string[]) => ({
    ...game(id, { name: 'Escape Room', players: 100 - id, developers }),
    releaseYear,
  });
  const rooms = [
    named(1, 2015, ['One']),
    named(2, 2016, ['One']),
    named(3, 2016, ['Two']),
    named(4, null, ['Three']),
    named(5, null, ['Three', 'Four']),
    named(6, null, []),
    { ...game(7, { name: 'Escape Rooms' }), releaseYear: 2016 },
    { ...game(8, { name: 'Unknown' }), releaseYear: null },
    { ...game(9, { name: 'Escape  Room™', developers: ['Nine'] }), releaseYear: 2016 },
    { ...game(10, { name: 'Trials®' }), releaseYear: null },
    { ...game(11, { name: 'Trials' }), releaseYear: null },
  ];
  const some = atOnce(Catalogue.build(rooms, { users: 0, mostPlayed: [], tagGames: new Map() }));
  expect(rooms.map((room) => nameAmongOthers(some, room))).toEqual([
    'Escape Room (2015)',
    'Escape Room (2016, One)',
    'Escape Room (2016, Two)',
    'Escape Room (#4)',
    'Escape Room (#5)',
    'Escape Room (#6)',
    'Escape Rooms (2016)',
    'Unknown',
    'Escape  Room™ (2016, Nine)',
    'Trials® (#10)',
    'Trials (#11)',
  ]);
});
