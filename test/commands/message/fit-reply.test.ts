import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SentEmbeds, SentLayout } from '../../../src/commands/contract/reply.ts';
import { fitReply } from '../../../src/commands/message/fit-reply.ts';
import { CHARTS } from '../../charts/charts-to-draw.ts';
import { checkMessageLimits } from '../../support/discord/message-limits.ts';
import { checkSchema } from '../../support/discord/openapi.ts';

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
}) as unknown as fc.Arbitrary<SentEmbeds>;

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
    const good: SentEmbeds = {
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

const textDisplay = fc.record({ type: fc.constant(ComponentType.TextDisplay), content: text });
const thumbnail = fc.record({
  type: fc.constant(ComponentType.Thumbnail),
  media: fc.record({ url: address }),
  description: optionalText,
});
const inner = fc.oneof(
  textDisplay,
  fc.record({
    type: fc.constant(ComponentType.Section),
    components: fc.array(textDisplay, { maxLength: 5 }),
    accessory: fc.oneof(thumbnail, button),
  }),
  fc.record({
    type: fc.constant(ComponentType.MediaGallery),
    items: fc.array(fc.record({ media: fc.record({ url: address }), description: optionalText }), {
      maxLength: 12,
    }),
  }),
  fc.constant({ type: ComponentType.Separator }),
  row,
);
const layout = fc.record({
  layout: fc.array(
    fc.oneof(
      inner,
      fc.record({
        type: fc.constant(ComponentType.Container),
        components: fc.array(inner, { maxLength: 15 }),
      }),
    ),
    { maxLength: 15 },
  ),
  files: fc.constant([]),
}) as unknown as fc.Arbitrary<SentLayout>;

const say = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
const pick = (content: string) => ({
  type: ComponentType.Section as const,
  components: [say(content)],
  accessory: { type: ComponentType.Thumbnail as const, media: { url: 'https://a.example/b.jpg' } },
});
const rowOf = (id: string) => ({
  type: ComponentType.ActionRow as const,
  components: [
    { type: ComponentType.Button as const, style: ButtonStyle.Secondary as const, custom_id: id, label: id },
  ],
});
const containerOf = (...components: (ReturnType<typeof pick> | ReturnType<typeof say>)[]) => ({
  type: ComponentType.Container as const,
  components,
});

describe('a layout, whatever it says', () => {
  it('is one that Discord accepts', () => {
    fc.assert(
      fc.property(layout, (given) => {
        const components = fitReply(given).layout;
        const flags = MessageFlags.IsComponentsV2;
        expect(checkMessageLimits([], { components }, new Set(), flags)).toStrictEqual([]);
        if (components.length > 0) {
          expect(checkSchema('IncomingWebhookRequestPartial', { components, flags })).toStrictEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not change if it keeps to the limits', () => {
    const good: SentLayout = {
      layout: [containerOf(say('a title'), pick('the first'), say('small')), rowOf('again')],
      files: [],
      mentions: ['180000000000000001'],
    };
    expect(fitReply(good)).toStrictEqual(good);
  });

  it('loses its last picks, and no button, if it has too many components', () => {
    const picks = Array.from({ length: 14 }, (_, place) => pick(`pick ${place}`));
    const fitting = fitReply({
      layout: [containerOf(say('title'), ...picks, say('footer')), rowOf('again')],
      files: [],
    }).layout;
    // The container, the title, the footer, the row and its button are five; each pick is three.
    expect(fitting).toStrictEqual([
      containerOf(say('title'), ...picks.slice(0, 11), say('footer')),
      rowOf('again'),
    ]);
  });

  it('loses its last picks if it says too much, and is cut where it has none', () => {
    const picks = Array.from({ length: 6 }, () => pick('x'.repeat(900)));
    const { layout: fitting } = fitReply({ layout: [containerOf(...picks), rowOf('again')], files: [] });
    expect(fitting).toStrictEqual([containerOf(...picks.slice(0, 4)), rowOf('again')]);
    const cut = fitReply({ layout: [say('y'.repeat(3000)), say('z'.repeat(3000)), say('kept')], files: [] });
    const lengths = cut.layout.map((one) => ('content' in one ? one.content.length : 0));
    expect(lengths[2]).toBe(4);
    expect(lengths[0]! + lengths[1]!).toBeLessThanOrEqual(3996);
    expect(Math.abs(lengths[0]! - lengths[1]!)).toBeLessThanOrEqual(2);
  });

  it('leaves room for a picture that is added later', () => {
    const picture = { chart: CHARTS.columns, description: 'a picture' };
    const rows = Array.from({ length: 20 }, (_, place) => rowOf(`row ${place}`));
    expect(fitReply({ layout: rows, files: [] }).layout).toHaveLength(20);
    expect(fitReply({ layout: rows, files: [], picture }).layout).toHaveLength(19);
  });
});
