import { mulberry32 } from '../../src/platform/mulberry32.ts';

/**
 * Numbers that look random and are the same on every machine: integer arithmetic and the four operations only, because
 * `Math.pow`, `Math.log` and the like may differ in their last bit from one engine to the next.
 */
export class Random {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;

  /** @param label one stream a purpose, so that a change to one part of the sample leaves the others as they were */
  constructor(label: string) {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (const character of label) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    this.next = mulberry32(hash >>> 0);
  }

  /** Whether something with this probability happens. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of the values, each as likely as the next. */
  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** The place of one of the weights, each as likely as it is heavy. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** Up to `count` different values, in the order drawn. */
  some<T>(values: readonly T[], count: number): T[] {
    const rest = [...values];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) {
      drawn.push(rest.splice(Math.floor(this.next() * rest.length), 1)[0]!);
    }
    return drawn;
  }

  /** A value of the distribution with these quantiles (`[share, value]`, rising from share 0 to 1), straight between them. */
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
