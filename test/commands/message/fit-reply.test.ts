import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SentReply } from '../../../src/commands/contract/reply.ts';
import { fitReply } from '../../../src/commands/message/fit-reply.ts';
import { checkMessageLimits } from '../../support/discord/message-limits.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '\u200b'),
  fc
    .tuple(fc.constantFrom('x', '👩‍🚀', '\\*', 'e\u0301', 'word '), fc.integer({ min: 0, max: 5000 }))
    .map(([unit, times]) => unit.repeat(times)),
);
const optionalText = fc.option(text, { nil: undefined });
const address = fc.constantFrom(
  'https://store.steampowered.com/app/1/',
  'javascript:alert(1)',
  'not an address',
  '',
  `https://a.b/${'x'.repeat(3000)}`,
);

const embed = fc
  .record({
    title: optionalText,
    description: optionalText,
    url: fc.option(address, { nil: undefined }),
    fields: fc.option(fc.array(fc.record({ name: text, value: text }), { maxLength: 30 }), {
      nil: undefined,
    }),
    footer: fc.option(fc.record({ text }), { nil: undefined }),
    author: fc.option(fc.record({ name: text }), { nil: undefined }),
    image: fc.option(fc.record({ url: address }), { nil: undefined }),
    thumbnail: fc.option(fc.record({ url: address }), { nil: undefined }),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

const customId = fc.oneof(fc.constantFrom('a', 'b', '', 'y'.repeat(101)), fc.string({ maxLength: 100 }));
const button = fc.record({
  type: fc.constant(ComponentType.Button),
  style: fc.constant(ButtonStyle.Secondary),
  custom_id: customId,
  label: text,
});
const menu = fc.record({
  type: fc.constant(ComponentType.StringSelect),
  custom_id: customId,
  placeholder: text,
  options: fc.array(fc.record({ label: text, value: fc.string({ maxLength: 120 }), description: text }), {
    maxLength: 30,
  }),
});
const row = fc
  .oneof(fc.array(button, { maxLength: 7 }), fc.array(menu, { minLength: 1, maxLength: 1 }))
  .map((components) => ({ type: ComponentType.ActionRow, components }));

const reply = fc.record({
  embeds: fc.array(embed, { maxLength: 12 }),
  components: fc.array(row, { maxLength: 7 }),
  files: fc.constant([]),
}) as unknown as fc.Arbitrary<SentReply>;

describe('a reply, whatever it says', () => {
  it('is one that Discord accepts', () => {
    fc.assert(
      fc.property(reply, (given) => {
        const { embeds, components } = fitReply(given);
        expect(checkMessageLimits([], { embeds, components }, new Set(), 0)).toStrictEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change if it keeps to the limits', () => {
    const good: SentReply = {
      embeds: [
        {
          title: 't'.repeat(256),
          description: 'd'.repeat(4096),
          color: 0xffffff,
          url: 'https://store.steampowered.com/app/1/',
          thumbnail: { url: 'attachment://chart.png' },
          fields: [{ name: 'n', value: 'v', inline: true }],
          footer: { text: 'f' },
        },
      ],
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'a', label: 'A' },
          ],
        },
      ],
      files: [{ name: 'chart.png', data: new Uint8Array(3), description: 'A chart' }],
    };
    expect(fitReply(good)).toStrictEqual(good);
  });

  it('loses characters from its longest texts first if all together are too long', () => {
    const { embeds } = fitReply({
      embeds: [
        { title: 'kept', description: 'a'.repeat(4000) },
        { title: 'kept, too', description: 'b'.repeat(3000) },
        { description: 'short' },
      ],
      components: [],
      files: [],
    });
    expect(embeds.map(({ title }) => title)).toStrictEqual(['kept', 'kept, too', undefined]);
    expect(embeds[2]!.description).toBe('short');
    const lengths = embeds.map(({ description }) => description!.length);
    expect(Math.abs(lengths[0]! - lengths[1]!)).toBeLessThanOrEqual(30);
    expect(embeds[0]!.description).toMatch(/^a+…$/);
  });
});
