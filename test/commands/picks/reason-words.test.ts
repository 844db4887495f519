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
    expect(userReasonWords(both, inPlain(english))).toBe('because you play Portal 2 and own Half-Life 2');
    expect(userReasonWords(both.toReversed(), inPlain(english))).toBe(
      'because you play Portal 2 and own Half-Life 2',
    );
    expect(userReasonWords(both, inPlain(spanish))).toBe('porque juegas a Portal 2 y tienes Half-Life 2');
    expect(userReasonWords(both.slice(0, 1), inPlain(english))).toBe('because you play Portal 2');
    expect(userReasonWords(both.slice(1), inPlain(english))).toBe('because you own Half-Life 2');
    expect(userReasonWords(both.slice(1), inPlain(spanish))).toBe('porque tienes Half-Life 2');
  });

  test('name at most three games, those with the largest shares', () => {
    const four = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => theirs(name, 1));
    expect(userReasonWords(four, inPlain(english))).toBe('because you play Alpha, Beta, and Gamma');
    expect(userReasonWords(four, inPlain(spanish))).toBe('porque juegas a Alpha, Beta y Gamma');
  });

  test('call games that were only named likes', () => {
    expect(userReasonWords([theirs('Terraria', null)], inPlain(english))).toBe('because you like Terraria');
    expect(userReasonWords([theirs('Terraria', null)], inPlain(spanish))).toBe('porque te gusta Terraria');
    const two = ['Terraria', 'Portal 2'].map((name) => theirs(name, null));
    expect(userReasonWords(two, inPlain(english))).toBe('because you like Terraria and Portal 2');
    expect(userReasonWords(two, inPlain(spanish))).toBe('porque te gustan Terraria y Portal 2');
  });

  test('say of a popular game how many have played it', () => {
    expect(userReasonWords([{ kind: 'popular', players: 1200 }], inPlain(english))).toBe(
      '1,200 players have played it',
    );
    expect(userReasonWords([{ kind: 'popular', players: 1 }], inPlain(english))).toMatch(/^1 player has /);
    expect(userReasonWords([{ kind: 'popular', players: 40 }], inPlain(spanish))).toBe(
      'lo han jugado 40 jugadores',
    );
  });

  test('repeat names as they are, whatever characters they have', () => {
    expect(userReasonWords([theirs('{players} <b> #', 1)], inPlain(english))).toBe(
      'because you play {players} <b> #',
    );
  });
});

describe('the reasons of a pick for a game', () => {
  test('are told in their own order', () => {
    const because = [
      { kind: 'series', series: 'Portal' },
      { kind: 'developer', developer: 'Valve' },
      { kind: 'players', count: 345 },
      { kind: 'tags', tags: ['Science', 'Puzzle'] },
    ] as const;
    expect(similarReasonWords(because.map((one) => ({ ...one })) as never, inPlain(english))).toBe(
      'from the Portal series; also by Valve; 345 players play both; both are tagged Science and Puzzle',
    );
    expect(similarReasonWords(because.map((one) => ({ ...one })) as never, inPlain(spanish))).toBe(
      'de la serie Portal; también de Valve; 345 jugadores juegan a los dos; los dos están etiquetados como Science y Puzzle',
    );
  });

  test('use the singular for one', () => {
    expect(similarReasonWords([{ kind: 'players', count: 1 }], inPlain(english))).toBe('1 player plays both');
    expect(similarReasonWords([{ kind: 'popular', players: 700 }], inPlain(english))).toBe(
      '700 players have played it',
    );
  });
});
