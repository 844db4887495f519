import { performance } from 'node:perf_hooks';
import { SOURCE_NAMES } from '../../database/schema/sources.ts';

/**
 * The phases of a refresh, in order. `download` occurs only if a source is an address. Each source has a phase
 * of its own, in which it is read.
 */
const PHASES = ['download', ...SOURCE_NAMES, 'derive', 'fit', 'publish'] as const;

export type Phase = (typeof PHASES)[number];

/** The progress of a refresh. */
export interface Progress {
  phase: Phase;
  /** The share of the whole refresh that is done, 0 to 1. */
  done: number;
}

/**
 * Follows one refresh through its phases. It knows the current phase and its progress, and measures the seconds
 * of each phase by the monotonic clock.
 */
export class PhaseClock {
  /** Seconds by phase, for the phases that have ended. */
  readonly phases: Record<string, number> = {};
  readonly #expected: Readonly<Record<string, number>>;
  readonly #onProgress: (progress: Progress) => void;
  readonly #started = performance.now();
  #current: { phase: Phase; since: number } | null = null;
  #done = 0;

  /**
   * @param expected seconds by phase of an earlier refresh; empty if there was none
   * @param onProgress called when a phase begins and whenever a share of it is reported
   */
  constructor(expected: Readonly<Record<string, number>>, onProgress: (progress: Progress) => void) {
    this.#expected = expected;
    this.#onProgress = onProgress;
  }

  /** Ends the current phase, if there is one, and begins another. */
  begin(phase: Phase): void {
    this.end();
    this.#current = { phase, since: performance.now() };
    this.share(0);
  }

  /**
   * Reports how much of the current phase is done.
   *
   * @param share 0 to 1
   */
  share(share: number): void {
    if (this.#current === null) return;
    const { phase } = this.#current;
    // The reported share must not fall, which it could if this refresh has other phases than the earlier one.
    this.#done = Math.max(this.#done, shareOfWhole(phase, share, this.#expected));
    this.#onProgress({ phase, done: this.#done });
  }

  /** Ends the current phase, if there is one. */
  end(): void {
    if (this.#current === null) return;
    const { phase, since } = this.#current;
    this.phases[phase] = rounded((performance.now() - since) / 1000);
    this.#current = null;
  }

  /** Seconds since the refresh began. */
  get seconds(): number {
    return rounded((performance.now() - this.#started) / 1000);
  }
}

/**
 * The share of the whole refresh that is done, 0 to 1.
 *
 * Each phase counts by the seconds that it took in the earlier refresh. If that refresh did not have the
 * current phase, all phases count the same.
 *
 * @param share the share of the current phase that is done, 0 to 1
 * @param expected seconds by phase of the earlier refresh
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

/** Seconds, rounded to milliseconds. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
