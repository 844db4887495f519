/**
 * Autocomplete over 37,000 invented names: milliseconds to build the index, and a look-up for every prefix of what is
 * typed, right and mistyped, and for texts that are meant to be slow.
 *
 *   npx tsx bench/autocomplete.ts
 */
import { GameIndex, type SearchableGame } from '../src/engine/search/game-index.ts';

const GAMES = 37_000;
const WORDS = 20_000;
const TYPED = 150;
const BUILDS = 5;
const ROUNDS = 2;
const LIMIT = 25;

const random = seeded(1);
const games = inventGames();

const builds: number[] = [];
for (let build = 0; build < BUILDS; build++) builds.push(millisecondsFor(() => new GameIndex(games)));
console.log(`${GAMES.toLocaleString('en')} invented names, ${LIMIT} completions a look-up`);
console.log(`  build           first ${builds[0]!.toFixed(0)} ms, median ${median(builds).toFixed(0)} ms`);

const index = new GameIndex(games);
const names = Array.from({ length: TYPED }, () => games[Math.floor(random() ** 2 * GAMES)]!.name);
const slow = ['a'.repeat(6000), 'a '.repeat(3000), 'the of and in a to '.repeat(300), 'ﷺ'.repeat(6000)];
report('as typed', names.flatMap(prefixes));
report('mistyped', names.map(mistyped).flatMap(prefixes));
report('1, 2 letters', [...new Set(names.flatMap((name) => [name.slice(0, 1), name.slice(0, 2)]))]);
report('made slow', [...slow, ...slow.map((text) => `${text}🎮 ${text}`.slice(0, 6000))]);

function report(what: string, texts: readonly string[]): void {
  const times: number[] = [];
  // The first round warms up and isn't counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const text of texts) {
      const time = millisecondsFor(() => index.complete(text, LIMIT));
      if (round > 0) times.push(time);
    }
  }
  const at = (share: number) =>
    times
      .toSorted((a, b) => a - b)
      [Math.floor(share * (times.length - 1))]!.toFixed(1)
      .padStart(5);
  console.log(`  ${what.padEnd(14)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`);
}

/** Titles of one to eight words, some words far more frequent than others, some with a number or a sign. */
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
  const one = (of: string) => of[Math.floor(random() * of.length)]!;
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Numbers from 0 to below 1, the same every time (a linear congruential generator, Numerical Recipes' constants). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
