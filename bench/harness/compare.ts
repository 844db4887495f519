import type { Figure, Findings } from './figure.ts';

/** A ratio that lies elsewhere than before: the middle halves of its values do not touch. */
interface Move {
  bench: string;
  name: string;
  direction: 'faster' | 'slower';
  before: number;
  now: number;
}

export interface Comparison {
  moves: Move[];
  /** How many ratios are in both. */
  compared: number;
  /** Ratios that were there before, of benchmarks that ran now, and are no more. */
  missing: string[];
}

/**
 * Which ratios moved beyond their spread. Times, speeds and memory are not compared: they are of one machine, at one moment.
 * Nor are benchmarks that did not run both times, or on other data.
 */
export function compare(before: readonly Findings[], now: readonly Findings[]): Comparison {
  const comparison: Comparison = { moves: [], compared: 0, missing: [] };
  for (const { bench, data, figures } of now) {
    const earlier = before.find((findings) => findings.bench === bench && findings.data === data);
    for (const then of earlier?.figures ?? []) {
      if (then.unit !== '×') continue;
      const figure = figures.find(({ name }) => name === then.name);
      if (figure === undefined) {
        comparison.missing.push(`${bench}: ${then.name}`);
        continue;
      }
      comparison.compared++;
      const direction = moved(then, figure);
      if (direction === null) continue;
      comparison.moves.push({ bench, name: then.name, direction, before: then.median, now: figure.median });
    }
  }
  return comparison;
}

/** What was taken of one round alone has no spread of its own: a tenth either way stands for it. */
const UNKNOWN_SPREAD = 0.1;

function moved(before: Figure, now: Figure): Move['direction'] | null {
  const [then, here] = [before, now].map(({ low, high, rounds, median }) =>
    rounds > 1 ? { low, high } : { low: median * (1 - UNKNOWN_SPREAD), high: median * (1 + UNKNOWN_SPREAD) },
  );
  if (here!.low > then!.high) return now.better === 'lower' ? 'slower' : 'faster';
  if (here!.high < then!.low) return now.better === 'lower' ? 'faster' : 'slower';
  return null;
}
