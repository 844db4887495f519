import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedDataSet } from '../../src/database/served-data-set.ts';
import { explore } from '../../src/explore/explore.ts';
import { readReport, writeReport } from '../../src/explore/report/report-file.ts';
import { withWayBack } from '../../src/explore/report/way-back.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { loadSmallWorld, PRIVATE } from './small-world.ts';

const LANGUAGES = ['en', 'es'] as const;

let database: TestDatabase;
let dataSet: ServedDataSet;
const reports = { en: '', es: '' };
beforeAll(async () => {
  database = await createTestDatabase();
  dataSet = await loadSmallWorld(database);
  for (const language of LANGUAGES) reports[language] = await explore(database.direct, dataSet, language);
});
afterAll(() => database.remove());

describe.each(LANGUAGES)('the report in %s', (language) => {
  test('is valid HTML', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // Rules of taste.
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'attr-quotes': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'no-inline-style': 'off',
        'prefer-native-element': 'off',
      },
    });
    const { results } = await validate.validateString(reports[language]);
    const messages = results.flatMap(({ messages }) => messages);
    expect(messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
  });

  test('has a target for each entry of its contents, and no id twice', () => {
    const ids = Array.from(reports[language].matchAll(/\sid="([^"]+)"/g), ([, id]) => id!);
    const wanted = Array.from(reports[language].matchAll(/href="#([^"]+)"/g), ([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(wanted.length).toBe(9);
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });

  test('loads nothing from the network, and runs no script', () => {
    expect(reports[language]).not.toMatch(/<(?:script|link|iframe|img|object|embed|image)\b/);
    expect(reports[language]).not.toMatch(/\bsrc=|@import|url\((?!#)/);
    expect(reports[language]).not.toMatch(/(?:href|xlink:href)="(?!#)/);
  });

  test('shows no name of a person, and no text that somebody wrote', () => {
    for (const text of PRIVATE) expect(reports[language]).not.toContain(text);
    expect(reports[language]).not.toContain('the game the game');
  });

  test('names and describes each chart, with its numbers beside it', () => {
    const figures = reports[language].split('<figure ').slice(1);
    expect(figures.length).toBe(16);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg viewBox="0 0 540 \d+" role="img" aria-labelledby="(\S+)-title \1-says">/);
      expect(figure).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      expect(figure).toMatch(/<details>[\s\S]*<th scope="row">/);
    }
  });
});

test('figures are written in the way of each language', () => {
  expect(reports.en).toContain('the most played game has 50,001 hr');
  expect(reports.es).toContain('el más jugado tiene 50.001 h');
  expect(reports.en).toContain('The Gini coefficient is 0.665 among 3 games');
  expect(reports.es).toContain('El coeficiente de Gini es 0,665 entre 3 juegos');
});

test('names from the data are text, not markup', async () => {
  const evil = '<script>alert(1)</script>';
  await database.direct`update ${database.direct(`steamscope_data_${dataSet.id}.games`)} set name = ${evil} where id = 2`;
  const report = await explore(database.direct, dataSet, 'en');
  expect(report).not.toContain(evil);
  expect(report).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a kept report is shown only for its data set, its moment and its language', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-report-'));
  const path = join(folder, 'explore.html');
  expect(await readReport(path, dataSet, 'en')).toBeNull();
  await writeReport(path, reports.en);
  expect(await readReport(path, dataSet, 'en')).toBe(reports.en);
  expect(await readReport(path, dataSet, 'es')).toBeNull();
  expect(await readReport(path, { ...dataSet, id: dataSet.id + 1 }, 'en')).toBeNull();
  expect(await readReport(path, { ...dataSet, publishedAt: new Date(0) }, 'en')).toBeNull();
  await rm(folder, { recursive: true });
});

test('the page has a link back', () => {
  expect(withWayBack(reports.es, 'es')).toContain('<a href="/?locale=es">Volver a las preguntas</a>');
});
