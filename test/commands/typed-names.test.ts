import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Words } from '../../locales/words.ts';
import { describeError } from '../../src/commands/message/describe-error.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { layoutTexts } from './seen-reply.ts';
import { type Answering, answeringFrom } from './small-data-set.ts';

/** Names by id, and the number of users who play each. */
const GAMES: Readonly<Record<number, [name: string, players: number, more?: Record<string, unknown>]>> = {
  1: ['The Elder Scrolls V: Skyrim', 40],
  2: ['Counter-Strike: Global Offensive', 40],
  3: ['Dota 2', 12],
  4: ['Grand Theft Auto V', 10],
  5: ['Grand Theft Auto IV', 8],
  6: ['Portal', 20],
  7: ['Portal 2', 20],
  8: ['Terraria', 30],
  9: ['FINAL FANTASY VII', 6],
  10: ['FINAL FANTASY VIII', 5],
  11: ['Papers, Please', 9],
  12: ['FINAL FANTASY Nights', 5, { tags: ['Hentai'] }],
};
const USERS = 40;

let asked: Answering;
beforeAll(async () => {
  const games = Object.entries(GAMES);
  const libraries = Array.from({ length: USERS }, (_, user) =>
    library(
      `user${user}`,
      Object.fromEntries(games.filter(([, [, players]]) => user < players).map(([id]) => [id, 60])),
    ),
  );
  asked = await answeringFrom({
    games: lines(...games.map(([id, [name, , more]]) => game(id, { app_name: name, ...more }))),
    libraries: lines(...libraries, library('Twin', { 6: 5 }), library('twin', { 8: 5 })),
    reviews: lines(reviewer('user1', review(8))),
  });
});
afterAll(() => asked.remove());

/** The title and the notes of a reply with picks. */
async function headingFor(command: string, options: Record<string, unknown>, locale = 'en-US') {
  const [title = '', notes = '', ...picks] = layoutTexts(await asked.reply(command, options, { locale }))
    .join('\n')
    .split('\n');
  return { title, notes, picks };
}

/** The menus of a reply. */
async function menusFor(options: Record<string, unknown>, more = {}) {
  const reply = await asked.reply('recommend-user', options, more);
  const components = reply.components.flatMap((row) => row.components);
  const menus = components.flatMap((one) => ('options' in one ? [one] : []));
  return { description: reply.embeds[0]!.description, menus };
}

describe('short names in a list', () => {
  test('are told with the games that were understood, before all else', async () => {
    const english = await headingFor('recommend-user', { likes: 'skyrim; csgo y terraria' });
    expect(english.notes).toMatch(
      /^-# By “skyrim” I understood The Elder Scrolls V\\?: Skyrim and by “csgo” Counter-Strike\\?: Global Offensive\. /,
    );
    const spanish = await headingFor('recommend-user', { likes: 'skyrim, csgo' }, 'es-ES');
    expect(spanish.notes).toMatch(
      /^-# Por «skyrim» he entendido The Elder Scrolls V\\?: Skyrim y por «csgo» Counter-Strike\\?: Global Offensive\. /,
    );
  });

  test('stand in the title and in reasons as they were typed, since a phone has no room for long names', async () => {
    const { title, picks } = await headingFor('recommend-user', { likes: 'skyrim; csgo y terraria' });
    expect(title).toBe('### ✨ For someone who likes skyrim, csgo, and Terraria');
    expect(picks.filter((line) => line.includes('Elder Scrolls'))).toEqual([]);
    const { title: whole } = await headingFor('recommend-user', { likes: 'Portal 2, Terraria' });
    expect(whole).toBe('### ✨ For someone who likes Portal 2 and Terraria');
  });

  test('stand in the table and in the answer as well', async () => {
    const answer = await asked.answer('recommend-user', { likes: 'dota, Portal 2' });
    expect(answer.answer).toMatchObject({
      likes: [
        { gameId: '3', name: 'Dota 2' },
        { gameId: '7', name: 'Portal 2' },
      ],
      understood: [{ typed: 'dota', gameId: '3', name: 'Dota 2' }],
    });
    expect(answer.table(Words.of('en-US')).notes[0]).toBe('By “dota” I understood Dota 2.');
  });

  test('are told of the one game of a question, too', async () => {
    const { notes } = await headingFor('recommend-game', { game: ' dota ' });
    expect(notes).toMatch(/^-# By “dota” I understood Dota 2\. /);
    const { answer } = await asked.answer('recommend-game', { game: 'dota' });
    expect(answer).toMatchObject({ understood: [{ typed: 'dota', gameId: '3', name: 'Dota 2' }] });
  });

  test('need no note where the name is the game’s own', async () => {
    const { answer } = await asked.answer('recommend-user', { likes: 'PORTAL 2, papers please, 8' });
    expect(answer).not.toHaveProperty('understood');
    expect(answer).not.toHaveProperty('unknown');
    expect(answer).toMatchObject({ likes: [{ gameId: '7' }, { gameId: '11' }, { gameId: '8' }] });
  });
});

describe('unknown names in a list', () => {
  test('are left out and told', async () => {
    const english = await headingFor('recommend-user', { likes: 'Elden Ring, terraria, Starfield' });
    expect(english.notes).toMatch(/^-# I don’t know “Elden Ring” and “Starfield”: the data ends in 2015\. /);
    const { answer } = await asked.answer('recommend-user', { likes: 'Elden Ring, terraria' });
    expect(answer).toMatchObject({
      likes: [{ gameId: '8' }],
      unknown: { names: ['Elden Ring'], to: '2015' },
    });
    const spanish = await headingFor('recommend-user', { likes: 'terraria, Hades' }, 'es-419');
    expect(spanish.notes).toMatch(/^-# No conozco «Hades»: los datos acaban en 2015\. /);
  });

  test('are an error where nothing else was named, with all of them', async () => {
    const { description, menus } = await menusFor({ likes: 'Elden Ring, Starfield' });
    expect(description).toBe(
      'No game “Elden Ring” in the data, whose games end in 2015.\nNo game “Starfield” in the data, whose games end in 2015.',
    );
    expect(menus).toEqual([]);
  });
});

describe('doubtful names', () => {
  test('are asked in one reply with a menu each, which settle one after the other', async () => {
    const first = await menusFor({ likes: 'skyrim, gta, Hades, final fantasy', genre: 'action' });
    expect(first.description).toBe(
      [
        '“gta” matches more than one game: “Grand Theft Auto V” or “Grand Theft Auto IV”.',
        '“final fantasy” matches more than one game: “FINAL FANTASY VII” or “FINAL FANTASY VIII”.',
        'No game “Hades” in the data, whose games end in 2015.',
      ].join('\n'),
    );
    expect(
      first.menus.map(({ placeholder, options }) => [placeholder, ...options.map(({ value }) => value)]),
    ).toEqual([
      ['gta: which one?', '1,4,Hades,final fantasy', '1,5,Hades,final fantasy'],
      ['final fantasy: which one?', '1,gta,Hades,9', '1,gta,Hades,10'],
    ]);
    expect(new Set(first.menus.map(({ custom_id }) => custom_id)).size).toBe(2);

    const [gta] = first.menus;
    const second = await asked.press(gta!.custom_id, gta!.options[0]!.value);
    const rows = second.components.flatMap((row) => row.components);
    expect(rows).toHaveLength(1);
    const menu = rows[0]!;
    if (!('options' in menu)) throw new Error('no menu');
    const last = await asked.press(menu.custom_id, menu.options[1]!.value);
    const [heading] = layoutTexts(last);
    expect(heading).toContain('The Elder Scrolls V');
    expect(heading).toContain('Grand Theft Auto V, and FINAL FANTASY VIII');
    expect(heading).toContain('I don’t know “Hades”');
    expect(heading).toContain('Only Action');
  });

  test('name games for adults in age-restricted channels only', async () => {
    const likes = 'final fantasy, gta';
    const open = await menusFor({ likes });
    expect(JSON.stringify(open)).not.toContain('Nights');
    const closed = await menusFor({ likes }, { ageRestricted: true });
    expect(JSON.stringify(closed)).toContain('FINAL FANTASY Nights');
  });

  test('are one error for programs, with the suggestions of all', async () => {
    const error = await asked.answer('recommend-user', { likes: 'gta, terarria' }).catch((thrown) => thrown);
    expect(describeError(error, Words.of('en-US'), () => {})).toEqual({
      error: {
        code: 'ambiguous-game',
        message:
          '“gta” matches more than one game: “Grand Theft Auto V” or “Grand Theft Auto IV”. No game “terarria” in the data, whose games end in 2015. Did you mean “Terraria”?',
        suggestions: ['Grand Theft Auto V', 'Grand Theft Auto IV', 'Terraria'],
      },
    });
  });

  test('are at most five at once, and all are told', async () => {
    const likes = 'gta, final fantasy, terarria, portl 2, papers pleas, skirim, dota';
    const { description, menus } = await menusFor({ likes });
    expect(menus).toHaveLength(5);
    expect(description).toContain('“skirim”');
  });
});

describe('the completion of a list', () => {
  const complete = async (typed: string) =>
    (await asked.complete('recommend-user', 'likes', typed)).map(({ name, value }) => [name, value]);

  test.each<[typed: string, first: [name: string, value: string]]>([
    ['skyrim, port', ['skyrim, Portal', 'skyrim, Portal']],
    ['csgo, dota', ['csgo, Dota 2', 'csgo, Dota 2']],
    ['portal 2 y terr', ['Portal 2, Terraria', 'Portal 2, Terraria']],
    [
      'Elden Ring; skyrim',
      ['Elden Ring, The Elder Scrolls V: Skyrim', 'Elden Ring, The Elder Scrolls V: Skyrim'],
    ],
    ['gta / dota', ['gta, Dota 2', 'gta, Dota 2']],
    ['papers, pl', ['Papers, Please', '11']],
    ['csgo and papers, please, ter', ['csgo, Papers, Please, Terraria', 'csgo, 11, Terraria']],
  ])('%j keeps what was typed: %j', async (typed, first) => {
    expect((await complete(typed))[0]).toEqual(first);
  });

  test.each(['skyrim, ', 'csgo, dota; ', 'hades & portal 2 & t', 'gta, x'])(
    'every choice for %j has every finished part',
    async (typed) => {
      const finished = typed.split(/[,;&]/).slice(0, -1);
      for (const [name] of await complete(typed)) {
        for (const part of finished) expect(String(name).toLowerCase()).toContain(part.trim());
      }
    },
  );
});

test('a user is found by an address, in any case, and where two differ in case, exactly', async () => {
  const userOf = async (user: string) => {
    const { answer } = await asked.answer('recommend-user', { user });
    return (answer as { userId: string }).userId;
  };
  expect(await userOf(' USER1 ')).toBe('user1');
  expect(await userOf('https://steamcommunity.com/id/User1/')).toBe('user1');
  expect(await userOf('Twin')).toBe('Twin');
  expect(await userOf('twin')).toBe('twin');
  await expect(userOf('TWIN')).rejects.toMatchObject({ code: 'unknown-user' });
});
