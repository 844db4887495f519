import { mulberry32 } from '../../src/platform/mulberry32.ts';

/**
 * Numbers that look random and are the same on every machine. They use only integer arithmetic and the four operations,
 * because results of `Math.pow`, `Math.log` and the like may differ in their last bit between engines.
 */
export class Random {
  /** The next number, from 0 up to but not including 1. */
  readonly next: () => number;

  /**
   * @param label the name of the stream; a stream for each purpose keeps changes of one part of the sample from all others
   */
  constructor(label: string) {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (const character of label) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    this.next = mulberry32(hash >>> 0);
  }

  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the values, all equally likely. */
  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** The index of one of the weights, drawn in proportion to them. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** Up to `count` different values, in random order. */
  some<T>(values: readonly T[], count: number): T[] {
    const rest = [...values];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) {
      drawn.push(rest.splice(Math.floor(this.next() * rest.length), 1)[0]!);
    }
    return drawn;
  }

  /** A value drawn from the distribution with these quantiles (`[share, value]`, shares from 0 to 1), linear in between. */
  quantile(table: readonly (readonly [number, number])[]): number {
    const share = this.next();
    for (let i = 1; i < table.length; i++) {
      const [lowShare, low] = table[i - 1]!;
      const [highShare, high] = table[i]!;
      if (share <= highShare) return low + ((high - low) * (share - lowShare)) / (highShare - lowShare);
    }
    return table[table.length - 1]![1];
  }
}
