import { expect, test } from 'vitest';
import { checkChoices, checkMessageLimits } from '../support/discord/message-limits.ts';
import { checkSchema } from '../support/discord/openapi.ts';
import { pingsOf } from '../support/discord/pings.ts';

const NOTHING = new Set<string>();
const button = (extra: object = {}) => ({ type: 2, style: 1, label: 'Next', custom_id: 'next', ...extra });
const row = (...components: object[]) => ({ type: 1, components });
const menu = (extra: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: [{ label: 'A', value: 'a' }],
  ...extra,
});
const embed = (extra: object) => ({ embeds: [{ title: 'T', ...extra }] });
const x = (length: number) => 'x'.repeat(length);

/** The largest body that fits, and one that is too large by one. */
test.each<[string, object, object]>([
  ['content', { content: x(2000) }, { content: x(2001) }],
  ['title', embed({ title: x(256) }), embed({ title: x(257) })],
  ['description', embed({ description: x(4096) }), embed({ description: x(4097) })],
  [
    '25 fields',
    embed({ fields: Array(25).fill({ name: 'n', value: 'v' }) }),
    embed({ fields: Array(26).fill({ name: 'n', value: 'v' }) }),
  ],
  [
    'field name',
    embed({ fields: [{ name: x(256), value: 'v' }] }),
    embed({ fields: [{ name: x(257), value: 'v' }] }),
  ],
  [
    'field value',
    embed({ fields: [{ name: 'n', value: x(1024) }] }),
    embed({ fields: [{ name: 'n', value: x(1025) }] }),
  ],
  [
    'field value',
    embed({ fields: [{ name: 'n', value: '\u200b' }] }),
    embed({ fields: [{ name: 'n', value: ' ' }] }),
  ],
  ['footer', embed({ footer: { text: x(2048) } }), embed({ footer: { text: x(2049) } })],
  ['author', embed({ author: { name: x(256) } }), embed({ author: { name: x(257) } })],
  ['10 embeds', { embeds: Array(10).fill({ title: 'T' }) }, { embeds: Array(11).fill({ title: 'T' }) }],
  [
    '6000 characters over all embeds',
    { embeds: [{ description: x(3000) }, { description: x(2999), title: 'T' }] },
    { embeds: [{ description: x(3000) }, { description: x(3000), title: 'T' }] },
  ],
  ['picture', embed({ image: { url: 'https://a.test/b.jpg' } }), embed({ image: { url: 'file:///b.jpg' } })],
  ['link', embed({ url: 'http://a.test' }), embed({ url: 'attachment://b.jpg' })],
  ['colour', embed({ color: 0xffffff }), embed({ color: 0x1000000 })],
  [
    '5 rows',
    { components: Array.from({ length: 5 }, (_, n) => row(button({ custom_id: `b${n}` }))) },
    { components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `b${n}` }))) },
  ],
  [
    '5 buttons in a row',
    { components: [row(...Array.from({ length: 5 }, (_, n) => button({ custom_id: `b${n}` })))] },
    { components: [row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `b${n}` })))] },
  ],
  ['label', { components: [row(button({ label: x(80) }))] }, { components: [row(button({ label: x(81) }))] }],
  [
    'custom_id',
    { components: [row(button({ custom_id: x(100) }))] },
    { components: [row(button({ custom_id: x(101) }))] },
  ],
  [
    'unique custom_id',
    { components: [row(button(), button({ custom_id: 'other' }))] },
    { components: [row(button()), row(button())] },
  ],
  [
    'link button',
    { components: [row({ type: 2, style: 5, label: 'Store', url: 'https://a.test' })] },
    { components: [row({ type: 2, style: 5, label: 'Store', url: 'https://a.test', custom_id: 'a' })] },
  ],
  [
    'menu alone in a row',
    { components: [row(menu()), row(button())] },
    { components: [row(menu(), button())] },
  ],
  [
    '25 options',
    {
      components: [
        row(menu({ options: Array.from({ length: 25 }, (_, n) => ({ label: 'A', value: `${n}` })) })),
      ],
    },
    {
      components: [
        row(menu({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'A', value: `${n}` })) })),
      ],
    },
  ],
  [
    'option texts',
    { components: [row(menu({ options: [{ label: x(100), value: x(100), description: x(100) }] }))] },
    { components: [row(menu({ options: [{ label: x(101), value: 'a' }] }))] },
  ],
  [
    'placeholder',
    { components: [row(menu({ placeholder: x(150) }))] },
    { components: [row(menu({ placeholder: x(151) }))] },
  ],
  ['whole characters', { content: '🎮' }, { content: '🎮'.slice(0, 1) }],
])('a message within the limit is accepted, and one beyond it refused: %s', (_, fits, tooMuch) => {
  const refusals = (body: object) => [
    ...checkMessageLimits([], { ...body }, NOTHING, 0),
    ...checkSchema('IncomingWebhookUpdateRequestPartial', body),
  ];
  expect(refusals(fits)).toEqual([]);
  expect(refusals(tooMuch)).not.toEqual([]);
});

test('autocomplete offers at most 25 choices, each of 1 to 100 characters and of the type of its option', () => {
  const offered = (count: number, choice: object = {}) =>
    checkChoices([], { choices: Array(count).fill({ name: x(100), value: x(100), ...choice }) }, 'string')
      .length;
  expect(offered(25)).toBe(0);
  expect(offered(0)).toBe(0);
  expect(offered(26)).toBe(1);
  expect(offered(1, { name: x(101) })).toBe(1);
  expect(offered(1, { name: '' })).toBe(1);
  expect(offered(1, { value: x(101) })).toBe(1);
  expect(offered(1, { value: 2011 })).toBe(1);
});

test('the allowed mentions decide whom a message notifies', () => {
  const content = 'hi @everyone, <@1> and <@&2>';
  expect(pingsOf(content, undefined)).toEqual(['@everyone', '<@1>', '<@&2>']);
  expect(pingsOf(content, { parse: [] })).toEqual([]);
  expect(pingsOf(content, { parse: ['roles'], users: ['1'] })).toEqual(['<@1>', '<@&2>']);
  expect(pingsOf('hi @\u200beveryone', undefined)).toEqual([]);
});
