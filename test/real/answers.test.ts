import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { Program, run } from '../support/program.ts';
import { REAL_SOURCES, realFile } from './real-data.ts';

interface Expected {
  'playtime-genre': Record<string, { releaseYear: number; minutes: number }>;
  'user-for-genre': Record<string, { userId: string; minutes: number; byReleaseYear: [number, number][] }>;
  'users-recommend': Record<'reviewed' | 'released', Record<string, [string, number][]>>;
  'users-worst-developer': Record<'reviewed' | 'released', Record<string, [string, number][]>>;
  'sentiment-analysis': Record<string, { negative: number; neutral: number; positive: number }>;
}

const expected: Expected = JSON.parse(await readFile(realFile('expected_sample.json'), 'utf8'));

const settings = { ...REAL_SOURCES, DATA_FOLDER: inject('realDataFolder') };

async function ask(command: string, options: Record<string, string | number>) {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stdout } = await run(['ask', command, ...args, '--json'], settings);
  return JSON.parse(stdout);
}

/** Figures that depend on sentiment may differ by 2 % or by 2 reviews, whichever is more. */
function expectAbout(count: number, wanted: number): void {
  expect(Math.abs(count - wanted)).toBeLessThanOrEqual(Math.max(2, 0.02 * wanted));
}

test('the loaded counts are those of the data’s own description', () => {
  expect(inject('realReport')).toMatchObject({ games: 32_132, libraryRows: 1_163_521, reviews: 58_431 });
});

describe('the five questions', () => {
  test.each(Object.entries(expected['playtime-genre']))('playtime in %s', async (genre, wanted) => {
    const answer = await ask('playtime-genre', { genre });
    expect(answer.releaseYear).toBe(wanted.releaseYear);
    expect(answer.hours).toBeCloseTo(wanted.minutes / 60, 6);
  });

  // The answers name real users, so they are compared without being printed.
  test.each(Object.keys(expected['user-for-genre']))('top user of %s', async (genre) => {
    const wanted = expected['user-for-genre'][genre]!;
    const answer = await ask('user-for-genre', { genre });
    expect(answer.userId === wanted.userId).toBe(true);
    expect(Math.round(answer.hours * 60)).toBe(wanted.minutes);
    const years = answer.byReleaseYear.map(({ year, hours }: { year: number; hours: number }) => [
      year,
      Math.round(hours * 60),
    ]);
    expect(years).toEqual(wanted.byReleaseYear);
  });

  const recommended = (['reviewed', 'released'] as const).flatMap((yearOf) =>
    Object.entries(expected['users-recommend'][yearOf]).map(([year, games]) => ({ yearOf, year, games })),
  );
  test.each(recommended)('most recommended, $yearOf in $year', async ({ yearOf, year, games }) => {
    const answer = await ask('users-recommend', { year, 'year-of': yearOf });
    expect(answer.games.map(({ name }: { name: string }) => name)).toEqual(games.map(([name]) => name));
    for (const [index, [, wanted]] of games.entries())
      expectAbout(answer.games[index].recommendations, wanted);
  });

  const worst = (['reviewed', 'released'] as const).flatMap((yearOf) =>
    Object.entries(expected['users-worst-developer'][yearOf]).map(([year, developers]) => ({
      yearOf,
      year,
      developers,
    })),
  );
  test.each(worst)('worst developers, $yearOf in $year', async ({ yearOf, year, developers }) => {
    const answer = await ask('users-worst-developer', { year, 'year-of': yearOf });
    expect(answer.developers.map(({ developer }: { developer: string }) => developer)).toEqual(
      developers.map(([developer]) => developer),
    );
    for (const [index, [, wanted]] of developers.entries())
      expectAbout(answer.developers[index].badReviews, wanted);
  });

  // Counted in the raw files by another program.
  test.each([
    ['Valve', 9108, 9586],
    ['Hello Games', 53, 179],
  ])('the share of reviews that recommend the games of %s', async (developer, recommended, reviews) => {
    expect(await ask('sentiment-analysis', { developer })).toMatchObject({
      recommended,
      recommendedShare: recommended / reviews,
    });
  });

  test.each(Object.entries(expected['sentiment-analysis']))('sentiment of %s', async (developer, wanted) => {
    const answer = await ask('sentiment-analysis', { developer });
    for (const label of ['negative', 'neutral', 'positive'] as const)
      expectAbout(answer[label], wanted[label]);
  });
});

test('a name is suggested where it is close to the typed text, and only there', async () => {
  const typed = [
    ['recommend-game', 'game', 'lol'],
    ['recommend-game', 'game', 'pubg'],
    ['recommend-game', 'game', 'zelda'],
    ['recommend-game', 'game', 'bioshok'],
    ['sentiment-analysis', 'developer', 'valve corporation'],
    ['playtime-genre', 'genre', 'Acton'],
    ['playtime-genre', 'genre', 'Horror'],
  ] as const;
  const lines = typed.map(([command, option, text]) =>
    JSON.stringify({ command, options: { [option]: text } }),
  );
  const { stdout } = await run(['ask', '--batch'], settings, lines.join('\n'));
  const suggested = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).error.suggestions);
  expect(suggested.slice(0, 3)).toEqual([[], [], []]);
  expect(suggested[3][0]).toBe('BioShock™');
  expect(suggested.slice(4, 6)).toEqual([['Valve'], ['Action']]);
  expect(suggested[6]).toHaveLength(22);
});

test('a refresh that is killed half-way, and the server with it: the next ask answers from the old data set', async () => {
  const options = { year: 2012 };
  const before = await ask('users-recommend', options);
  const program = new Program(['refresh', '--reload'], settings);
  await program.said(/"phase":"reviews"/);
  program.child.kill('SIGKILL');
  const file = await readFile(join(settings.DATA_FOLDER, 'postgres', 'postmaster.pid'), 'utf8');
  process.kill(Number(file.split('\n')[0]), 'SIGKILL');
  await program.ended();
  expect(await ask('users-recommend', options)).toEqual(before);
});
