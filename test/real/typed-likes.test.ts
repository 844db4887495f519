import { expect, inject, test } from 'vitest';
import { run } from '../support/program.ts';
import { LISTS_OF_LIKES, type TypedLikes } from './lists-of-likes.ts';
import { REAL_SOURCES } from './real-data.ts';

const settings = { ...REAL_SOURCES, DATA_FOLDER: inject('realDataFolder') };

/** The least share, 0 to 1, of the lists that must be understood. */
const LEAST_UNDERSTOOD = 0.95;

interface Answer {
  likes?: { name: string }[];
  unknown?: { names: string[] };
  error?: { code: string; message: string; suggestions: string[] };
}

/** The games of an answer that are not among those that are meant. */
function wrongGames({ meant }: TypedLikes, { likes = [] }: Answer): string[] {
  return likes.map(({ name }) => name).filter((name) => !meant.includes(name));
}

function isUnderstood(list: TypedLikes, answer: Answer): boolean {
  const { meant, unknown = [], asked } = list;
  const { likes = [], error } = answer;
  if (asked !== undefined) return asked.every((name) => error?.suggestions.includes(name));
  return (
    likes.length === meant.length &&
    wrongGames(list, answer).length === 0 &&
    (answer.unknown?.names ?? []).join() === unknown.join()
  );
}

test('lists of likes are understood as people write them, and no wrong game is taken', async () => {
  expect(LISTS_OF_LIKES.length).toBeGreaterThanOrEqual(120);
  const lines = LISTS_OF_LIKES.map(({ typed }) =>
    JSON.stringify({ command: 'recommend-user', options: { likes: typed } }),
  );
  const { stdout } = await run(['ask', '--batch'], settings, lines.join('\n'));
  const answers: Answer[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const judged = LISTS_OF_LIKES.map((list, place) => ({ list, answer: answers[place]! }));
  const told = ({ list, answer }: (typeof judged)[number]) =>
    `${JSON.stringify(list.typed)}: ${answer.likes?.map(({ name }) => name).join(' · ') ?? answer.error?.message}`;

  expect(judged.filter(({ list, answer }) => wrongGames(list, answer).length > 0).map(told)).toEqual([]);
  const missed = judged.filter(({ list, answer }) => !isUnderstood(list, answer));
  const share = 1 - missed.length / judged.length;
  expect(
    share,
    `understood ${share.toFixed(3)}, not:\n${missed.map(told).join('\n')}`,
  ).toBeGreaterThanOrEqual(LEAST_UNDERSTOOD);
});
