/**
 * Autocomplete over 37,000 invented names: the time to build the index, and the time of look-ups for every prefix of typed
 * names (right and mistyped) and for texts that are meant to be slow; of the slowest texts, the longest time without a pause.
 *
 *   npm run bench -- autocomplete
 */

import { GameIndex, type SearchableGame } from '../src/engine/search/game-index.ts';
import { atOnce, type Steps } from '../src/platform/in-turns.ts';
import { seeded } from '../test/support/random.ts';
import { type Figure, figure } from './harness/figure.ts';
import { report } from './harness/report.ts';
import { quantile } from './harness/statistics.ts';

const GAMES = 37_000;
const WORDS = 20_000;
const TYPED = 150;
const BUILDS = 5;
const ROUNDS = 5;
const LIMIT = 25;

const random = seeded(1);
const games = inventGames();

const builds: number[] = [];
for (let build = 0; build < BUILDS; build++)
  builds.push(millisecondsFor(() => atOnce(GameIndex.build(games))));

const index = atOnce(GameIndex.build(games));
const names = Array.from({ length: TYPED }, () => games[Math.floor(random() ** 2 * GAMES)]!.name);
const slow = ['a'.repeat(6000), 'a '.repeat(3000), 'the of and in a to '.repeat(300), 'ﷺ'.repeat(6000)];
const kinds = {
  'as typed': names.flatMap(prefixes),
  mistyped: names.map(mistyped).flatMap(prefixes),
  'one or two letters': [...new Set(names.flatMap((name) => [name.slice(0, 1), name.slice(0, 2)]))],
  'made to be slow': [...slow, ...slow.map((text) => `${text}🎮 ${text}`.slice(0, 6000))],
};
const words = [
  'eeeeeeee',
  'rrrrrrrr',
  'ssssssss',
  'tttttttt',
  'aaaaaaaa',
  'nnnnnnnn',
  'iiiiiiii',
  'oooooooo',
];
const hostile = [
  ...kinds['made to be slow'],
  words.join(' '),
  'a\u0315\u0300\u05ae\u0316'.repeat(80),
  ...fuzzed(),
];
report('invented data', [
  figure('building the index', 'ms', builds),
  ...Object.entries(kinds).flatMap(([what, texts]) => lookUps(what, texts)),
  longestSteps('completing', (text) => index.complete(text, LIMIT)),
  longestSteps('finding what was meant', (text) => index.resolve(text)),
]);

/**
 * The longest time between two pauses of any hostile text, in milliseconds: the time that everybody else waits. Each text
 * counts with the best of three runs, because another program may take the processor away in one of them.
 */
function longestSteps(what: string, look: (text: string) => Steps<unknown>): Figure {
  const longest = hostile.map((text) => Math.min(...[1, 2, 3].map(() => longestStep(look(text)))));
  return figure(`${what}, longest step of any text`, 'ms', [Math.max(...longest)], { aim: 20 });
}

function longestStep(steps: Steps<unknown>): number {
  let longest = 0;
  for (let done = false; !done; ) {
    longest = Math.max(
      longest,
      millisecondsFor(() => {
        done = steps.next().done ?? false;
      }),
    );
  }
  return longest;
}

/** Texts of frequent letters and of pieces of names, most of them as long as the longest that are compared. */
function fuzzed(): string[] {
  const piece = () =>
    random() < 0.5
      ? one('etaoinsr').repeat(1 + Math.floor(random() * 12))
      : names[Math.floor(random() * names.length)]!.slice(0, 12);
  return Array.from({ length: 100 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 30) }, piece).join(random() < 0.7 ? ' ' : ''),
  );
}

function one(of: string): string {
  return of[Math.floor(random() * of.length)]!;
}

/** The median and the 99th percentile of each round, in milliseconds. */
function lookUps(what: string, texts: readonly string[]): Figure[] {
  const rounds: number[][] = [];
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const times = texts.map((text) => millisecondsFor(() => atOnce(index.complete(text, LIMIT))));
    if (round > 0) rounds.push(times);
  }
  return [0.5, 0.99].map((share) =>
    figure(
      `${what}, p${100 * share}`,
      'ms',
      rounds.map((times) => quantile(times, share)),
      share === 0.99 ? { aim: 10 } : {},
    ),
  );
}

/**
 * Invented titles of one to eight words. Some words are far more frequent than others; some titles have numbers or signs.
 */
function inventGames(): SearchableGame[] {
  const words = Array.from({ length: WORDS }, inventWord);
  const frequent = ['the', 'of', 'and', 'in', 'a', 'to', ...words];
  const word = () => frequent[Math.floor(random() ** 5 * frequent.length)]!;
  return Array.from({ length: GAMES }, (_, place) => {
    const title = Array.from({ length: 1 + Math.floor(random() ** 2 * 8) }, word);
    if (random() < 0.2) title.push(['2', '3', 'II', 'III', 'IV', '2016'][Math.floor(random() * 6)]!);
    const between = random() < 0.1 ? ': ' : random() < 0.05 ? '-' : ' ';
    const name = title.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(between);
    return {
      gameId: place * 10,
      name: random() < 0.05 ? `${name}™` : name,
      releaseYear: null,
      recommendable: random() < 0.6,
      adult: false,
      players: Math.floor(30_000 / (place + 1) ** 0.9),
    };
  });
}

function inventWord(): string {
  const syllables = 1 + Math.floor(random() * 4);
  return Array.from({ length: syllables }, () =>
    [one('bcdfghklmnprstvw'), one('aeiou'), random() < 0.4 ? one('lnrst') : ''].join(''),
  ).join('');
}

function mistyped(name: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  const swapped = (name[at + 1] ?? '') + (name[at] ?? '');
  return random() < 0.5
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + swapped + name.slice(at + 2);
}

function prefixes(name: string): string[] {
  return Array.from({ length: name.length }, (_, place) => name.slice(0, place + 1));
}

function millisecondsFor(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
