import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { Program, run } from '../support/program.ts';

let database: TestDatabase;
let settings: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase();
  settings = { DATABASE_URL: database.url };
});
afterAll(() => database.remove());

describe('before there is data', () => {
  test('ask explains how to load data', async () => {
    const { status, stdout, stderr } = await run(['ask', 'playtime-genre', '--genre', 'Action'], settings);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm run refresh');
  });
});

test('ask help lists the questions, even before there is data', async () => {
  const { status, stdout } = await run(['ask', 'help', '--locale', 'es-ES'], settings);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /recommend-game +│ Cinco juegos parecidos a uno.+│ recommend-game --game "Portal 2"/,
  );
});

describe('with the bundled sample', () => {
  beforeAll(async () => {
    const { status, stdout } = await run(['refresh', '--json'], settings);
    expect(status).toBe(0);
    const report = JSON.parse(stdout.trim().split('\n').at(-1)!);
    expect(report).toMatchObject({
      dataSet: expect.any(Number),
      seconds: expect.any(Number),
      games: expect.any(Number),
      users: expect.any(Number),
      libraryRows: expect.any(Number),
      reviews: expect.any(Number),
      rejected: expect.any(Object),
      phases: { games: expect.any(Number), libraries: expect.any(Number), reviews: expect.any(Number) },
    });
    expect(report.games).toBeGreaterThan(250);
  });

  const json = async (...args: string[]) => {
    const { status, stdout } = await run(['ask', ...args, '--json'], settings);
    expect(stdout.trimEnd()).not.toContain('\n');
    return { status, answer: JSON.parse(stdout) };
  };

  test('each question prints its answer on one line, and nothing else', async () => {
    const [playtime, user, recommend, worst, sentiment] = await Promise.all([
      json('playtime-genre', '--genre', 'racing'),
      json('user-for-genre', '--genre', 'Strategy'),
      json('users-recommend', '--year', '2014'),
      json('users-worst-developer', '--year', '2013', '--year-of', 'reviewed'),
      json('sentiment-analysis', '--developer', 'Grimsallow'),
    ]);
    // The expected figures are those of sample/README.md, which a program of its own has counted.
    expect(playtime.answer).toMatchObject({
      genre: 'Racing',
      releaseYear: 2009,
      byReleaseYear: expect.any(Array),
    });
    expect(user.answer).toMatchObject({ genre: 'Strategy', userId: 'sample_amber_quokka_168' });
    expect(recommend.answer).toMatchObject({
      year: 2014,
      yearOf: 'reviewed',
      games: [
        { rank: 1, name: 'Skarnfall: Global Siege', recommendations: 23 },
        { rank: 2, name: 'Clovermere: Winter Barn', recommendations: 14 },
        { rank: 3, name: 'Ember Hollow II', recommendations: 13 },
      ],
    });
    expect(worst.answer.developers[0]).toEqual({
      rank: 1,
      developer: 'Sallowmere Interactive',
      badReviews: 10,
      reviews: 19,
      share: 10 / 19,
      shareAtLeast: expect.closeTo(0.3171, 4),
    });
    expect(sentiment.answer).toMatchObject({
      developer: 'Grimsallow',
      negative: 13,
      neutral: 17,
      positive: 71,
      recommended: 85,
      recommendedShare: 85 / 101,
    });
    for (const { status } of [playtime, user, recommend, worst, sentiment]) expect(status).toBe(0);
  });

  test('a question that has no answer is an error with suggestions, and exit status 1', async () => {
    const { status, answer } = await json('playtime-genre', '--genre', 'Racng');
    expect(status).toBe(1);
    expect(answer).toEqual({
      error: {
        code: 'unknown-genre',
        message: 'No genre “Racng”. Did you mean “Racing”?',
        suggestions: ['Racing'],
      },
    });
    expect((await json('users-recommend', '--year', '2031')).answer.error.code).toBe('year-after-data');
    expect((await json('users-recommend', '--year', 'soon')).answer.error.code).toBe('option-not-a-number');
    expect((await json('users-recommend')).answer.error.code).toBe('missing-option');
    expect((await json('no-such-thing')).answer.error).toMatchObject({ code: 'unknown-command' });
    expect((await json('sentiment-analysis', '--developer', 'vortigO')).answer.error).toMatchObject({
      code: 'ambiguous-developer',
      suggestions: ['VORTIGO', 'Vortigo'],
    });
  });

  interface Recommended {
    basis: string;
    games: {
      rank: number;
      gameId: string;
      name: string;
      score: number;
      because: Record<string, unknown>[];
    }[];
  }
  const expectFive = ({ basis, games }: Recommended) => {
    expect(['collaborative', 'content', 'popularity']).toContain(basis);
    expect(games).toHaveLength(5);
    for (const { rank, gameId, name, score, because } of games) {
      expect([typeof rank, typeof name, typeof score]).toEqual(['number', 'string', 'number']);
      expect(gameId).toMatch(/^\d+$/);
      expect(because.length).toBeGreaterThan(0);
      for (const { kind } of because) {
        expect(['played', 'players', 'tags', 'developer', 'series', 'popular']).toContain(kind);
      }
    }
  };

  test('games like a game come in the form that other programs rely on', async () => {
    const { status, answer } = await json('recommend-game', '--game', 'ember hollow');
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      game: { gameId: expect.stringMatching(/^\d+$/), name: 'Ember Hollow' },
      basis: 'collaborative',
    });
    expectFive(answer);
    const reasons = answer.games.flatMap(({ because }: { because: object[] }) => because);
    expect(reasons).toContainEqual({ kind: 'series', series: 'Ember Hollow' });
    expect(reasons).toContainEqual({ kind: 'developer', developer: 'Grimsallow' });
    expect(reasons).toContainEqual({ kind: 'players', count: expect.any(Number) });
    expect(reasons).toContainEqual({ kind: 'tags', tags: expect.arrayContaining([expect.any(String)]) });
  });

  test('games for a user come in the form that other programs rely on: in pages, steered, and in a batch', async () => {
    const user = 'sample_olive_shrew_319';
    const ask = (options: object, command = 'recommend-user') => JSON.stringify({ command, options });
    const input = [
      ask({ user }),
      ask({ user, page: 2, adult: true }),
      ask({ user, page: 2, adult: false }),
      ask({ likes: 'Clovermere, Ember Hollow' }),
      ask({ user: 'sample_nobody_1' }),
      ask({}),
      ask({ user, adult: 'perhaps' }),
      ask({ game: 'Embr Hollow' }, 'recommend-game'),
      ask({ game: 'Clovermere', page: 2 }, 'recommend-game'),
    ].join('\n');
    const [batch, typed] = await Promise.all([
      run(['ask', '--batch'], settings, input),
      json('recommend-user', '--user', user, '--adult', '--page', '2'),
    ]);
    const answers = batch.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [first, , second, likes] = answers;
    expect(typed).toEqual({ status: 0, answer: answers[1] });
    expect(first).toMatchObject({ userId: user, basis: 'collaborative' });
    expect(likes).toMatchObject({ userId: null, likes: [{ name: 'Clovermere' }, { name: 'Ember Hollow' }] });
    for (const answer of [first, second, likes]) {
      expectFive(answer);
      for (const { because } of answer.games as Recommended['games']) {
        expect(because[0]).toMatchObject({ kind: 'played', name: expect.any(String) });
        expect(because[0]!.gameId).toMatch(/^\d+$/);
        expect(because[0]!.share).toBeGreaterThan(0);
        expect(because[0]!.share).toBeLessThanOrEqual(1);
      }
    }
    const ids = [...first.games, ...second.games].map(({ gameId }) => gameId);
    expect(new Set(ids).size).toBe(10);
    expect([second.games[0].rank, answers[8].games[0].rank]).toEqual([6, 6]);
    expect(answers.slice(4, 8).map(({ error }) => error.code)).toEqual([
      'unknown-user',
      'user-or-likes',
      'option-not-a-choice',
      'unknown-game',
    ]);
    expect(answers[7].error.suggestions).toContain('Ember Hollow');
  });

  test('people get the reasons in words, in their own language', async () => {
    const question = ['ask', 'recommend-user', '--user', 'sample_olive_shrew_319'];
    const english = await run(question, settings);
    expect(english.stdout).toContain('because they play Kestrel GT, Kestrel GT 2015, and Circuit Mortlewick');
    expect(english.stdout).toMatch(/Based on \d+ games that this user owns, \d+ of them played\./);
    const spanish = await run([...question, '--locale', 'es-ES'], settings);
    expect(spanish.stdout).toContain('A qué podría jugar ahora sample_olive_shrew_319');
    expect(spanish.stdout).toContain('porque juega a Kestrel GT, Kestrel GT 2015 y Circuit Mortlewick');
  });

  test('people get a table in their own language, which says that the sample is invented', async () => {
    const english = await run(['ask', 'users-recommend', '--year', '2014'], settings);
    expect(english.stdout).toMatch(/Skarnfall: Global Siege +│ +23/);
    expect(english.stdout).toContain('invented sample');
    const spanish = await run(['ask', 'users-recommend', '--year', '2014', '--locale', 'es-ES'], settings);
    expect(spanish.stdout).toContain('Los juegos más recomendados en las reseñas de 2014');
    expect(spanish.stdout).toContain('muestra inventada');
  });

  test('a batch is answered line by line and in order, mistakes included', async () => {
    const questions = Array.from({ length: 60 }, (_, i) => ({
      command: 'users-recommend',
      options: { year: 2011 + (i % 6) },
    }));
    const input = [
      ...questions.map((question) => JSON.stringify(question)),
      'what?',
      '{"command":"x"}',
      '',
    ].join('\n');
    const { status, stdout } = await run(['ask', '--batch'], settings, input);
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.slice(0, 60).map(({ year }) => year)).toEqual(
      questions.map(({ options }) => options.year),
    );
    expect(answers.slice(60).map(({ error }) => error.code)).toEqual(['not-a-question', 'unknown-command']);
    expect(answers).toHaveLength(62);
  });

  test('a batch answers each question before it reads the next', async () => {
    const batch = new Program(['ask', '--batch'], settings, null);
    for (const year of [2012, 2013]) {
      batch.child.stdin!.write(`{"command":"users-recommend","options":{"year":${year}}}\n`);
      await batch.said(new RegExp(`"year":${year}`));
    }
    batch.child.stdin!.end();
    expect((await batch.ended()).status).toBe(0);
  });
});

test('all wrong settings are named together, and nothing starts', async () => {
  const { status, stderr } = await run(['ask', 'playtime-genre', '--genre', 'x'], {
    DATABASE_URL: 'mysql://user:hunter2@host/db',
    HTTP_PORT: 'many',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ {2}DATABASE_URL: /m);
  expect(stderr).toMatch(/^ {2}HTTP_PORT: /m);
  expect(stderr).not.toContain('hunter2');
});
