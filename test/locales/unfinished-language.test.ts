import { expect, test, vi } from 'vitest';
import type { Language } from '../../locales/en/language.ts';
import { LOCALE_NAMES, matchLocale } from '../../locales/locales.ts';
import { Words } from '../../locales/words.ts';
import { findCommand } from '../../src/commands/catalogue/catalogue.ts';
import { localizedDefinition } from '../../src/commands/catalogue/localized-definition.ts';
import { ReportWords } from '../../src/explore/report/report-words.ts';
import { pageText } from '../../src/http/preview/page-texts.ts';

// The list of languages with one more, which has hardly any translations.
vi.mock('../../locales/languages.ts', async (load) => ({
  ...(await load<object>()),
  hu: {
    locales: { hu: 'Magyar' },
    quotes: ['„', '”'],
    complete: false,
    texts: {
      'column.game': 'Játék',
      'users-recommend.count': '{count, plural, one {# ajánlás} other {# ajánlás}}',
    },
    asInEnglish: [],
    commands: { 'command.recommend-game.name': 'hasonló-játékok', 'option.genre.name': 'műfaj' },
  } satisfies Language,
}));

test('a translated text is in the language, with its numbers and quotation marks', () => {
  const words = Words.of('hu');
  expect(words.text('column.game')).toBe('Játék');
  expect(words.text('users-recommend.count', { count: 12_345 })).toBe('12\u00a0345 ajánlás');
  expect(words.quoted('Portal')).toBe('„Portal”');
});

test('a missing text is in English, with English plurals', () => {
  const words = Words.of('hu');
  expect(words.text('column.rank')).toBe('Rank');
  expect(words.text('users-worst-developer.count', { count: 1 })).toBe('1 bad review');
  expect(words.text('users-worst-developer.count', { count: 12_345 })).toBe('12,345 bad reviews');
  expect(pageText('hu', 'page.ask')).toBe('Ask');
  expect(new ReportWords('hu' as 'en').text('report.title')).toBe('A look at the data');
});

test('a definition has the translations that exist, and Spanish beside them', async () => {
  const { name_localizations, description_localizations, options } = localizedDefinition(
    await findCommand('recommend-game'),
  );
  expect(name_localizations).toMatchObject({
    'es-ES': 'juegos-parecidos',
    'es-419': 'juegos-parecidos',
    hu: 'hasonló-játékok',
  });
  expect(description_localizations).toHaveProperty('es-ES');
  expect(description_localizations).not.toHaveProperty('hu');
  expect(options?.find(({ name }) => name === 'genre')?.name_localizations).toMatchObject({
    'es-ES': 'género',
    'es-419': 'género',
    hu: 'műfaj',
  });
});

test('the page offers the language, and finds it for a browser', () => {
  expect(LOCALE_NAMES).toMatchObject({ 'es-419': 'Español (Latinoamérica)', hu: 'Magyar' });
  expect(['hu', 'HU', 'hu-HU'].map(matchLocale)).toEqual(['hu', 'hu', 'hu']);
  expect(['es', 'es-MX', 'en-AU', 'en-gb', 'huh', ''].map(matchLocale)).toEqual([
    'es-ES',
    'es-419',
    'en-US',
    'en-GB',
    null,
    null,
  ]);
});
