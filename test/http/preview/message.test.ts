import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { SentEmbeds, SentReply } from '../../../src/commands/contract/reply.ts';
import { rowsOf } from '../../../src/http/preview/embed.ts';
import { renderMessage } from '../../../src/http/preview/message.ts';
import { embedsOnly } from './fake-sources.ts';

const EVIL = `<img src=x onerror="alert(1)">'&`;
const ESCAPED = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;';

async function html(reply: SentReply, visibility: 'public' | 'ephemeral' = 'public'): Promise<string> {
  const message = { reply, visibility, command: 'help', asker: 'preview', at: new Date(0) };
  return String(await renderMessage(message, { locale: 'en-US', ageRestricted: false }));
}

function withEmbed(embed: APIEmbed): Promise<string> {
  return html(embedsOnly(embed));
}

describe('an embed', () => {
  it('shows each of its texts as text, whatever it holds', async () => {
    const shown = await withEmbed({
      author: { name: EVIL },
      title: EVIL,
      description: EVIL,
      fields: [{ name: EVIL, value: EVIL }],
      footer: { text: EVIL },
    });
    expect(shown).not.toContain('<img src=x');
    expect(shown.split(ESCAPED)).toHaveLength(7);
  });

  it('shows a title without its escaping backslashes, but a footer with all, because Discord reads no Markdown there', async () => {
    const shown = await withEmbed({ title: 'A \\*B\\*', footer: { text: 'A \\*B\\*' } });
    expect(shown).toContain('>A *B*</h3>');
    expect(shown).toContain('A \\*B\\*');
  });

  it('links its title to web pages only', async () => {
    const shop = 'https://store.steampowered.com/app/620';
    expect(await withEmbed({ title: 'Portal 2', url: shop })).toContain(`<a href="${shop}"`);
    expect(await withEmbed({ title: 'Portal 2', url: 'javascript:alert(1)' })).not.toContain('<a ');
  });

  it.each([
    [0x66_c0_f4, '#66c0f4'],
    [0, '#000000'],
  ])('shows its colour: %s', async (color, fill) => {
    expect(await withEmbed({ color })).toContain(`fill="${fill}"`);
  });

  it.each<[string, boolean[], number[]]>([
    ['three inline fields in a row', [true, true, true], [3]],
    ['a fourth inline field in the next row', [true, true, true, true], [3, 1]],
    ['a field that is not inline in a row of its own', [true, true, false, true], [2, 1, 1]],
    ['each field in a row of its own if none is inline', [false, false], [1, 1]],
  ])('has %s', (_, inline, rows) => {
    const fields = inline.map((is, place): APIEmbedField => ({ name: `${place}`, value: 'x', inline: is }));
    expect(rowsOf(fields).map((row) => row.length)).toEqual(rows);
    expect(rowsOf(fields).flat()).toEqual(fields);
  });

  it('brings its files along, with descriptions for people who cannot see them', async () => {
    const shown = await html({
      embeds: [{ image: { url: 'attachment://chart.png' } }],
      components: [],
      files: [{ name: 'chart.png', data: Uint8Array.from([0x89, 0x50]), description: `Hours "by" year` }],
    });
    // The base64 of the bytes 89 50.
    expect(shown).toContain('src="data:image/png;base64,iVA="');
    expect(shown).toContain('alt="Hours &quot;by&quot; year"');
    expect(shown.split('data:image/png')).toHaveLength(2);
  });

  it('shows files that no embed shows, and loads web pictures without a referrer', async () => {
    const loose = await html({
      embeds: [],
      components: [],
      files: [{ name: 'chart.png', data: Uint8Array.from([1]), description: 'Hours' }],
    });
    expect(loose).toContain('alt="Hours"');
    const shown = await withEmbed({ thumbnail: { url: 'https://cdn.example/a.jpg' } });
    expect(shown).toMatch(/<img [^>]*src="https:\/\/cdn\.example\/a\.jpg"[^>]*referrerpolicy="no-referrer"/);
    expect(shown).toContain('loading="lazy"');
    expect(await withEmbed({ thumbnail: { url: 'javascript:alert(1)' } })).not.toContain('javascript:');
  });
});

describe('components', () => {
  const row = (...components: SentEmbeds['components'][number]['components']): SentReply => ({
    embeds: [],
    components: [{ type: ComponentType.ActionRow, components }],
    files: [],
  });

  it('are buttons in their styles, enabled or not', async () => {
    const shown = await html(
      row(
        { type: ComponentType.Button, style: ButtonStyle.Success, label: 'Yes', custom_id: 'a"<b>' },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Danger,
          label: EVIL,
          custom_id: 'b',
          disabled: true,
        },
      ),
    );
    expect(shown).toContain(
      `<button class="button success" name="press" value="{&quot;customId&quot;:&quot;a\\&quot;&lt;b&gt;&quot;,&quot;values&quot;:[]}">Yes</button>`,
    );
    expect(shown).toMatch(/<button class="button danger"[^>]* disabled>/);
    expect(shown).toContain(`${ESCAPED}</button>`);
  });

  it('are links to web pages only', async () => {
    const link = (url: string) =>
      html(row({ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Store', url }));
    expect(await link('https://store.steampowered.com/')).toContain('href="https://store.steampowered.com/"');
    expect(await link('javascript:alert(1)')).not.toContain('Store');
  });

  it('are menus whose every choice can be pressed', async () => {
    const options = [
      { label: EVIL, value: '620', description: 'from 2011' },
      { label: 'Portal', value: '400' },
    ];
    const shown = await html(
      row({ type: ComponentType.StringSelect, custom_id: 'x', placeholder: 'Did you mean', options }),
    );
    expect(shown).toContain('Did you mean</summary>');
    expect(shown).toContain(`${ESCAPED}<small>from 2011</small>`);
    expect(shown).toContain(
      'value="{&quot;customId&quot;:&quot;x&quot;,&quot;values&quot;:[&quot;400&quot;]}"',
    );
  });

  it('let screen readers read the emoji of a button without a label', async () => {
    const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'x' } as const;
    expect(await html(row({ ...button, emoji: { name: '▶' } }))).not.toContain('aria-hidden="true">▶');
    expect(await html(row({ ...button, label: 'Next', emoji: { name: '▶' } }))).toContain(
      'aria-hidden="true">▶',
    );
  });
});

describe('a layout', () => {
  const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

  it('shows containers, sections, separators, galleries and rows in their order, each text as text', async () => {
    const shown = await html({
      layout: [
        {
          type: ComponentType.Container,
          accent_color: 0x7d_5f_d3,
          components: [
            text(`### First ${EVIL}`),
            { type: ComponentType.Separator, divider: true, spacing: 2 },
            {
              type: ComponentType.Section,
              components: [text('**Second**'), text('-# Third')],
              accessory: {
                type: ComponentType.Thumbnail,
                media: { url: 'https://cdn.example/a.jpg' },
                description: EVIL,
              },
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Fourth', custom_id: 'x' },
          ],
        },
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: 'attachment://answer.png' }, description: 'of the message' }],
        },
      ],
      files: [{ name: 'answer.png', data: Uint8Array.from([0x89, 0x50]), description: 'Fifth' }],
    });
    expect(shown).not.toContain('<img src=x');
    expect(shown).toContain('fill="#7d5fd3"');
    expect(shown).toContain('role="separator"');
    expect(shown).toContain('<h3 class="heading-3">First ');
    const order = ['First', 'separator', 'Second', 'Third', 'https://cdn.example/a.jpg', 'Fourth', 'Fifth'];
    const places = order.map((word) => shown.indexOf(word));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(shown.split('iVA=')).toHaveLength(2);
  });

  it('shows a button beside a section, and a file for download', async () => {
    const shown = await html({
      layout: [
        {
          type: ComponentType.Section,
          components: [text('Time zone')],
          accessory: {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'Change',
            custom_id: 'y',
          },
        },
        { type: ComponentType.File, file: { url: 'attachment://all.json' } },
      ],
      files: [{ name: 'all.json', data: Uint8Array.from([1]), description: 'everything' }],
    });
    expect(shown).toMatch(/<button class="button secondary"[^>]*>Change<\/button>/);
    expect(shown).toContain('download="all.json"');
  });

  it('loads no picture from elsewhere than the web', async () => {
    const shown = await html({
      layout: [{ type: ComponentType.MediaGallery, items: [{ media: { url: 'javascript:alert(1)' } }] }],
      files: [],
    });
    expect(shown).not.toContain('javascript:');
  });
});

describe('a message', () => {
  it('says if only the asker sees it', async () => {
    expect(await html(embedsOnly({ title: 'x' }), 'ephemeral')).toContain('Only you can see this');
    expect(await html(embedsOnly({ title: 'x' }))).not.toContain('Only you can see this');
  });
});
