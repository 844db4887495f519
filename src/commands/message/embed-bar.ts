const FULL = '▰';
const EMPTY = '▱';
const WIDTH = 10;

/** A share, 0 to 1, as a bar; more than nothing shows at least one block. */
export function bar(share: number, width = WIDTH): string {
  const within = Math.min(1, Math.max(0, share));
  const full = within === 0 ? 0 : Math.max(1, Math.round(within * width));
  return FULL.repeat(full) + EMPTY.repeat(width - full);
}

/** A space as wide as a figure. */
const FIGURE_SPACE = '\u2007';

/** Numbers in words, bold, after as much space as makes them end at the same place in every line. */
export function alignFigures(figures: readonly string[]): string[] {
  const width = Math.max(0, ...figures.map(({ length }) => length));
  return figures.map((text) => `${FIGURE_SPACE.repeat(width - text.length)}**${text}**`);
}

const MEDALS = ['🥇', '🥈', '🥉'];

/** The medal of a rank, 1 the best; from 4 on a mark of the same width. */
export function medal(rank: number): string {
  return MEDALS[rank - 1] ?? '🔹';
}
