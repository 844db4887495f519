import type { Figure, Findings } from './figure.ts';

/** A ratio that moved beyond its spread: the middle halves of its values, before and now, do not overlap. */
interface Move {
  bench: string;
  name: string;
  direction: 'faster' | 'slower';
  before: number;
  now: number;
}

export interface Comparison {
  moves: Move[];
  /** The number of ratios that both runs have. */
  compared: number;
  /** Names of earlier ratios that are gone, although their benchmark ran again. */
  missing: string[];
}

/**
 * Compares two runs and finds the ratios that moved beyond their spread. Times, speeds and memory are not compared, because
 * they hold for one machine at one moment. Benchmarks that ran only once, or on other data, are not compared either.
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

/** The spread, as a share of the value, that is assumed for a figure of one round, which has no spread of its own. */
const UNKNOWN_SPREAD = 0.1;

function moved(before: Figure, now: Figure): Move['direction'] | null {
  const [then, here] = [before, now].map(({ low, high, rounds, median }) =>
    rounds > 1 ? { low, high } : { low: median * (1 - UNKNOWN_SPREAD), high: median * (1 + UNKNOWN_SPREAD) },
  );
  if (here!.low > then!.high) return now.better === 'lower' ? 'slower' : 'faster';
  if (here!.high < then!.low) return now.better === 'lower' ? 'faster' : 'slower';
  return null;
}
