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
  return (await answering.answer('recommend-game', options, { locale })).table(Words.of(locale));
}

describe('/recommend-game', () => {
  test('shows five games with their reasons in words, and the basis of the answer', async () => {
    const { title, columns, rows, notes } = await table({ game: 'Gravel Kings' });
    expect(title).toBe('Games like Gravel Kings');
    expect(columns.map(({ heading }) => heading)).toEqual(['Rank', 'Game', 'Why']);
    expect(rows.map(([rank]) => rank)).toEqual(['1', '2', '3', '4', '5']);
    for (const [, , why] of rows) {
      expect(why).toMatch(/^also by Torque; in common: Racing and Driving$/);
    }
    expect(notes[0]).toMatch(/^Based on the \d+ complete libraries in the data that have it/);
  });

  test('answers in Spanish', async () => {
    const { title, rows } = await table({ game: 'Gravel Kings' }, 'es-419');
    expect(title).toBe('Juegos parecidos a Gravel Kings');
    expect(rows[0]![2]).toMatch(/^también de Torque; en común: Carreras y Conducción$/);
  });

  test('is steered by its options as they are typed in a terminal', async () => {
    const steered = await table({ game: '40', avoid: 'racing', page: '2', adult: '' });
    expect(steered.rows.map(([rank]) => rank)).toEqual(['6', '7', '8', '9', '10']);
    const obscure = await table({ game: '40', 'how-known': 'obscure', genre: 'cars' });
    expect(obscure.rows.map(([, name]) => name)).toEqual(['Lonely Wheel']);
    await expect(table({ game: '40', 'how-known': 'rare' })).rejects.toMatchObject({
      code: 'option-not-a-choice',
      suggestions: ['obscure', 'known', 'popular'],
    });
    await expect(table({})).rejects.toMatchObject({ code: 'missing-option' });
  });

  test('says that nothing fits', async () => {
    const nothing = await table({ game: '40', genre: 'cars', avoid: 'racing' });
    expect(nothing.rows).toEqual([]);
    expect(nothing.empty).toBe('There are no more games that match all of this.');
  });

  test('treats a page before the first as the first', async () => {
    const first = await table({ game: '40' });
    for (const page of ['0', '-3']) {
      expect((await table({ game: '40', page })).rows).toEqual(first.rows);
    }
  });
});
