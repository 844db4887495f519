import { describe, expect, test } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { inPlain, similarReasonWords, userReasonWords } from '../../../src/commands/picks/reason-words.ts';
import type { UserReason } from '../../../src/engine/recommender/recommend-user.ts';

const english = Words.of('en-US');
const spanish = Words.of('es-ES');

const theirs = (name: string, hours: number | null): UserReason => ({
  kind: 'played',
  gameId: '1',
  name,
  share: 0.5,
  hours,
});

describe('the reasons of a pick for a user', () => {
  test('name games that they play, and games that they own but never played', () => {
    const both = [theirs('Portal 2', 9.5), theirs('Half-Life 2', 0)];
    expect(userReasonWords(both, inPlain(english))).toBe('because they play Portal 2, and own Half-Life 2');
    expect(userReasonWords(both.toReversed(), inPlain(english))).toBe(
      'because they play Portal 2, and own Half-Life 2',
    );
    expect(userReasonWords(both, inPlain(spanish))).toBe('porque juega a Portal 2, y tiene Half-Life 2');
    expect(userReasonWords(both.slice(0, 1), inPlain(english))).toBe('because they play Portal 2');
    expect(userReasonWords(both.slice(1), inPlain(english))).toBe('because they own Half-Life 2');
    expect(userReasonWords(both.slice(1), inPlain(spanish))).toBe('porque tiene Half-Life 2');
  });

  test('name at most three games, those with the largest shares', () => {
    const four = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => theirs(name, 1));
    expect(userReasonWords(four, inPlain(english))).toBe('because they play Alpha, Beta, and Gamma');
    expect(userReasonWords(four, inPlain(spanish))).toBe('porque juega a Alpha, Beta y Gamma');
  });

  test('name the games that brought most, and no other', () => {
    const brought = [0.6, 0.35, 0.05].map((share, place) => ({ ...theirs(`G${place}`, 1), share }));
    expect(userReasonWords(brought, inPlain(english))).toBe('because they play G0 and G1');
    const mostly = [0.8, 0.2].map((share, place) => ({ ...theirs(`G${place}`, 1), share }));
    expect(userReasonWords(mostly, inPlain(english))).toBe('because they play G0');
  });

  test('call games that were only named likes', () => {
    expect(userReasonWords([theirs('Terraria', null)], inPlain(english))).toBe('because you like Terraria');
    expect(userReasonWords([theirs('Terraria', null)], inPlain(spanish))).toBe('porque te gusta Terraria');
    const two = ['Terraria', 'Portal 2'].map((name) => theirs(name, null));
    expect(userReasonWords(two, inPlain(english))).toBe('because you like Terraria and Portal 2');
    expect(userReasonWords(two, inPlain(spanish))).toBe('porque te gustan Terraria y Portal 2');
    expect(userReasonWords(two, inPlain(english), 2)).toBe('because you like both');
    expect(userReasonWords(two, inPlain(spanish), 2)).toBe('porque te gustan los dos');
  });

  test('say what a pick shares with a single game, since its name says nothing five times', () => {
    const traits: UserReason[] = [
      { kind: 'developer', developer: 'Valve' },
      { kind: 'tags', tags: ['Puzzle', 'Sci-fi'] },
    ];
    expect(userReasonWords([theirs('Portal 2', null), ...traits], inPlain(english), 1)).toBe(
      'also by Valve; in common: Puzzle and Sci-fi',
    );
    expect(userReasonWords([theirs('Portal 2', null), ...traits], inPlain(spanish), 1)).toBe(
      'también de Valve; en común: Puzles y Ciencia ficción',
    );
    // In a list for several likes, the reason names the one that is meant.
    const several = [theirs('Portal 2', null), theirs('Terraria', null), ...traits];
    expect(userReasonWords(several, inPlain(english))).toBe(
      'because you like Portal 2; also by Valve; in common: Puzzle and Sci-fi',
    );
    expect(userReasonWords([theirs('Portal 2', 9.5), ...traits], inPlain(english))).toBe(
      'because they play Portal 2; also by Valve; in common: Puzzle and Sci-fi',
    );
  });

  test('say of a popular game how many have played it', () => {
    expect(userReasonWords([{ kind: 'popular', players: 1200 }], inPlain(english))).toBe(
      '1,200 people have played or reviewed it',
    );
    expect(userReasonWords([{ kind: 'popular', players: 1 }], inPlain(english))).toMatch(/^1 person has /);
    expect(userReasonWords([{ kind: 'popular', players: 40 }], inPlain(spanish))).toBe(
      '40 personas lo han jugado o reseñado',
    );
  });

  test('repeat names as they are, whatever characters they have', () => {
    expect(userReasonWords([theirs('{players} <b> #', 1)], inPlain(english))).toBe(
      'because they play {players} <b> #',
    );
  });
});

describe('the reasons of a pick for a game', () => {
  test('are the two that say most, a maker first and then what both are like', () => {
    const because = [
      { kind: 'series', series: 'Portal' },
      { kind: 'developer', developer: 'Valve' },
      { kind: 'players', count: 345 },
      { kind: 'tags', tags: ['Science', 'Puzzle'] },
    ] as const;
    expect(similarReasonWords(because.map((one) => ({ ...one })) as never, inPlain(english))).toBe(
      'from the series Portal; in common: Science and Puzzle',
    );
    expect(similarReasonWords(because.map((one) => ({ ...one })) as never, inPlain(spanish))).toBe(
      'de la saga Portal; en común: Ciencia y Puzles',
    );
  });

  test('are fewer tags where there is another reason', () => {
    const tags = { kind: 'tags', tags: ['Co-op', 'Comedy', 'Funny'] } as const;
    const players = { kind: 'players', count: 345 } as const;
    expect(similarReasonWords([tags] as never, inPlain(english))).toBe('in common: Co-op, Comedy, and Funny');
    expect(similarReasonWords([players, tags] as never, inPlain(english))).toBe(
      'in common: Co-op and Comedy; 345 people play both',
    );
    expect(similarReasonWords([{ kind: 'developer', developer: 'Valve' }, players], inPlain(english))).toBe(
      'also by Valve; 345 people play both',
    );
  });

  test('use the singular for one', () => {
    expect(similarReasonWords([{ kind: 'players', count: 1 }], inPlain(english))).toBe('1 person plays both');
    expect(similarReasonWords([{ kind: 'popular', players: 700 }], inPlain(english))).toBe(
      '700 people have played or reviewed it',
    );
  });
});
