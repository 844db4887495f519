import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Words } from '../../locales/words.ts';
import type { Picture } from '../../src/commands/contract/picture.ts';
import type { RecommendUserAnswer } from '../../src/engine/recommender/recommend-user.ts';
import { SMALL_WORLD } from '../engine/recommender/small-world.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { type Answering, answeringFrom, button } from './small-data-set.ts';

const NORTH = { developer: 'Northwind *Studio*' };
const SOUTH = { developer: 'Southpaw' };
const good = 'great, wonderful, excellent';
const bad = { recommend: false, review: 'awful, terrible, horrible' };

let asked: Answering;
beforeAll(async () => {
  asked = await answeringFrom({
    games: lines(
      game(10, { app_name: 'Brook', release_date: '2010-05-01', ...NORTH }),
      game(11, { app_name: 'Cinder', release_date: '2010-06-01', ...NORTH }),
      game(12, { app_name: 'Dune', release_date: '2011-01-01', ...SOUTH }),
      game(13, { app_name: 'Ember_Ember', release_date: '2013-01-01', ...SOUTH }),
    ),
    // Hours of the games of 2010: 20 + 5 + 1,200; of 2011: none; of 2013: 100. Of these ann has 1,220 and 100.
    libraries: lines(
      library('ann', { 10: 20 * 60, 11: 1200 * 60, 12: 0, 13: 100 * 60 }),
      library('bob', { 10: 5 * 60 }),
    ),
    reviews: lines(
      reviewer('ann', review(10, { review: good }), review(13, bad), review(12, bad)),
      reviewer('bob', review(10, { review: good }), review(11, { review: good }), review(13, bad)),
      reviewer(
        'cid',
        review(12, { review: 'it is a game', posted: 'Posted March 1, 2014.' }),
        review(10, bad),
        review(13, { review: 'it is a game' }),
      ),
    ),
  });
});
afterAll(() => asked.remove());

async function pictureOf(
  command: string,
  options: Record<string, unknown>,
  locale = 'en-US',
  of = asked,
): Promise<Picture> {
  return (await of.reply(command, options, { locale })).picture!;
}

describe('hours by release year', () => {
  const columns = [
    { label: '2010', value: 1225 },
    { label: '2011', value: 0 },
    { label: '2012', value: 0 },
    { label: '2013', value: 100 },
  ];

  test('are columns on a time axis, with the best year marked, for all players', async () => {
    const { chart, description } = await pictureOf('playtime-genre', { genre: 'action' });
    expect(chart).toStrictEqual({
      kind: 'columns',
      title: 'Action: games from 2010 have the most hours (1,225)',
      unit: 'Hours played, by release year of the games',
      source: '2 players · games until 2013',
      locale: 'en-US',
      columns,
      marked: { place: 0, text: '2010 · 1,225 hr' },
    });
    expect(description).toBe(
      'Picture: Action: games from 2010 have the most hours (1,225). Hours played, by release year of the games: 2010 · 1,225 hr; 2013 · 100 hr.',
    );
  });

  test('are in Spanish for a Spanish asker', async () => {
    const { chart, description } = await pictureOf('playtime-genre', { genre: 'action' }, 'es-ES');
    expect(chart).toMatchObject({
      unit: 'Horas jugadas, por año de lanzamiento de los juegos',
      source: '2 jugadores · juegos hasta 2013',
      locale: 'es-ES',
      columns,
      marked: { place: 0, text: '2010 · 1225 h' },
    });
    expect(description).toMatch(/^Imagen: .*Horas jugadas.*: 2010 · 1225 h; 2013 · 100 h\.$/);
  });

  test('are marked beside the first page of the list alone, which has the marked year', async () => {
    const many = await answeringFrom({
      games: lines(
        ...Array.from({ length: 12 }, (_, i) => game(20 + i, { release_date: `${2000 + i}-01-01` })),
      ),
      libraries: lines(
        library('ann', Object.fromEntries(Array.from({ length: 12 }, (_, i) => [20 + i, 60 * (12 - i)]))),
      ),
      reviews: lines(reviewer('ann', review(20))),
    });
    const first = await many.reply('playtime-genre', { genre: 'Action' });
    const second = await many.press(button(first, 'Fewer hours ▶').custom_id);
    expect(first.picture!.chart).toMatchObject({ marked: { place: 0 } });
    expect(second.picture!.chart).toEqual({ ...first.picture!.chart, marked: null });
    await many.remove();
  });

  test('are those of the user who has played most', async () => {
    const { chart, description } = await pictureOf('user-for-genre', { genre: 'Action' });
    expect(chart).toMatchObject({
      kind: 'columns',
      title: 'ann has played Action the most: 1,320 hours',
      columns: [{ label: '2010', value: 1220 }, columns[1], columns[2], columns[3]],
      source: 'one Steam account · games until 2013',
      marked: { place: 0, text: '2010 · 1,220 hr' },
    });
    expect(description).toContain('2010 · 1,220 hr; 2013 · 100 hr.');
  });
});

test.each([
  ['users-recommend', { year: 2015 }],
  ['users-worst-developer', { year: 2015 }],
  ['users-worst-developer', { year: 2015, by: 'share' }],
  ['recommend-game', { game: 'Brook' }],
  ['sentiment-analysis', { developer: 'Southpaw' }],
])('/%s %j has no picture, because the text shows the same counts', async (command, options) => {
  const reply = await asked.reply(command, options);
  expect(reply.picture).toBeUndefined();
});

describe('the reasons of picks', () => {
  let world: Answering;
  beforeAll(async () => {
    world = await answeringFrom(SMALL_WORLD);
  });
  afterAll(() => world.remove());

  test.each(['en-US', 'es-ES'])('are the shares of the user’s games, in %s', async (locale) => {
    const { chart, description } = await pictureOf('recommend-user', { user: 'solver' }, locale, world);
    const { answer } = await world.answer('recommend-user', { user: 'solver' });
    const { games } = answer as RecommendUserAnswer;
    const spanish = locale === 'es-ES';
    expect(chart).toMatchObject({
      kind: 'shares',
      title: spanish ? 'A qué podría jugar ahora solver' : 'What solver could play next',
      unit: spanish
        ? 'Cuánto aportó cada juego a cada recomendación'
        : 'How much each game contributed to each pick',
      source: expect.stringMatching(spanish ? /^3 juegos · / : /^3 games · /),
      rest: spanish ? 'otros juegos' : 'other games',
      locale,
    });
    if (chart.kind !== 'shares') throw new Error('another kind');
    expect(chart.sources.toSorted()).toEqual(['Glyph Garden', 'Lumenbox', 'Tessera']);
    const brought = chart.wholes.map(({ name, shares }) => ({
      name,
      shares: shares.map(({ source, share }) => [chart.sources[source], share]),
    }));
    expect(brought).toEqual(
      games.map(({ name, because }) => ({
        name,
        shares: because.map((reason) => (reason.kind === 'played' ? [reason.name, reason.share] : [])),
      })),
    );
    // The picture follows the order of the list.
    expect(chart.wholes.map(({ name }) => name)).toEqual(games.map(({ name }) => name));
    const { name, because } = games[0]!;
    const [first] = because;
    if (first?.kind !== 'played') throw new Error('nothing was played');
    expect(description).toContain(`${name}: ${first.name} ${Words.of(locale).percent(first.share)}`);
  });

  test('give no picture for a single game or none', async () => {
    expect(await pictureOf('recommend-user', { likes: 'Lumenbox' }, 'en-US', world)).toBeUndefined();
    expect(await pictureOf('recommend-user', { user: 'newcomer' }, 'en-US', world)).toBeUndefined();
  });
});
