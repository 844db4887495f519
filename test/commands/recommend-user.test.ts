import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Words } from '../../locales/words.ts';
import { SMALL_WORLD } from '../engine/recommender/small-world.ts';
import { type Answering, answeringFrom } from './small-data-set.ts';

let answering: Answering;
beforeAll(async () => {
  answering = await answeringFrom(SMALL_WORLD);
});
afterAll(() => answering.remove());

async function table(options: Record<string, unknown>, locale = 'en-US') {
  return (await answering.answer('recommend-user', options, { locale })).table(Words.of(locale));
}

describe('/recommend-user', () => {
  test('for a user names games that they play or own as reasons', async () => {
    const { title, columns, rows, notes } = await table({ user: 'solver' });
    expect(title).toBe('What solver could play next');
    expect(columns.map(({ heading }) => heading)).toEqual(['Rank', 'Game', 'Why']);
    expect(rows.map(([rank]) => rank)).toEqual(['1', '2', '3', '4', '5']);
    // `solver` plays Lumenbox and Tessera, and has never started Glyph Garden.
    for (const [, , why] of rows) {
      expect(why).toMatch(
        /^because they (play (Lumenbox|Tessera)( and (Lumenbox|Tessera))?(, and own Glyph Garden)?|own Glyph Garden)$/,
      );
    }
    expect(rows.map(([, , why]) => why).join()).toContain(', and own Glyph Garden');
    expect(notes).toEqual(['Based on 3 games that this user owns, 2 of them played.']);
  });

  test('for likes names these as reasons', async () => {
    const { title, rows, notes } = await table({ likes: 'forty, eighty: the siege, IRON TITHE' });
    expect(title).toBe('For someone who likes Forty, Eighty: The Siege and Iron Tithe');
    for (const [, , why] of rows) expect(why).toMatch(/^because you like (both|.*(Siege|Iron Tithe))$/);
    expect(notes).toEqual(['Based on 2 games you named.']);
  });

  test('for a user without played games shows the popular ones, and says so', async () => {
    const { rows, notes } = await table({ user: 'newcomer' });
    expect(rows[0]).toEqual(['1', 'Open Arena', '130 people have played or reviewed it']);
    expect(notes[0]).toMatch(
      /^Nothing is known about the games this user plays, so these are the most played ones/,
    );
  });

  test('answers in Spanish', async () => {
    const user = await table({ user: 'solver' }, 'es-ES');
    expect(user.title).toBe('A qué podría jugar ahora solver');
    expect(user.rows.map(([, , why]) => why).join()).toMatch(
      /porque juega a (Lumenbox|Tessera).*, y tiene Glyph Garden/,
    );
    const likes = await table({ likes: 'Lumenbox' }, 'es-ES');
    expect(likes.title).toBe('Para alguien a quien le gusta Lumenbox');
    expect(likes.rows[0]![2]).toBe('de la saga Lumenbox; en común: Puzles y Beams');
    expect((await table({ user: 'newcomer' }, 'es-ES')).rows[0]![2]).toBe(
      '130 personas lo han jugado o reseñado',
    );
  });

  test('takes either a user or likes, not both', async () => {
    await expect(table({})).rejects.toMatchObject({ code: 'user-or-likes' });
    await expect(table({ user: 'solver', likes: '10' })).rejects.toMatchObject({ code: 'user-or-likes' });
  });

  test('shows the next five games', async () => {
    const [first, second] = [await table({ user: 'solver' }), await table({ user: 'solver', page: '2' })];
    expect(second.rows.map(([rank]) => rank)).toEqual(['6', '7', '8', '9', '10']);
    const names = [...first.rows, ...second.rows].map(([, name]) => name);
    expect(new Set(names).size).toBe(10);
  });
});
