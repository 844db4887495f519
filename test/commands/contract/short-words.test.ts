import { expect, test } from 'vitest';
import { allCommands } from '../../../src/commands/catalogue/catalogue.ts';
import { customId, parseCustomId } from '../../../src/commands/contract/custom-id.ts';
import { claimedBy, type ShortWords } from '../../../src/commands/contract/short-words.ts';

const commands = [...(await allCommands()).values()];

/** The short words in the ids of buttons under old messages. New commands add to them; no word ever changes. */
const UNDER_OLD_MESSAGES: ShortWords = {
  'playtime-genre': 'pg',
  'user-for-genre': 'ug',
  'users-recommend': 'ur',
  'users-worst-developer': 'uw',
  'sentiment-analysis': 'sa',
  'recommend-game': 'rg',
  'recommend-user': 'ru',
  genre: 'g',
  developer: 'd',
  game: 'a',
  likes: 'l',
  user: 's',
  avoid: 'v',
  'how-known': 'k',
  year: 'y',
  'year-of': 'o',
  by: 'b',
  page: 'p',
};

test.each(Object.entries(UNDER_OLD_MESSAGES))('%s keeps its short word %s', (name, word) => {
  expect(claimedBy(commands).shortOf.get(name)).toBe(word);
  expect(parseCustomId(`${word};u`)?.command).toBe(name);
  expect(parseCustomId(`pg;u;${word}#1`)?.options).toEqual({ [name]: 1 });
  expect(customId({ command: name, options: {}, effect: 'update' })).toBe(`${word};u`);
});

test('each command shortens only its own options, and no short word has two meanings', () => {
  for (const { definition, byCaller, short, shortOptions = {} } of commands) {
    const names = [...(definition.options ?? []), ...byCaller].map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(shortOptions)));
    for (const word of [...(short === undefined ? [] : [short]), ...Object.values(shortOptions)]) {
      expect(word).toMatch(/^[a-z]{1,3}$/);
    }
  }
});

const claiming = (name: string, short: string, shortOptions: ShortWords = {}) => ({
  definition: { name, description: 'a command' },
  short,
  shortOptions,
});

test('two commands cannot claim the same short word, and one option cannot have two', () => {
  expect(() => claimedBy([claiming('first', 'x'), claiming('second', 'x')])).toThrow(
    'second shortens second to x; first is x already.',
  );
  expect(() => claimedBy([claiming('first', 'f', { game: 'x' }), claiming('second', 'x')])).toThrow();
  expect(() =>
    claimedBy([claiming('first', 'f', { game: 'a' }), claiming('second', 's', { game: 'b' })]),
  ).toThrow('second shortens game to b; game is a already.');
});

test('an option of several commands has the same short word in all of them', () => {
  const both = [claiming('first', 'f', { game: 'a' }), claiming('second', 's', { game: 'a' })];
  expect(claimedBy(both).longOf.get('a')).toBe('game');
});
