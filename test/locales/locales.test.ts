import { readdirSync, readFileSync } from 'node:fs';
import { Locale } from 'discord-api-types/v10';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en, type TextKey } from '../../locales/en/language.ts';
import { LANGUAGES, languageOf, localeOf } from '../../locales/locales.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const keys = Object.keys(en.texts) as TextKey[];

function elementsOf(message: string, locale: string): Element[] {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

/** Every value that a message takes, as `name:kind`, also in the branches of plurals and selections. */
function argumentsOf(elements: readonly Element[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    // Type 0 is literal text and 7 is the # of a plural. Neither takes a value.
    if (element.type === 0 || element.type === 7) continue;
    found.add(`${element.value}:${element.type}`);
    const branches = 'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
    for (const branch of branches) for (const argument of argumentsOf(branch)) found.add(argument);
  }
  return found;
}

/** The plural forms of a locale besides the two of English, such as `few` in Polish. */
function formsBeyondEnglish(locale: string): ReadonlySet<string> {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return new Set(pluralCategories.filter((form) => form !== 'one' && form !== 'other'));
}

/** The branches of every plural and selection, such as `hours: one other`. Some forms of plurals can be left out. */
function branchesOf(elements: readonly Element[], leftOut: ReadonlySet<string> = new Set()): string[] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return [];
    // Type 6 is a plural.
    const names = Object.keys(element.options).filter((name) => element.type !== 6 || !leftOut.has(name));
    return [
      `${element.value}: ${names.toSorted().join(' ')}`,
      // Each form of a plural may hold a selection. The same forms are left out there.
      ...names.flatMap((name) => branchesOf(element.options[name]!.value, leftOut)),
    ];
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(new URL(`../../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted();
}

const source = [...filesOf('src').map((file) => `src/${file}`), 'locales/reject-reasons.ts']
  .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
  .join('\n');

/** The keys that the code builds from a template, such as `error.${code}`. */
const templates = [...source.matchAll(/\b(?:text|plain|say)\(\s*`([^`]*)`/g)].map(
  ([, template]) =>
    new RegExp(`^${template!.replaceAll('.', '\\.').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '[^.]+')}$`),
);

/** The keys in each file of a language, without those of command definitions and the names of genres. */
async function keysByArea(code: string): Promise<Record<string, string[]>> {
  const areas = filesOf(`locales/${code}`)
    .map((file) => file.replace('.ts', ''))
    .filter((area) => area !== 'language' && area !== 'commands' && area !== 'labels');
  return Object.fromEntries(
    await Promise.all(
      areas.map(async (area) => {
        const texts = (await import(`../../locales/${code}/${area}.ts`))[area];
        return [area, Object.keys(texts)] as const;
      }),
    ),
  );
}

describe('the English texts', () => {
  it('are valid messages', () => {
    for (const key of keys) {
      expect([key, elementsOf(en.texts[key], 'en').length]).not.toEqual([key, 0]);
      expect(en.texts[key].trim()).toBe(en.texts[key]);
    }
  });

  it('are all used', () => {
    const used = (key: string) =>
      source.includes(`'${key}'`) || templates.some((template) => template.test(key));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  it.each(keys.filter((key) => key.startsWith('error.') && key !== 'error.internal'))(
    '%s belongs to a mistake that people can make',
    (key) => {
      expect(source).toMatch(new RegExp(`QuestionError\\(\\s*'${key.slice('error.'.length)}'`));
    },
  );
});

describe.each(LANGUAGES)('the language %s', (code) => {
  const { locales, otherRegions, texts } = languageOf(code);

  it('has the texts of all its files, each key in the same file as in English', async () => {
    const english = await keysByArea('en');
    const areas = await keysByArea(code);
    const found = Object.values(areas).flat();
    expect(Object.keys(texts).toSorted()).toEqual(found.toSorted());
    for (const [area, inArea] of Object.entries(areas)) {
      expect(inArea.filter((key) => !english[area]?.includes(key))).toEqual([]);
    }
  });

  it('serves locales that Discord has and that no other language serves', () => {
    expect(Object.keys(locales)).not.toEqual([]);
    for (const locale of Object.keys(locales)) {
      expect(Object.values<string>(Locale)).toContain(locale);
      const readers = LANGUAGES.filter((each) => Object.hasOwn(languageOf(each).locales, locale));
      expect(readers).toEqual([code]);
    }
    expect(Object.keys(locales)).toContain(otherRegions ?? localeOf(code));
  });
});

describe.each(LANGUAGES.filter((code) => code !== 'en'))('the texts in %s', (code) => {
  const { texts, asInEnglish, complete } = languageOf(code);
  const locale = localeOf(code);
  const own = Object.keys(texts) as TextKey[];

  it('are complete if the language is declared complete', () => {
    const missing = keys.filter((key) => texts[key] === undefined && !asInEnglish.includes(key));
    if (complete) expect(missing).toEqual([]);
    else {
      process.stdout.write(
        `${code} lacks ${missing.length} of ${keys.length} texts:\n${missing.join('\n')}\n`,
      );
      expect(missing, 'Nothing is missing any more: `complete` is true now.').not.toEqual([]);
    }
  });

  it('have no key that English lacks', () => {
    expect([...own, ...asInEnglish].filter((key) => !keys.includes(key))).toEqual([]);
    expect(asInEnglish.filter((key) => own.includes(key))).toEqual([]);
  });

  it.each(own)('%s takes the same values as in English', (key) => {
    const english = elementsOf(en.texts[key], 'en');
    const translated = elementsOf(texts[key]!, locale);
    expect([...argumentsOf(translated)].toSorted()).toStrictEqual([...argumentsOf(english)].toSorted());
    expect(branchesOf(translated, formsBeyondEnglish(locale)).toSorted()).toStrictEqual(
      branchesOf(english).toSorted(),
    );
  });

  it('are translated; texts that are rightly the same as in English are listed in `asInEnglish`', () => {
    for (const key of own) {
      expect(texts[key]!.trim()).toBe(texts[key]);
      expect([key, texts[key]]).not.toEqual([key, '']);
      expect([key, texts[key]]).not.toEqual([key, en.texts[key]]);
    }
  });
});
