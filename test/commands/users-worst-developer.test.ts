import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCustomId } from '../../src/commands/contract/custom-id.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { type Answering, answeringFrom, button } from './small-data-set.ts';

const bad = { recommend: false, review: 'awful, terrible, horrible' };
const good = { review: 'great, wonderful, excellent' };

/** Reviewers of a game, of whom the first write bad reviews. */
function reviewers(gameId: number, all: number, ofThemBad: number): object[] {
  return Array.from({ length: all }, (_, i) =>
    reviewer(
      `u${gameId}-${i}`,
      review(gameId, { posted: 'Posted June 1, 2015.', ...(i < ofThemBad ? bad : good) }),
    ),
  );
}

let asked: Answering;
beforeAll(async () => {
  asked = await answeringFrom({
    games: lines(
      game(1, { developer: 'Grand', release_date: '2014-01-01' }),
      game(2, { developer: 'Middling', release_date: '2015-01-01' }),
      game(3, { developer: 'Tiny', release_date: '2015-01-01' }),
    ),
    libraries: lines(library('ann', { 1: 60 })),
    // Bad are 8 of 40 (20 %), 5 of 20 (25 %), and all of 19.
    reviews: lines(
      ...reviewers(1, 40, 8),
      ...reviewers(2, 20, 5),
      ...reviewers(3, 19, 19),
      reviewer('early', review(1, { posted: 'Posted June 1, 2014.', ...good })),
    ),
  });
});
afterAll(() => asked.remove());

const answer = async (options: Record<string, unknown>) =>
  (await asked.answer('users-worst-developer', options)).answer as {
    developers: { developer: string; badReviews: number; reviews: number; share: number }[];
  };

describe('the worst developers', () => {
  test('by number are those of the definition, each with its share', async () => {
    const { developers } = await answer({ year: 2015 });
    expect(developers.map(({ developer, badReviews, share }) => [developer, badReviews, share])).toEqual([
      ['Tiny', 19, 1],
      ['Grand', 8, 0.2],
      ['Middling', 5, 0.25],
    ]);
  });

  test('by share have at least twenty reviews of the year', async () => {
    const { developers } = await answer({ year: 2015, by: 'share' });
    expect(developers.map(({ developer, reviews, share }) => [developer, reviews, share])).toEqual([
      ['Middling', 20, 0.25],
      ['Grand', 40, 0.2],
    ]);
    expect((await answer({ year: 2014, by: 'share', 'year-of': 'released' })).developers).toMatchObject([
      { developer: 'Grand', badReviews: 8, reviews: 41 },
    ]);
  });
});

test('buttons lead to the ranking by share and back, and through the years within a ranking', async () => {
  const byNumber = await asked.reply('users-worst-developer', { year: 2015 });
  expect(byNumber.embeds[0]!.title).toContain('Tiny got the most bad reviews in 2015');
  const byShare = await asked.press(button(byNumber, 'By share').custom_id);
  expect(byShare.embeds[0]!.title).toContain('Middling had the highest percentage of bad reviews in 2015');
  // Wilson's lower bound for 5 of 20 at 95 % is 0.1119, by his formula.
  expect(byShare.embeds[0]!.description).toContain(
    '5 bad reviews\n25.0% of its 20 reviews that year; at least 11.2% with 95% confidence',
  );
  expect(byShare.embeds[0]!.description).toContain('Only developers with at least 20 reviews that year');
  expect(parseCustomId(button(byShare, '◀ 2014').custom_id)?.options).toMatchObject({ by: 'share' });
  const before = await asked.press(button(byShare, '◀ 2014').custom_id, undefined, { locale: 'es-ES' });
  expect(before.embeds[0]!.description).toBe(
    'Ningún desarrollador con al menos 20 reseñas ese año recibió una mala.',
  );
  expect(await asked.press(button(byShare, 'By number').custom_id)).toStrictEqual(byNumber);
});
