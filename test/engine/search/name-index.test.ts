import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../../src/engine/search/name-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';

const GENRES = ['Action', 'Adventure', 'Casual', 'Indie', 'Massively Multiplayer', 'RPG', 'Strategy'];
const DEVELOPERS = [
  'CAPCOM',
  'Capcom',
  'Café Studio',
  'Valve',
  'Making Fun, Inc.',
  'Coffee Stain Studios',
  'Бука',
  '株式会社アート',
  '光荣',
  '***',
  '!!!',
];

const genres = atOnce(NameIndex.build(GENRES));
const developers = atOnce(NameIndex.build(DEVELOPERS));

describe('an exact name', () => {
  it.each([...DEVELOPERS])('%s is found, even beside one that differs in case alone', (name) => {
    expect(atOnce(developers.resolve(name))).toStrictEqual({ kind: 'found', name });
    expect(atOnce(developers.resolve(`  ${name} `))).toStrictEqual({ kind: 'found', name });
  });
});

describe('a name that differs only in writing', () => {
  it.each<[typed: string, name: string, what: string]>([
    ['VALVE', 'Valve', 'case'],
    ['cafe studio', 'Café Studio', 'accents'],
    ['Cafe\u0301 Studio', 'Café Studio', 'an accent that is typed as a sign of its own'],
    ['making fun inc', 'Making Fun, Inc.', 'punctuation'],
    ['CoffeeStain Studios', 'Coffee Stain Studios', 'spaces'],
    ['coffee   stain-studios', 'Coffee Stain Studios', 'spaces and punctuation'],
    ['Studios Coffee Stain', 'Coffee Stain Studios', 'word order'],
    ['inc. making FUN', 'Making Fun, Inc.', 'word order, case and punctuation'],
    ['БУКА', 'Бука', 'case in Cyrillic'],
    ['株式会社 アート', '株式会社アート', 'spaces in Japanese'],
    ['「光荣」', '光荣', 'punctuation in Chinese'],
    ['Ｖａｌｖｅ', 'Valve', 'width'],
  ])('%j is %j: %s', (typed, name) => {
    expect(atOnce(developers.resolve(typed))).toStrictEqual({ kind: 'found', name });
  });

  it('and fits several names is not decided for the asker', () => {
    expect(atOnce(developers.resolve('capcom'))).toStrictEqual({
      kind: 'ambiguous',
      names: ['CAPCOM', 'Capcom'],
    });
  });

  it('is found whatever its case, spaces, punctuation and word order', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const change = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      order: fc.integer({ min: 0, max: 3 }),
      between: fc.constantFrom(' ', '  ', '-', ', ', ': '),
      upper: fc.boolean(),
    });
    fc.assert(
      fc.property(change, ({ words, order, between, upper }) => {
        const turned = [...words.slice(order), ...words.slice(0, order)].join(between);
        const name = words.join(' ');
        const typed = upper ? turned.toUpperCase() : turned;
        expect(atOnce(atOnce(NameIndex.build([name])).resolve(typed))).toStrictEqual({
          kind: 'found',
          name,
        });
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('a typo', () => {
  it('is not guessed, but the likely names are suggested', () => {
    expect(atOnce(genres.resolve('Acton'))).toStrictEqual({ kind: 'unknown', suggestions: ['Action'] });
    expect(atOnce(genres.resolve('strategie'))).toStrictEqual({ kind: 'unknown', suggestions: ['Strategy'] });
    expect(atOnce(developers.resolve('Букка'))).toStrictEqual({ kind: 'unknown', suggestions: ['Бука'] });
  });

  it('gets the nearest name suggested first', () => {
    const names = ['Valva Interactive Entertainment', 'Valve Interactive Entertainment', 'Volvo Interactive'];
    const index = atOnce(NameIndex.build(names));
    const short = atOnce(NameIndex.build(['Valva Soft', 'Valve Soft', 'Volvo Soft', 'Else']));
    expect(atOnce(short.resolve('Valvee Soft'))).toStrictEqual({
      kind: 'unknown',
      suggestions: ['Valve Soft'],
    });
    expect(atOnce(index.resolve('ValveInteractiveEntertainmant'))).toStrictEqual({
      kind: 'unknown',
      suggestions: ['Valve Interactive Entertainment', 'Valva Interactive Entertainment'],
    });
  });

  it('of a rare word counts more than a common one that is right', () => {
    const names = Array.from(
      { length: 60 },
      (_, place) => `${'abcdefghij'[place % 10]}${place}x Corporation`,
    );
    const index = atOnce(NameIndex.build([...names, 'Tomorrow Corporation', 'Valve']));
    expect(atOnce(index.resolve('valve corporation'))).toStrictEqual({
      kind: 'unknown',
      suggestions: ['Valve'],
    });
    expect(atOnce(index.complete('valve corporation', 5))).toStrictEqual(['Valve']);
  });

  it('gets a name suggested that begins with the typed text', () => {
    expect(atOnce(genres.resolve('massively'))).toStrictEqual({
      kind: 'unknown',
      suggestions: ['Massively Multiplayer'],
    });
  });

  it('gets at most five suggestions, equally near ones by name', () => {
    const index = atOnce(
      NameIndex.build(['Game G', 'Game F', 'Game E', 'Game D', 'Game C', 'Game B', 'Game A']),
    );
    expect(atOnce(index.resolve('Game X'))).toStrictEqual({
      kind: 'unknown',
      suggestions: ['Game A', 'Game B', 'Game C', 'Game D', 'Game E'],
    });
  });
});

describe('a text unlike any name', () => {
  it.each(['', '   ', '???', '—', '™', 'xyzzyxyzzy', '日本'])('%j has no suggestions', (typed) => {
    expect(atOnce(developers.resolve(typed))).toStrictEqual({ kind: 'unknown', suggestions: [] });
  });

  it('finds nothing in an empty index', () => {
    expect(atOnce(atOnce(NameIndex.build([])).resolve('Action'))).toStrictEqual({
      kind: 'unknown',
      suggestions: [],
    });
  });
});

describe('the completion of a name', () => {
  const weighed = atOnce(
    NameIndex.build([
      { name: 'Action', weight: 11_000 },
      { name: 'Action Square', weight: 1 },
      { name: 'Adventure', weight: 8000 },
      { name: 'Massively Multiplayer', weight: 1000 },
      'Free to Play',
    ]),
  );

  it.each<[typed: string, names: string[]]>([
    ['', ['Action', 'Adventure', 'Massively Multiplayer', 'Action Square', 'Free to Play']],
    ['a', ['Action', 'Adventure', 'Action Square']],
    ['ACT', ['Action', 'Action Square']],
    ['advnture', ['Adventure']],
    ['multi', ['Massively Multiplayer']],
    ['mmo', []],
    ['f2p', []],
    ['ftp', ['Free to Play']],
  ])('of %j is %j', (typed, names) => {
    expect(atOnce(weighed.complete(typed, 10))).toStrictEqual(names);
  });

  it('gives at most the wanted number', () => {
    expect(atOnce(weighed.complete('', 2))).toStrictEqual(['Action', 'Adventure']);
    expect(atOnce(weighed.complete('a', 0))).toStrictEqual([]);
  });
});

describe('a name that few people know', () => {
  const names = atOnce(
    NameIndex.build([
      { name: 'Terraria', weight: 28_000 },
      { name: 'Star Chart', weight: 0 },
      { name: 'Hade', weight: 0 },
      { name: 'Cuphead', weight: 0 },
      { name: 'Hellblade: Senua’s Sacrifice', weight: 0 },
      { name: 'Uncharted Waters Online', weight: 10 },
      { name: 'Monster of Uncharted Seas', weight: 23 },
      { name: 'Abyss Raiders: Uncharted', weight: 4 },
    ]),
  );
  it.each<[typed: string, suggestions: string[], why: string]>([
    ['starcraft', [], 'two letters of nine are wrong'],
    ['hades', [], 'one letter of five is wrong'],
    ['cuphed', ['Cuphead'], 'one letter of seven is missing'],
    ['terarria', ['Terraria'], 'many people know the name'],
    ['hellblade', ['Hellblade: Senua’s Sacrifice'], 'no other name has the word'],
    ['uncharted', [], 'several names have the word'],
  ])('%j suggests %j: %s', (typed, suggestions) => {
    expect(atOnce(names.resolve(typed))).toEqual({ kind: 'unknown', suggestions });
  });
});
