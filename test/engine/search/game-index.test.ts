import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GameIndex, type SearchableGame } from '../../../src/engine/search/game-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';

/** Well-known titles and some invented ones. The numbers of players are invented. */
const GAMES: readonly SearchableGame[] = [
  game(10, 'Counter-Strike', 5000),
  game(730, 'Counter-Strike: Global Offensive', 13_000),
  game(731, 'CSGO', 2),
  game(220, 'Half-Life 2', 14_000),
  game(380, 'Half-Life 2: Episode One', 6000),
  game(70, 'Half-Life', 1700),
  game(400, 'Portal', 15_000),
  game(620, 'Portal 2', 22_000),
  game(621, 'Portal 2 Soundtrack', 0, { recommendable: false }),
  game(550, 'Left 4 Dead 2', 34_000),
  game(500, 'Left 4 Dead', 5000),
  game(271590, 'Grand Theft Auto V', 1700),
  game(12210, 'Grand Theft Auto IV', 1300),
  game(39140, 'FINAL FANTASY VII', 250),
  game(39150, 'FINAL FANTASY VIII', 80),
  game(292030, 'The Witcher 3: Wild Hunt', 700),
  game(20920, 'The Witcher 2: Assassins of Kings', 6900),
  game(7670, 'BioShock™', 7000),
  game(8870, 'BioShock Infinite', 1600),
  game(105600, 'Terraria', 28_000),
  game(4000, "Garry's Mod", 22_000),
  game(242820, '140', 45),
  game(140, 'A Game Whose Id Is A Name', 9),
  game(514900, '>observer_', 3),
  game(893850, ':THE LONGING:', 3),
  game(1, '!', 1),
  game(2, '東方天空璋 ～ Hidden Star', 2),
  game(3, '魔界戦記ディスガイア', 19),
  game(4, 'Крым', 4),
  game(5, 'Knights & Castles', 12),
  game(6, 'Night Garden', 30, { adult: true }),
  game(7, 'Night Harbour', 20),
  game(8, 'Spin Tires', 40),
  game(9, 'Spintires', 400),
  game(11, 'Twin', 5, { recommendable: false }),
  game(12, 'Twin', 1),
  game(13, 'Echo', 7),
  game(14, 'Echo', 8),
  game(15, 'ECHO!', 100, { recommendable: false }),
  game(16, 'Orbital Mega Man X', 1),
  game(17, 'Orbital Mega Man 10', 2),
  game(19, 'Qaden', 1),
  game(20, 'Brave Qadays', 1),
  game(18, `Long ${'very '.repeat(57)}name`, 0),
];
const index = atOnce(GameIndex.build(GAMES));

describe('a typed game', () => {
  it.each<[typed: string, gameId: number, why: string]>([
    ['Portal', 400, 'its own name'],
    ['  Portal ', 400, 'spaces around it'],
    ['620', 620, 'an id'],
    ['140', 242820, 'a name before an id'],
    ['Twin', 12, 'of two with the same name, the one that can be recommended'],
    ['Echo', 14, 'of two with the same name, the more played'],
    ['echo', 14, 'of different names, the one that can be recommended'],
    ['half life 2', 220, 'case and punctuation'],
    ['halflife 2', 220, 'a space left out'],
    ['2 life half', 220, 'word order'],
    ['bioshock', 7670, 'a trade mark'],
    ['Portal II', 620, 'a roman number'],
    ['Final Fantasy 7', 39140, 'figures'],
    ['grand theft auto 5', 271590, 'figures'],
    ['knights and castles', 5, 'and'],
    ['garry’s mod', 4000, 'another apostrophe'],
    ['>observer_', 514900, 'signs'],
    ['observer', 514900, 'signs left out'],
    ['!', 1, 'nothing but a sign'],
    ['крым', 4, 'case in Cyrillic'],
    ['orbital mega man x', 16, 'a number as it is written before its other form'],
    ['orbital mega man 10', 17, 'a number as it is written before its other form'],
  ])('%j is game %i: %s', (typed, gameId) => {
    const resolution = atOnce(index.resolve(typed));
    expect(resolution.kind === 'found' && resolution.game.gameId).toBe(gameId);
  });

  it('that could be several games is not decided for the asker', () => {
    expect(atOnce(index.resolve('spin-tires'))).toStrictEqual({
      kind: 'ambiguous',
      games: [byId(9), byId(8)],
    });
  });

  it.each<[typed: string, suggestions: number[], why: string]>([
    ['bioshok', [7670, 8870], 'a letter left out: the more played first'],
    ['the witcher', [20920, 292030], 'a beginning'],
    ['wild hunt', [292030], 'some of its words'],
    ['portal 3', [620, 400], 'a sequel that does not exist; what is never recommended is never suggested'],
    ['gta', [271590, 12210], 'initials of widely known games'],
    ['gta6', [271590, 12210], 'initials, and a sequel that does not exist'],
    ['hlx', [], 'initials of no game'],
    ['portals', [620, 400], 'a letter too many; the more played first'],
    ['qade', [], 'a name that few people know, with a letter left out'],
    ['brave qaday', [20], 'a name that few people know, nearly whole'],
    ['brave', [20], 'a word of a single name that few people know'],
    ['port', [620, 400], 'most of a word'],
    ['por', [], 'no more than half of a word'],
    ['garys mob', [4000], 'two words with a wrong letter each'],
    ['soundtrack', [], 'a word of nothing but a soundtrack'],
    ['wild duty of mankind', [], 'one word of several'],
    ['621621621', [], 'an id of no game'],
    ['qqqqqqq', [], 'nothing like a name'],
    ['???', [], 'signs'],
    ['', [], 'nothing'],
  ])('%j is not guessed, but %j are suggested: %s', (typed, suggestions) => {
    const resolution = atOnce(index.resolve(typed));
    expect(resolution.kind).toBe('unknown');
    expect(resolution.kind === 'unknown' && idsOf(resolution.suggestions)).toStrictEqual(suggestions);
  });

  it('is found by every game’s own name and id', () => {
    for (const { gameId, name } of GAMES) {
      const resolution = atOnce(index.resolve(name));
      expect(resolution.kind === 'found' && resolution.game.name).toBe(name);
      expect(atOnce(index.complete(name, 1))[0]?.name).toBe(name);
      if (gameId === 140) continue;
      expect(atOnce(index.resolve(String(gameId)))).toStrictEqual({ kind: 'found', game: byId(gameId) });
    }
  });
});

describe('the completion of a game', () => {
  it.each<[typed: string, first: number[], why: string]>([
    ['', [550, 105600, 620], 'nothing: the most played'],
    ['   ', [550, 105600, 620], 'nothing: the most played'],
    ['portal', [400, 620, 621], 'the name itself, then the more played, then what cannot be recommended'],
    ['left 4', [550, 500], 'a beginning'],
    ['halflife 2', [220, 380], 'a space left out'],
    ['witcher3', [292030], 'a space left out, and the article'],
    ['witcher 3', [292030], 'the article left out'],
    ['wild witch', [292030], 'word order'],
    ['counter stirke', [730, 10], 'two letters swapped'],
    ['tararria', [105600], 'two letters wrong in a long word'],
    ['bioshok inf', [8870], 'a letter wrong, and the next word begun'],
    ['the wticher', [20920, 292030], 'a letter wrong in the last word'],
    ['gta v', [271590], 'initials and a number'],
    ['gta 5', [271590], 'initials and the other form of the number'],
    ['gta5', [271590], 'initials and a number glued to them'],
    ['fantasy7', [39140], 'a word and a number glued to it'],
    ['half life 2 episode 1', [380], 'a number as a word'],
    ['half life dos', [220], 'a number in Spanish'],
    ['gtaiv', [12210], 'initials with a roman number'],
    ['l4d2', [550], 'initials with figures'],
    ['csgo', [731, 730], 'a game that is called so before one with these initials'],
    ['cs go', [731, 730], 'the same with a space'],
    ['final fantasy vii', [39140, 39150], 'a roman number before one that begins with it'],
    ['garrys', [4000], 'no apostrophe'],
    ['天空', [2], 'the middle of a word where there are no spaces'],
    ['ディス', [3], 'Japanese'],
    ['КР', [4], 'Cyrillic'],
    ['>', [514900], 'a sign'],
    [':', [893850], 'a sign'],
    ['620', [620], 'an id'],
    ['left for dead', [550, 500], 'one word that is wrong'],
  ])('%j gives %j first: %s', (typed, first) => {
    expect(idsOf(atOnce(index.complete(typed, 25))).slice(0, first.length)).toStrictEqual(first);
  });

  it.each(['zzzz', 'tera xyz quux', '日本', '🎮'])('%j gives nothing', (typed) => {
    expect(atOnce(index.complete(typed, 25))).toStrictEqual([]);
  });

  it('leaves out unwanted games for adults, also by name and id', () => {
    expect(idsOf(atOnce(index.complete('night', 25)))).toStrictEqual([6, 7, 5]);
    expect(idsOf(atOnce(index.complete('night', 25, { adult: false })))).toStrictEqual([7, 5]);
    expect(atOnce(index.complete('Night Garden', 25, { adult: false }))).toStrictEqual([]);
    expect(idsOf(atOnce(index.complete('6', 25)))).toContain(6);
    expect(idsOf(atOnce(index.complete('6', 25, { adult: false })))).not.toContain(6);
  });

  it('gives at most the wanted number, the best ones, and none twice', () => {
    const all = idsOf(atOnce(index.complete('a', 25)));
    expect(new Set(all).size).toBe(all.length);
    expect(idsOf(atOnce(index.complete('a', 3)))).toStrictEqual(all.slice(0, 3));
  });

  it('gives the same whatever the order in which the games came', () => {
    const reversed = atOnce(GameIndex.build(GAMES.toReversed()));
    for (const typed of ['', 'e', 'echo', 'twin', 'the', 'counter', 'gta', '2']) {
      expect(atOnce(reversed.complete(typed, 25))).toStrictEqual(atOnce(index.complete(typed, 25)));
      expect(atOnce(reversed.resolve(typed))).toStrictEqual(atOnce(index.resolve(typed)));
    }
  });
});

describe('any typed text', () => {
  const parts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      ' ',
      'the',
      'half life',
      'portal ii',
      '6',
      'ﷺ',
      '\u200b',
      '\ud800',
      '\n',
      '__proto__',
      '&',
    ),
  );

  it('gets an answer', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (typed) => {
        expect(atOnce(index.complete(typed.join(''), 25)).length).toBeLessThanOrEqual(25);
        expect(['found', 'ambiguous', 'unknown']).toContain(atOnce(index.resolve(typed.join(''))).kind);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it.each(['a', 'a ', ' ', '1', 'ﷺ', '🎮', '\u0301', 'portal ', '\ud800'])(
    'gets an answer when it is %j again and again, up to the length that Discord allows',
    (part) => {
      const typed = part.repeat(6000 / part.length);
      expect(Array.isArray(atOnce(index.complete(typed, 25)))).toBe(true);
      expect(atOnce(index.resolve(typed)).kind).toBe('unknown');
    },
  );

  it('that is the name of a game finds it first, or another of the same name', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 8 }),
        fc.array(fc.boolean()),
        (names, primary) => {
          const games = names.map((text, id) =>
            game(id, text, id % 3, { recommendable: primary[id] ?? true }),
          );
          const some = atOnce(GameIndex.build(games));
          for (const text of names) {
            const resolution = atOnce(some.resolve(text));
            expect(resolution.kind === 'found' && resolution.game.name.trim()).toBe(text.trim());
            expect(atOnce(some.complete(text, 1))[0]?.name.trim()).toBe(text.trim());
          }
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

function game(
  gameId: number,
  name: string,
  players: number,
  { recommendable = true, adult = false } = {},
): SearchableGame {
  return { gameId, name, releaseYear: null, recommendable, adult, players };
}

function byId(gameId: number): SearchableGame {
  return GAMES.find((one) => one.gameId === gameId)!;
}

function idsOf(games: readonly SearchableGame[]): number[] {
  return games.map(({ gameId }) => gameId);
}
