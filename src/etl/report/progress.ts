import { performance } from 'node:perf_hooks';
import { SOURCE_NAMES } from '../../database/schema/sources.ts';

/** The phases of a refresh, in order: `download` only where a source is an address, and one for each source that is read. */
const PHASES = ['download', ...SOURCE_NAMES, 'derive', 'fit', 'publish'] as const;

export type Phase = (typeof PHASES)[number];

/** How far a refresh is. */
export interface Progress {
  phase: Phase;
  /** Of the whole refresh, 0 to 1. */
  done: number;
}

/** The phases of one refresh: which one it is in, how far, and how many seconds each took by the monotonic clock. */
export class PhaseClock {
  readonly phases: Record<string, number> = {};
  readonly #expected: Readonly<Record<string, number>>;
  readonly #onProgress: (progress: Progress) => void;
  readonly #started = performance.now();
  #current: { phase: Phase; since: number } | null = null;
  #done = 0;

  /**
   * @param expected seconds by phase of an earlier refresh; empty where there was none
   * @param onProgress told when a phase begins, and of each share of it
   */
  constructor(expected: Readonly<Record<string, number>>, onProgress: (progress: Progress) => void) {
    this.#expected = expected;
    this.#onProgress = onProgress;
  }

  begin(phase: Phase): void {
    this.end();
    this.#current = { phase, since: performance.now() };
    this.share(0);
  }

  /** @param share of the phase that is done, 0 to 1 */
  share(share: number): void {
    if (this.#current === null) return;
    const { phase } = this.#current;
    // Where the phases are others than before, a share of the whole may come out smaller than the last one.
    this.#done = Math.max(this.#done, shareOfWhole(phase, share, this.#expected));
    this.#onProgress({ phase, done: this.#done });
  }

  end(): void {
    if (this.#current === null) return;
    const { phase, since } = this.#current;
    this.phases[phase] = rounded((performance.now() - since) / 1000);
    this.#current = null;
  }

  get seconds(): number {
    return rounded((performance.now() - this.#started) / 1000);
  }
}

/**
 * The share of a whole refresh that is done, 0 to 1, when so much of a phase is: by the time that the phases took
 * before; where this one was not timed, each phase counts the same.
 */
export function shareOfWhole(
  phase: Phase,
  share: number,
  expected: Readonly<Record<string, number>>,
): number {
  const weight = (one: Phase) => (expected[phase] === undefined ? 1 : (expected[one] ?? 0));
  const total = PHASES.reduce((sum, one) => sum + weight(one), 0);
  const before = PHASES.slice(0, PHASES.indexOf(phase)).reduce((sum, one) => sum + weight(one), 0);
  return total === 0 ? 0 : (before + weight(phase) * Math.min(1, share)) / total;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
