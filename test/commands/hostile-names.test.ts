import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkChoices, checkMessageLimits } from '../support/discord/message-limits.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { expectHarmless, NAMES, userOf } from './hostile-names.ts';
import { bodyOfSeen, layoutTexts } from './seen-reply.ts';
import { type Answering, answeringFrom } from './small-data-set.ts';

const ids = NAMES.map((_, i) => 500 + i);
const genreOf = (i: number) => `Genre of ${NAMES[i]}`;

let asked: Answering;
beforeAll(async () => {
  asked = await answeringFrom({
    games: lines(
      ...NAMES.map((name, i) =>
        game(ids[i]!, {
          app_name: name,
          developer: name,
          genres: ['Action', genreOf(i)],
          tags: [`Tag of ${name}`, 'Shared'],
          release_date: `${1990 + i}-01-01`,
        }),
      ),
    ),
    libraries: lines(
      ...NAMES.map((name, i) => library(userOf(name), { [ids[i]!]: 600, [ids[(i + 1) % ids.length]!]: 60 })),
    ),
    reviews: lines(
      ...NAMES.map((name, i) =>
        reviewer(
          userOf(name),
          review(ids[i]!, { posted: `Posted March 1, ${1990 + i}.` }),
          review(ids[i]!, {
            recommend: false,
            review: 'awful, terrible, bad',
            posted: `Posted March 2, ${1990 + i}.`,
          }),
        ),
      ),
    ),
  });
});
afterAll(() => asked.remove());

describe.each(['en-US', 'es-ES'])('in %s', (locale) => {
  test.each(NAMES.map((name, i) => [name.slice(0, 40), i] as const))(
    '%j does no harm in any reply',
    async (_, i) => {
      const name = NAMES[i]!;
      const year = 1990 + i;
      const questions: [command: string, options: Record<string, unknown>][] = [
        ['playtime-genre', { genre: genreOf(i) }],
        ['user-for-genre', { genre: genreOf(i) }],
        ['users-recommend', { year }],
        ['users-recommend', { year, 'year-of': 'released' }],
        ['users-worst-developer', { year }],
        ['sentiment-analysis', { developer: name }],
        ['recommend-game', { game: String(ids[i]) }],
        ['recommend-game', { game: name, genre: 'Shared', avoid: `Tag of ${NAMES[0]}` }],
        ['recommend-user', { likes: ids.slice(i, i + 10).join(',') }],
        ['recommend-user', { user: userOf(name) }],
        // A name with a typo: the error repeats it and offers the real one in a menu.
        ['playtime-genre', { genre: `${genreOf(i)}q` }],
        ['sentiment-analysis', { developer: `${name}q` }],
        ['recommend-game', { game: `${name}q` }],
        ['recommend-user', { likes: `${ids[0]}, ${name.replaceAll(',', '')}q`, genre: 'Shared' }],
        ['recommend-user', { user: `${userOf(name)}q` }],
        ['recommend-game', { game: String(ids[i]), genre: `Tag of ${name}q` }],
      ];
      for (const [command, options] of questions)
        expectHarmless(await asked.reply(command, options, { locale }));
    },
  );
});

test('a button under a hostile name asks about that very name', async () => {
  for (const [i] of NAMES.entries()) {
    const playtime = await asked.reply('playtime-genre', { genre: genreOf(i) });
    const [component] = playtime.components[0]!.components;
    if (component === undefined || !('custom_id' in component)) throw new Error('There is no button.');
    const user = await asked.press(component.custom_id);
    expect(user).toEqual(await asked.reply('user-for-genre', { genre: genreOf(i) }));
    expect(layoutTexts(user).at(-1)).toContain('From 2 players of this genre');
  }
});

test('hostile names can be completed, and a chosen one asks about that very name', async () => {
  for (const [i, name] of NAMES.entries()) {
    for (const [command, option] of [
      ['playtime-genre', 'genre'],
      ['sentiment-analysis', 'developer'],
      ['recommend-game', 'game'],
      ['recommend-game', 'avoid'],
      ['recommend-user', 'likes'],
    ] as const) {
      const choices = await asked.complete(command, option, name.slice(0, 60));
      expect(checkChoices([], { choices }, 'string')).toEqual([]);
    }
    const genres = await asked.complete('playtime-genre', 'genre', genreOf(i));
    const replies = await Promise.all(
      genres.map(({ value }) => asked.reply('playtime-genre', { genre: value })),
    );
    const meant = await asked.reply('playtime-genre', { genre: genreOf(i) });
    expect(replies).toContainEqual(meant);
  }
});

const COMMAND_OF = {
  game: 'recommend-game',
  developer: 'sentiment-analysis',
  likes: 'recommend-user',
  user: 'recommend-user',
} as const;

test('the reply to any typed text is one that Discord accepts', async () => {
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...NAMES));
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom('game', 'developer', 'likes', 'user'), async (text, option) => {
      const command = COMMAND_OF[option];
      const reply = await asked.reply(command, { [option]: text.replaceAll('\0', '') });
      const { body, flags } = bodyOfSeen(reply);
      expect(checkMessageLimits([], body, new Set(), flags)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
