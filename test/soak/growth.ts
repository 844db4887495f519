import type { Held } from './figures.ts';

/**
 * The most by which a figure may grow from the end of the warm-up to the end. Memory breathes between collections, so its
 * least figures of either third are compared, and a tenth more is allowed.
 */
const MOST: Record<keyof Held, { more: number; share: number }> = {
  rss: { more: 60, share: 0.1 },
  heap: { more: 30, share: 0.1 },
  external: { more: 20, share: 0.1 },
  connections: { more: 3, share: 0 },
  files: { more: 10, share: 0 },
  threads: { more: 2, share: 0 },
  handles: { more: 10, share: 0 },
};

/** A sentence for each figure that has grown beyond its bound. @param looks the figures after the warm-up, oldest first */
export function grown(looks: readonly Held[]): string[] {
  const third = Math.max(1, Math.floor(looks.length / 3));
  const [first, last] = [looks.slice(0, third), looks.slice(-third)];
  return (Object.keys(MOST) as (keyof Held)[]).flatMap((name) => {
    const [from, to] = [first, last].map((some) => Math.min(...some.map((held) => held[name]))) as [
      number,
      number,
    ];
    const bound = from * (1 + MOST[name].share) + MOST[name].more;
    return to > bound
      ? [`${name} grew from ${from.toFixed(0)} to ${to.toFixed(0)}, beyond ${bound.toFixed(0)}`]
      : [];
  });
}
