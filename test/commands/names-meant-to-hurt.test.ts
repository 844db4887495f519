import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/commands/contract/reply.ts';
import { checkChoices, checkMessageLimits } from '../support/discord/message-limits.ts';
import { game, library, lines, review, reviewer } from '../support/raw-files.ts';
import { type Answering, answeringFrom } from './small-data-set.ts';

const NAMES = [
  '**bold** __line__ *slanted* _slanted_ ~~struck~~ ||hidden|| `code`',
  '[free games](https://evil.example)',
  '](https://evil.example) [',
  '# Heading',
  '- # list',
  '> quote',
  '```js\nalert(1)\n```',
  '@everyone @here <@1234567890123456> <@&1234567890123456> <#1234567890123456>',
  '<:emoji:1234567890123456> <t:1700000000:R> :joy: </help:1234567890123456>',
  'https://evil.example/x steam://run/1',
  'right\u202eto left\u2066 marks\u200f',
  'zero\u200bwidth\ufeff\u200d\u2060',
  'two\nlines\r\n# and a heading',
  '<b onmouseover="alert(1)">html</b> & <script>alert(1)</script>',
  'ends with a backslash \\',
  '**',
  '{year, plural, other {#}} <b>icu</b>',
  `${'x'.repeat(299)}y`,
  '*'.repeat(300),
  '👨‍👩‍👧‍👦'.repeat(40),
  'e\u0301'.repeat(200),
  `z${'\u0351\u0352\u0353'.repeat(100)}algo`,
  'שלום עולם (RTL)',
] as const;

const ids = NAMES.map((_, i) => 500 + i);
/** Steam's ids are short; 99 units end no family in the middle. */
const userOf = (name: string) => (name.length > 200 ? name.slice(0, name.startsWith('e') ? 100 : 99) : name);
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

/** Every text of a reply that Discord reads as markdown. */
function markdownOf({ embeds }: Reply): string[] {
  return embeds.flatMap(({ title, description, fields = [] }) =>
    [title, description, ...fields.flatMap(({ name, value }) => [name, value])].filter(
      (text) => text !== undefined,
    ),
  );
}

/** Every text, of buttons and menus too. */
function textsOf(reply: Reply): string[] {
  const labels = reply.components.flatMap(({ components }) =>
    components.flatMap((component) => [
      ...('label' in component && component.label !== undefined ? [component.label] : []),
      ...('options' in component ? component.options.map(({ label }) => label) : []),
    ]),
  );
  return [...markdownOf(reply), ...labels, ...reply.embeds.flatMap(({ footer }) => footer?.text ?? [])];
}

interface Node {
  type: string;
  content?: unknown;
}

/** What markdown there is in a text: the kinds of its nodes, and those within. */
function kindsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ type, content }) => [
    type,
    ...(Array.isArray(content) ? kindsOf(content as Node[]) : []),
  ]);
}

/** What the replies themselves are written with. */
const OURS = ['text', 'twemoji', 'strong', 'em', 'br'];

function expectHarmless(reply: Reply): void {
  const { embeds, components } = reply;
  expect(checkMessageLimits([], { embeds, components }, new Set(), 0)).toEqual([]);
  for (const text of markdownOf(reply)) {
    const kinds = kindsOf(parse(text, 'extended') as Node[]);
    expect(
      kinds.filter((kind) => !OURS.includes(kind)),
      text,
    ).toEqual([]);
  }
  for (const text of textsOf(reply)) {
    // A name is one line, and nothing in it is unseen but what joins an emoji.
    expect(text.replaceAll('👨‍👩‍👧‍👦', '')).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
    // Cut between characters as people see them: no family without its children, no accent lost.
    expect(text).not.toMatch(/\u200d…|👨…|👩…|👧…|e…/u);
  }
  for (const { url, thumbnail } of embeds) {
    if (url !== undefined) expect(url).toMatch(/^https:\/\/store\.steampowered\.com\/app\/\d+\/$/);
    if (thumbnail !== undefined) {
      expect(thumbnail.url).toMatch(
        /^https:\/\/cdn\.cloudflare\.steamstatic\.com\/steam\/apps\/\d+\/header\.jpg$/,
      );
    }
  }
}

describe.each(['en-US', 'es-ES'])('in %s', (locale) => {
  test.each(NAMES.map((name, i) => [name.slice(0, 40), i] as const))('%j hurts no reply', async (_, i) => {
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
      // What is no name, but much like one: said back, and offered in a menu.
      ['playtime-genre', { genre: `${genreOf(i)}q` }],
      ['sentiment-analysis', { developer: `${name}q` }],
      ['recommend-game', { game: `${name}q` }],
      ['recommend-user', { likes: `${ids[0]}, ${name.replaceAll(',', '')}q`, genre: 'Shared' }],
      ['recommend-user', { user: `${userOf(name)}q` }],
      ['recommend-game', { game: String(ids[i]), genre: `Tag of ${name}q` }],
    ];
    for (const [command, options] of questions)
      expectHarmless(await asked.reply(command, options, { locale }));
  });
});

test('what a button under them asks is what was meant', async () => {
  for (const [i] of NAMES.entries()) {
    const playtime = await asked.reply('playtime-genre', { genre: genreOf(i) });
    const [component] = playtime.components[0]!.components;
    if (component === undefined || !('custom_id' in component)) throw new Error('There is no button.');
    const user = await asked.press(component.custom_id);
    expect(user).toEqual(await asked.reply('user-for-genre', { genre: genreOf(i) }));
    expect(user.embeds[0]!.footer!.text).toContain('hours of 2 players in this genre');
  }
});

test('they can be completed, and what is chosen is what was meant', async () => {
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

test('whatever is typed, the reply is one that Discord takes', async () => {
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...NAMES));
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom('game', 'developer', 'likes', 'user'), async (text, option) => {
      const command = COMMAND_OF[option];
      const reply = await asked.reply(command, { [option]: text.replaceAll('\0', '') });
      const { embeds, components } = reply;
      expect(checkMessageLimits([], { embeds, components }, new Set(), 0)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
