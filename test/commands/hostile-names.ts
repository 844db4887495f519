import { parse } from 'discord-markdown-parser';
import { expect } from 'vitest';
import { checkMessageLimits } from '../support/discord/message-limits.ts';
import { checkSchema } from '../support/discord/openapi.ts';
import { bodyOfSeen, layoutPictures, layoutTexts, type SeenReply } from './seen-reply.ts';

/** Hostile names that anybody could give to a game, a developer, a genre, a tag or a user. */
export const NAMES = [
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

/** Every text of a reply that Discord reads as Markdown. */
function markdownOf(reply: SeenReply): string[] {
  const inEmbeds = reply.embeds.flatMap(({ title, description, fields = [] }) =>
    [title, description, ...fields.flatMap(({ name, value }) => [name, value])].filter(
      (text) => text !== undefined,
    ),
  );
  return [...inEmbeds, ...layoutTexts(reply)];
}

/** Every text of a reply, also in buttons, menus, files and pictures. */
export function textsOf(reply: SeenReply): string[] {
  const labels = reply.components.flatMap(({ components }) =>
    components.flatMap((component) => [
      ...('label' in component && component.label !== undefined ? [component.label] : []),
      ...('placeholder' in component ? [component.placeholder] : []),
      ...('options' in component
        ? component.options.flatMap(({ label, description = '' }) => [label, description])
        : []),
    ]),
  );
  const files = [...reply.files, ...(reply.picture === undefined ? [] : [reply.picture])];
  return [
    ...markdownOf(reply),
    ...labels,
    ...reply.embeds.flatMap(({ footer }) => footer?.text ?? []),
    ...files.map(({ description }) => description),
  ];
}

interface Node {
  type: string;
  content?: unknown;
  id?: unknown;
  timestamp?: unknown;
  target?: unknown;
}

/** An id of a user made from a name. Ids on Steam are short; a cut at 99 units splits no family emoji. */
export function userOf(name: string): string {
  return name.length > 200 ? name.slice(0, name.startsWith('e') ? 100 : 99) : name;
}

/** A person and a moment that replies may show in Discord's own markup. No hostile name holds them. */
export const MODERATOR = '777777777777777777';
export const MOMENT = new Date('2026-01-02T03:04:05Z');

/** The kinds of markup in a text that are not the replies' own, at any depth. */
function strangeMarkup(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [
    ...(isOurs(node) ? [] : [node.type]),
    ...(Array.isArray(node.content) ? strangeMarkup(node.content as Node[]) : []),
  ]);
}

/** The address of a game's page in the store. */
const STORE_PAGE = /^https:\/\/store\.steampowered\.com\/app\/\d+\/$/;

function isOurs({ type, content, id, timestamp, target }: Node): boolean {
  switch (type) {
    case 'link':
      return STORE_PAGE.test(String(target));
    case 'heading':
    case 'subtext':
      // Only layouts have these; a name in them is escaped, so it cannot begin one.
      return true;
    case 'inlineCode':
      // The mention of a slash command, as `/help` shows it.
      return String(content).startsWith('/');
    case 'user':
      return id === MODERATOR;
    case 'timestamp':
      return Number(timestamp) === MOMENT.getTime() / 1000;
    default:
      return ['text', 'twemoji', 'strong', 'em', 'br'].includes(type);
  }
}

/** Checks that a reply fits Discord's limits, shows no markup but its own, and holds no invisible character. */
export function expectHarmless(reply: SeenReply): void {
  const { embeds } = reply;
  const { body, flags } = bodyOfSeen(reply);
  expect(checkMessageLimits([], body, new Set(), flags)).toEqual([]);
  expect(checkSchema('IncomingWebhookRequestPartial', { ...body, flags })).toEqual([]);
  for (const text of markdownOf(reply)) {
    expect(strangeMarkup(parse(text, 'extended') as Node[]), text).toEqual([]);
  }
  for (const text of textsOf(reply)) {
    // Each name is one line, and its only invisible characters are those that join an emoji.
    expect(text.replaceAll('👨‍👩‍👧‍👦', '')).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
    // No cut falls inside a character as people see it: no family loses its children, no letter its accent.
    expect(text).not.toMatch(/\u200d…|👨…|👩…|👧…|\u0301e…/u);
  }
  for (const { url } of embeds) if (url !== undefined) expect(url).toMatch(STORE_PAGE);
  const pictures = [...embeds.flatMap(({ thumbnail }) => thumbnail?.url ?? []), ...layoutPictures(reply)];
  for (const address of pictures) {
    expect(address).toMatch(/^https:\/\/cdn\.cloudflare\.steamstatic\.com\/steam\/apps\/\d+\/header\.jpg$/);
  }
}
