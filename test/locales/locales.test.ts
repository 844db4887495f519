import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import { es } from '../../locales/es.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const keys = Object.keys(en) as (keyof typeof en)[];

/** Texts that are rightly the same in both languages. */
const SAME_IN_BOTH: ReadonlySet<string> = new Set<string>();

function elementsOf(message: string, locale: string): Element[] {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

/** Every value that a message takes, as `name:kind`, in the branches of plurals and selections too. */
function argumentsOf(elements: readonly Element[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    // 0 is literal text and 7 the # of a plural: neither takes a value.
    if (element.type === 0 || element.type === 7) continue;
    found.add(`${element.value}:${element.type}`);
    const branches = 'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
    for (const branch of branches) for (const argument of argumentsOf(branch)) found.add(argument);
  }
  return found;
}

/** The branches of every plural and selection, such as `hours: one other`. */
function branchesOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) =>
    'options' in element
      ? [
          `${element.value}: ${Object.keys(element.options).toSorted().join(' ')}`,
          ...Object.values(element.options).flatMap(({ value }) => branchesOf(value)),
        ]
      : [],
  );
}

const source = readdirSync(new URL('../../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
  .join('\n');

/** The keys that code asks for by a template, such as `error.${code}`. */
const templates = [...source.matchAll(/\b(?:text|plain|say)\(\s*`([^`]*)`/g)].map(
  ([, template]) =>
    new RegExp(`^${template!.replaceAll('.', '\\.').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '[^.]+')}$`),
);

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(es).toSorted()).toStrictEqual(keys.toSorted());
  });

  it.each(keys)('%s takes the same values in both languages', (key) => {
    const english = elementsOf(en[key], 'en');
    const spanish = elementsOf(es[key], 'es');
    expect([...argumentsOf(spanish)].toSorted()).toStrictEqual([...argumentsOf(english)].toSorted());
    expect(branchesOf(spanish).toSorted()).toStrictEqual(branchesOf(english).toSorted());
  });

  it.each(keys)('%s is translated', (key) => {
    expect(en[key].trim()).toBe(en[key]);
    expect(es[key].trim()).toBe(es[key]);
    expect(en[key]).not.toBe('');
    expect(es[key]).not.toBe('');
    expect(es[key] === en[key]).toBe(SAME_IN_BOTH.has(key));
  });

  it.each(keys)('%s is used', (key) => {
    const used = source.includes(`'${key}'`) || templates.some((template) => template.test(key));
    expect(used).toBe(true);
  });

  it.each(keys.filter((key) => key.startsWith('error.') && key !== 'error.internal'))(
    '%s is a mistake that somebody can make',
    (key) => {
      expect(source).toMatch(new RegExp(`QuestionError\\(\\s*'${key.slice('error.'.length)}'`));
    },
  );
});
