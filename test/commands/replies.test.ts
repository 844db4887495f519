import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Words } from '../../locales/words.ts';
import { findCommand } from '../../src/commands/catalogue/catalogue.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { layoutPictures, layoutTexts, picksOf, type SeenReply, seenReply } from './seen-reply.ts';
import { type Answering, ASKER, answeringFrom, button, menu } from './small-data-set.ts';

const TAGS = ['Puzzle', 'Co-op', 'Story Rich'];

// Action games of the years 1990 to 2013, one each. Later ones have more hours: that of 1990 has 1, that of 2013 has 24.
const NAMES =
  'Anvil Brook Cinder Dune Ember Fjord Glacier Harbor Iris Juniper Kestrel Lantern Meadow Nimbus Orchard Pebble Quarry Raven Summit Thicket Umbra Valley Willow Zephyr'.split(
    ' ',
  );
const ACTION = NAMES.map((_, i) => 100 + i);

let asked: Answering;
beforeAll(async () => {
  asked = await answeringFrom({
    games: lines(
      ...ACTION.map((id, i) =>
        game(id, {
          app_name: NAMES[i],
          genres: ['Action'],
          tags: TAGS,
          release_date: `${1990 + i}-05-01`,
          developer: 'Northwind',
        }),
      ),
      game(200, {
        app_name: 'Portal 2',
        genres: ['Puzzle'],
        tags: TAGS,
        release_date: '2011-04-18',
        developer: 'Valve',
      }),
      game(201, {
        app_name: 'Lewd Nights',
        genres: ['Casual'],
        tags: ['Hentai'],
        release_date: '2014-01-01',
        developer: 'Hothouse',
      }),
      game(202, { app_name: 'Prey', release_date: '2006-07-11', tags: TAGS }),
      game(203, { app_name: 'Prey', release_date: '2017-05-04', tags: TAGS }),
      game(204, {
        app_name: 'Unplayed',
        genres: ['Racing'],
        release_date: '2010-01-01',
        developer: 'Nobody',
      }),
    ),
    libraries: lines(
      library('ann', Object.fromEntries(ACTION.map((id, i) => [id, 60 * (i + 1)]))),
      library('bob', { 200: 6000, 201: 30 }),
    ),
    reviews: lines(
      reviewer(
        'ann',
        review(200),
        review(201),
        review(100, { recommend: false, review: 'awful, terrible, bad' }),
      ),
      reviewer('bob', review(201), review(200, { posted: 'Posted July 10.' })),
      reviewer('cid', review(201), review(101, { posted: 'Posted May 2, 2014.' })),
    ),
  });
});
afterAll(() => asked.remove());

describe('/playtime-genre', () => {
  test('shows the best year and its hours, the best ten years, and the others on further pages', async () => {
    const first = await asked.reply('playtime-genre', { genre: 'action' });
    const [title, list, footer] = layoutTexts(first);
    expect(title).toContain('Action: games from 2013 have the most hours (24)');
    const rows = list!.split('\n').slice(1);
    // 24 of 300 hours. The picture has bars; the list has the figures.
    expect(rows[0]).toBe('🥇 **2013** **24 hr** · 8.0%');
    expect(rows[2]).toBe('🥉 **2011** **22 hr** · 7.3%');
    expect(list).not.toContain('▰');
    expect(rows.slice(0, 10).map((row) => /\d{4}/.exec(row)![0])).toEqual(
      Array.from({ length: 10 }, (_, i) => String(2013 - i)),
    );
    expect(rows[10]).toContain('Years 1 to 10 of 24');
    expect(footer).toBe('-# From 300 hours of 1 player · games until 2017');

    expect(button(first, '◀ More hours').disabled).toBe(true);
    const second = await asked.press(button(first, 'Fewer hours ▶').custom_id);
    expect(layoutTexts(second)[1]).toContain('**2003**');
    const last = await asked.press(button(second, 'Fewer hours ▶').custom_id);
    expect(layoutTexts(last)[1]).toMatch(/\*\*1990\*\* \u2007*\*\*1 hr\*\* · 0\.3%/);
    expect(layoutTexts(last)[1]).toContain('Years 21 to 24 of 24');
    expect(button(last, 'Fewer hours ▶').disabled).toBe(true);
  });

  test('leads to the user who has played the genre most, and back, in the asker’s language', async () => {
    const spanish = { locale: 'es-ES' };
    const playtime = await asked.reply('playtime-genre', { genre: 'Action' }, spanish);
    expect(layoutTexts(playtime)[0]).toContain(
      'Acción: los juegos de 2013 suman más horas que los de ningún otro año (24)',
    );
    const user = await asked.press(button(playtime, '¿Quién ha jugado más?').custom_id, undefined, spanish);
    expect(layoutTexts(user)[0]).toContain('ann es quien más ha jugado a juegos de Acción: 300 horas');
    const back = await asked.press(button(user, /más horas/).custom_id, undefined, spanish);
    expect(back).toStrictEqual(playtime);
  });

  test('says that nobody has played the genre, and offers suggestions for an unknown genre', async () => {
    const racing = await asked.reply('playtime-genre', { genre: 'Racing' });
    expect(racing.embeds[0]!.description).toBe('Nobody in the data has played a game in the genre Racing.');
    expect(racing.components).toEqual([]);
    const typo = await asked.reply('playtime-genre', { genre: 'Acton' });
    expect(typo.embeds[0]!.description).toContain('Did you mean “Action”?');
    const { custom_id, labels, values } = menu(typo);
    expect(labels).toEqual(['Action']);
    expect(layoutTexts(await asked.press(custom_id, values[0]))[0]).toContain('Action: games from');
  });
});

describe('/users-recommend', () => {
  test('names the games of the year with medals, pictures and links, and walks through the years', async () => {
    const reply = await asked.reply('users-recommend', { year: 2016 });
    const [heading, best] = reply.embeds;
    expect(heading!.title).toContain('Portal 2 was recommended the most in reviews from 2016');
    expect(best).toMatchObject({
      title: '🥇 Portal 2',
      url: 'https://store.steampowered.com/app/200/',
      thumbnail: { url: 'https://cdn.cloudflare.steamstatic.com/steam/apps/200/header.jpg' },
      description: '▰▰▰▰▰▰▰▰▰▰ **1 recommendation**',
    });
    expect(best!.footer!.text).toBe('From 1 review, 1 with an estimated year · until 2016');
    expect(button(reply, /▶/).disabled).toBe(true);
    const before = await asked.press(button(reply, '◀ 2015').custom_id);
    expect(before.embeds[0]!.title).toContain('2015');
    const first = await asked.press(button(before, '◀ 2014').custom_id);
    expect(first.embeds[0]!.title).toContain('Brook was recommended the most in reviews from 2014');
    expect(button(first, '◀ 2013').disabled).toBe(true);
    const released = await asked.press(button(first, 'By year of release').custom_id);
    expect(released.embeds[0]!.title).toContain('games released in 2014');
  });

  test('names a game for adults only where the channel is age-restricted; its figures stay', async () => {
    const open = await asked.reply('users-recommend', { year: 2015 });
    expect(JSON.stringify(open)).not.toMatch(/Lewd|201\b/);
    expect(open.embeds[1]).toMatchObject({ title: '🥇 (a game for adults)' });
    expect(open.embeds[1]!.description).toContain('3 recommendations');
    const restricted = await asked.reply('users-recommend', { year: 2015 }, { ageRestricted: true });
    expect(restricted.embeds[1]).toMatchObject({
      title: '🥇 Lewd Nights',
      url: 'https://store.steampowered.com/app/201/',
    });
    // A program gets the names all the same.
    const { answer } = await asked.answer('users-recommend', { year: 2015 });
    expect(answer).toMatchObject({ games: [{ name: 'Lewd Nights' }, { name: 'Portal 2' }] });
  });

  test('offers the nearest years that have reviews', async () => {
    const late = await asked.reply('users-recommend', { year: 2040 }, { locale: 'es-419' });
    expect(late.embeds[0]!.description).toBe(
      '2040 es posterior a los datos, cuyas reseñas llegan hasta 2016.',
    );
    const { custom_id, values } = menu(late);
    expect(values).toEqual(['2016', '2015', '2014']);
    expect((await asked.press(custom_id, '2014')).embeds[0]!.title).toContain('2014');
  });
});

test('/users-worst-developer names the developers with bars, and the year by release too', async () => {
  const reply = await asked.reply('users-worst-developer', { year: 2015 });
  expect(reply.embeds[0]!.title).toContain('Northwind got the most bad reviews in 2015');
  // The lower end of Wilson's interval for 1 of 1 at 95 % is 1 / (1 + 1.96²) = 0.2065.
  expect(reply.embeds[0]!.description).toBe(
    '🥇 **Northwind**\n▰▰▰▰▰▰▰▰▰▰ 1 bad review\n100.0% of its only review that year; at least 20.7% with 95% confidence\n-# A bad review does not recommend the game, in negative words.',
  );
  const none = await asked.reply('users-worst-developer', { year: 2014 }, { locale: 'es-ES' });
  expect(none.embeds[0]!.description).toBe('Ningún desarrollador recibió una mala reseña ese año.');
});

test('/sentiment-analysis shows first how many reviews recommend, then the sentiment of their words', async () => {
  const reply = await asked.reply('sentiment-analysis', { developer: 'Northwind' });
  expect(reply.embeds[0]!.title).toContain('50.0% of reviews recommend the games by Northwind');
  expect(reply.embeds[0]!.description!.split('\n')).toEqual([
    '👍 ▰▰▰▰▰▱▱▱▱▱ **1** recommends · 50.0%',
    '👎 ▰▰▰▰▰▱▱▱▱▱ **1** does not · 50.0%',
    '',
    '**Sentiment of the words**',
    '🟢 ▰▰▰▰▰▱▱▱▱▱ **1** positive · 50.0%',
    '⚪ ▱▱▱▱▱▱▱▱▱▱ **0** neutral · 0.0%',
    '🔴 ▰▰▰▰▰▱▱▱▱▱ **1** negative · 50.0%',
    '*Judged by VADER, which knows words but no games: “kill” and “hell” are negative to it, even in praise.*',
  ]);
  const spanish = await asked.reply('sentiment-analysis', { developer: 'Nobody' }, { locale: 'es-ES' });
  expect(spanish.embeds[0]!.title).toContain('Nadie ha escrito una reseña de un juego de Nobody');
});

describe('/recommend-game', () => {
  test('shows five games, each with its reason, picture and link, then five others, until there are no more', async () => {
    const seen = new Set<string>();
    let reply = await asked.reply('recommend-game', { game: 'portal 2' });
    expect(picksOf(reply).heading).toMatch(
      /^### \[✨ Games like Portal 2\]\(https:\/\/store\.steampowered\.com\/app\/200\/\)\n-# ./,
    );
    expect(layoutPictures(reply)).toEqual([
      'https://cdn.cloudflare.steamstatic.com/steam/apps/200/header.jpg',
    ]);
    for (;;) {
      const { picks } = picksOf(reply);
      for (const pick of picks) {
        const [, rank, name, url] = /^\*\*(\d+) · \[(.+)\]\((.+)\)\*\*\n/.exec(pick)!;
        expect(seen.has(url!), name!).toBe(false);
        seen.add(url!);
        expect(url).toMatch(/^https:\/\/store\.steampowered\.com\/app\/\d+\/$/);
        expect(Number(rank)).toBe(seen.size);
        expect(pick.split('\n').at(-1)).toMatch(/^-# [\p{Lu}\d]/u);
      }
      expect(picks.length).toBeGreaterThan(0);
      const next = button(reply, 'Another five');
      if (next.disabled) break;
      expect(picks).toHaveLength(5);
      reply = await asked.press(next.custom_id);
    }
    // 27 games can be shown. The recommender decides how many of them are like this one.
    expect(seen.size).toBeGreaterThan(15);
    expect([...seen].join()).not.toContain('/201/');
    const before = await asked.press(button(reply, '◀ Previous five').custom_id);
    expect(picksOf(before).picks).toHaveLength(5);
  });

  test('asks for games like one of the picks', async () => {
    const reply = await asked.reply('recommend-game', { game: '200' });
    const { custom_id, labels, values } = menu(reply);
    const more = await asked.press(custom_id, values[0]);
    expect(picksOf(more).heading).toContain(`Games like ${labels[0]}`);
  });

  test('shows games for adults only in an age-restricted channel', async () => {
    const all = async (ageRestricted: boolean) => {
      let reply = await asked.reply('recommend-game', { game: '200' }, { ageRestricted });
      const pages = [JSON.stringify(reply)];
      for (let next = button(reply, 'Another five'); !next.disabled; next = button(reply, 'Another five')) {
        reply = await asked.press(next.custom_id, undefined, { ageRestricted });
        pages.push(JSON.stringify(reply));
      }
      return pages.join();
    };
    expect(await all(false)).not.toContain('Lewd');
    expect(await all(true)).toContain('Lewd Nights');
    // It is not named either when it is asked for by its id.
    const asking = JSON.stringify(await asked.reply('recommend-game', { game: '201' }));
    expect(asking).toContain('(a game for adults)');
    expect(asking).not.toMatch(/Lewd|app\/201|apps\/201/);
    expect(JSON.stringify(await asked.reply('recommend-game', { game: 'Lewd Nihgts' }))).not.toContain(
      'Lewd Nights',
    );
  });

  test('tells of each pick its year, its genres and the verdict of its reviews, and when the data ends', async () => {
    const reply = await asked.reply('recommend-game', { game: '101' });
    const { picks, footer } = picksOf(reply);
    const lines = picks.map((pick) => pick.split('\n'));
    // Of a game without a review, only year and genres are told.
    for (const [, known] of lines)
      expect(known).toMatch(/^-# \d{4} · Action(?: · [\w ]+ recommend[\w ]* it)?$/);
    expect(footer).toMatch(
      /^-# From \d+ librar(?:y|ies) with it · games until 2017(?:, reviews until 2016)?$/,
    );

    const portal = await asked.reply('recommend-user', { user: 'ann', genre: 'Puzzle' });
    const [first] = picksOf(portal).picks;
    expect(first!.split('\n').slice(0, 2)).toEqual([
      '**1 · [Portal 2](https://store.steampowered.com/app/200/)**',
      '-# 2011 · Puzzle · 100% of 2 reviews recommend it',
    ]);
    expect(picksOf(portal).footer).toContain('games until 2017, reviews until 2016');
  });

  test('speaks of no review where it shows none', async () => {
    const reply = await asked.reply('recommend-game', { game: '110' });
    const { picks, footer } = picksOf(reply);
    expect(picks.some((pick) => pick.includes('recommend'))).toBe(footer.includes('review'));
  });

  test('avoids each genre of a list, also on the next page', async () => {
    const reply = await asked.reply('recommend-game', { game: '200', avoid: 'carreras y casual' });
    expect(picksOf(reply).heading).toContain('No Racing. No Casual.');
    const next = await asked.press(button(reply, 'Another five').custom_id);
    expect(picksOf(next).heading).toContain('No Racing. No Casual. Places 6 to 10.');
  });

  test('keeps its steering on the next page, and shows it', async () => {
    const reply = await asked.reply('recommend-game', { game: '200', genre: 'action', avoid: 'racing' });
    expect(picksOf(reply).heading).toContain('Only Action. No Racing.');
    const next = await asked.press(button(reply, 'Another five').custom_id);
    expect(picksOf(next).heading).toContain('Only Action. No Racing. Places 6 to 10.');
  });
});

describe('/recommend-user', () => {
  test('answers for named games, with these games as reasons', async () => {
    const reply = await asked.reply('recommend-user', { likes: 'Portal 2, Brook' }, { locale: 'es-ES' });
    const { heading, picks, footer } = picksOf(reply);
    expect(heading).toContain('Para alguien a quien le gustan Portal 2 y Brook');
    expect(footer).toContain('-# Según 2 juegos que has nombrado · juegos hasta 2017');
    expect(picks.length).toBeGreaterThan(1);
  });

  test('offers a game in place of an unknown one, and keeps the others', async () => {
    const typo = await asked.reply('recommend-user', {
      likes: 'Brook, Portl 2, Cinder',
      genre: 'Action',
    });
    const { custom_id, labels, values } = menu(typo);
    expect(labels).toContain('Portal 2 (2011)');
    expect(values[labels.indexOf('Portal 2 (2011)')]).toBe('101,200,102');
    const reply = await asked.press(custom_id, '101,200,102');
    const { heading } = picksOf(reply);
    expect(heading).toContain('Brook, Portal 2, and Cinder');
    expect(heading).toContain('Only Action.');
  });

  test('does not name the games for adults that the user has', async () => {
    const open = await asked.reply('recommend-user', { user: 'bob' });
    expect(picksOf(open).heading).toContain('What bob could play next');
    expect(JSON.stringify(open)).not.toContain('Lewd');
    const likes = await asked.reply('recommend-user', { likes: '201' });
    expect(JSON.stringify(likes)).not.toContain('Lewd');
  });

  test('says that a user is not in the data', async () => {
    const reply = await asked.reply('recommend-user', { user: '<@123> **zed**' });
    expect(reply.embeds[0]!.description).toContain('“\\<\\@123\\> \\*\\*zed\\*\\*”');
  });
});

test('/help names every question with examples, those for games to play first, in the asker’s language', async () => {
  const namesIn = ({ embeds }: SeenReply) =>
    embeds[0]!.fields!.map(({ value }) => /^\*\*\/(.+)\*\*(\n|$)/.exec(value)?.[1]);
  const exampleIn = ({ embeds }: SeenReply, example: string) =>
    embeds[0]!.fields!.filter(({ value }) => value.split('\n').includes(example)).map(({ name }) => name);
  const english = await asked.reply('help', {});
  const files = readdirSync('src/commands').filter((file) => file.endsWith('.ts'));
  const questions = files.map((file) => file.slice(0, -'.ts'.length));
  const others = questions.filter(
    (name) => !['admin', 'help', 'recommend-user', 'recommend-game'].includes(name),
  );
  expect(namesIn(english)).toEqual(['recommend-user', 'recommend-game', ...others.toSorted()]);
  expect(exampleIn(english, '`/recommend-game game:Portal 2`')).toEqual([
    'Five games like one you name, each with its reason',
  ]);
  const spanish = await asked.reply('help', {}, { locale: 'es-419' });
  expect(namesIn(spanish).slice(0, 2)).toEqual(['recomendar', 'juegos-parecidos']);
  expect(exampleIn(spanish, '`/juegos-parecidos juego:Portal 2`')).toEqual([
    'Cinco juegos parecidos a uno, con el motivo',
  ]);
  // The people in the data are not those of the asker's server.
  for (const { embeds } of [english, spanish]) {
    expect(embeds[0]!.description).not.toMatch(/community|comunidad/);
  }
  const { answer } = await asked.answer('help', {});
  expect(answer).toMatchObject({
    commands: expect.arrayContaining([expect.objectContaining({ name: 'users-recommend' })]),
  });
});

test('/help has mentions that can be clicked where the ids of the commands are known', async () => {
  const help = await findCommand('help');
  const { reply } = await help.answer(
    {
      dataSet: () => Promise.reject(new Error('not needed')),
      asker: ASKER,
      administration: null,
      progress: null,
      commandId: (name) => (name === 'recommend-user' ? '123456789012345678' : undefined),
    },
    {},
  );
  const [first, second] = seenReply(reply(Words.of('es-ES'))).embeds[0]!.fields!;
  expect(first!.value).toContain('</recommend-user:123456789012345678>');
  expect(second!.value).toContain('**/juegos-parecidos**');
});

describe('autocomplete', () => {
  test('gives games by id, with the year if two share a name, and those for adults only in age-restricted channels', async () => {
    expect(await asked.complete('recommend-game', 'game', 'prey')).toEqual(
      expect.arrayContaining([
        { name: 'Prey (2006)', value: '202' },
        { name: 'Prey (2017)', value: '203' },
      ]),
    );
    expect(await asked.complete('recommend-game', 'game', 'portal ii')).toEqual([
      { name: 'Portal 2', value: '200' },
    ]);
    expect(await asked.complete('recommend-game', 'game', 'lewd')).toEqual([]);
    expect(await asked.complete('recommend-game', 'game', 'lewd', { ageRestricted: true })).toEqual([
      { name: 'Lewd Nights', value: '201' },
    ]);
    expect((await asked.complete('recommend-game', 'game', '')).length).toBe(25);
  });

  test('gives genres, tags and developers by name', async () => {
    expect(await asked.complete('playtime-genre', 'genre', 'acti')).toEqual([
      { name: 'Action', value: 'Action' },
    ]);
    expect(await asked.complete('recommend-game', 'avoid', 'co op')).toEqual([
      { name: 'Co-op', value: 'Co-op' },
    ]);
    expect(await asked.complete('sentiment-analysis', 'developer', 'VALVE')).toEqual([
      { name: 'Valve', value: 'Valve' },
    ]);
    expect(await asked.complete('recommend-user', 'user', 'ann')).toEqual([]);
  });

  test('completes the last of several games, and leaves out those named before', async () => {
    const [first] = await asked.complete('recommend-user', 'likes', 'Portal 2, Brook, an');
    expect(first).toMatchObject({ name: expect.stringMatching(/^Portal 2, Brook, Anvil$/) });
    expect(await asked.complete('recommend-user', 'likes', 'Prey (2017), portal')).toEqual([
      { name: 'Prey (2017), Portal 2', value: '203, Portal 2' },
    ]);
    expect(await asked.complete('recommend-user', 'likes', 'portal 2, portal 2')).toEqual([]);
    const typed = `${NAMES.slice(9, 18).join(', ')}, por`;
    const [tenth] = await asked.complete('recommend-user', 'likes', typed);
    expect(tenth!.value.toString().length).toBeLessThanOrEqual(100);
    expect(tenth!.name.length).toBeLessThanOrEqual(100);
    const reply = await asked.reply('recommend-user', { likes: tenth!.value });
    expect(picksOf(reply).footer).toContain('From 10 games you named');
  });

  test('gives choices that can all be asked', async () => {
    for (const { value } of await asked.complete('recommend-game', 'game', 'g')) {
      const { heading } = picksOf(await asked.reply('recommend-game', { game: value }));
      expect(heading).toContain('Games like');
    }
  });
});
