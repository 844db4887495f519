import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  code,
  escapeMarkdown,
  escapeWithin,
  inLines,
  joined,
  type Markdown,
  markdown,
  own,
  type Plain,
  plain,
  plainLine,
} from '../../locales/markdown.ts';
import { Words } from '../../locales/words.ts';
import type { Embed, Row } from '../../src/commands/contract/reply.ts';

const EVIL: string = '[free games](https://evil.example) @everyone';
const words = Words.of('en-US');

describe('a name without escaping', () => {
  it('does not compile where Discord reads Markdown', () => {
    expectTypeOf<string>().not.toExtend<Embed['title']>();
    expectTypeOf<string>().not.toExtend<Embed['description']>();
    expectTypeOf<{ name: string; value: Markdown }>().not.toExtend<NonNullable<Embed['fields']>[number]>();
    expectTypeOf<{ name: Markdown; value: string }>().not.toExtend<NonNullable<Embed['fields']>[number]>();
    expectTypeOf<Plain>().not.toExtend<Markdown>();
    // @ts-expect-error a string cannot be a value of a text
    words.text('sentiment-analysis.title', { developer: EVIL });
    // @ts-expect-error nor can a name that is only put on one line
    words.text('sentiment-analysis.title', { developer: plainLine(EVIL) });
    // @ts-expect-error nor can a string in markup of our own
    markdown`**${EVIL}**`;
  });

  it('does not compile where Discord shows every character either, because it may hold control characters', () => {
    expectTypeOf<string>().not.toExtend<Embed['footer']>();
    expectTypeOf<{ text: string }>().not.toExtend<Embed['footer']>();
    expectTypeOf<string>().not.toExtend<Row['components'][number]>();
    // @ts-expect-error
    plain`${EVIL}`;
  });

  it('does not pass for a text of our own, in any pattern', () => {
    // @ts-expect-error
    own(EVIL);
    // @ts-expect-error
    own(`**${EVIL}**`);
    // @ts-expect-error
    joined([own('a'), own('b')], EVIL);
    const said: 'yes' | 'no' = Math.random() < 0.5 ? 'yes' : 'no';
    expect(['yes', 'no']).toContain(own(said));
  });

  it('loses its type when it is changed', () => {
    expectTypeOf(own('a').slice(1)).not.toExtend<Markdown>();
    expectTypeOf(`${own('a')}${EVIL}`).not.toExtend<Markdown>();
  });
});

describe('texts', () => {
  it('keep the escapes of their values, and format numbers', () => {
    const title = words.text('sentiment-analysis.title', { developer: escapeMarkdown(EVIL) });
    expect(title).toBe('Reviews of games by \\[free games\\](https\\://evil.example) \\@everyone');
    expect(words.text('rests-on.reviews', { reviews: 1234 })).toBe('Based on 1,234 reviews.');
    expectTypeOf(title).toEqualTypeOf<Markdown>();
  });

  it('are plain with plain values', () => {
    const title = words.plain('sentiment-analysis.title', { developer: plainLine('two\nlines\u202e') });
    expect(title).toBe('Reviews of games by two lines');
    // @ts-expect-error a string may hold control characters
    words.plain('sentiment-analysis.title', { developer: EVIL });
    expectTypeOf(title).toEqualTypeOf<Plain>();
  });

  it('can be joined to texts of the same kind', () => {
    expect(joined([own('a'), own('b')], ' · ')).toBe('a · b');
    expectTypeOf(inLines([escapeMarkdown('a'), escapeMarkdown('b')])).toEqualTypeOf<Markdown>();
    expectTypeOf(words.all([plainLine('a')])).toEqualTypeOf<Plain>();
    expect(markdown`**${escapeMarkdown('*')}** ${2015}`).toBe('**\\*** 2015');
  });

  it('escape the beginning of a line only where a line begins', () => {
    expect(escapeMarkdown('1. a')).toBe('1\\. a');
    expect(escapeWithin('1. a <@1>')).toBe('1. a \\<\\@1\\>');
  });

  it('cannot end the code that they stand in', () => {
    expect(code('/ask game:`a` **b**')).toBe("`/ask game:'a' **b**`");
  });
});

/** The files that may cast a string to one of these types, because they escape it. */
const MAKERS = ['locales/markdown.ts', 'locales/words.ts', 'src/commands/message/embed-text.ts'];

it('only the functions that escape cast a string to an escaped type', async () => {
  const saying: string[] = [];
  for (const folder of ['locales', 'src']) {
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const source = await readFile(`${folder}/${name}`, 'utf8');
      if (/\bas (?:unknown as )?(?:Markdown|Plain|Both|Text|Embed|Row|Reply)\b/.test(source)) {
        saying.push(`${folder}/${name}`);
      }
    }
  }
  expect(saying.toSorted()).toEqual(MAKERS);
});
