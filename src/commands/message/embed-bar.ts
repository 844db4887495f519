import { type Both, joined, type Markdown, markdown, own, repeated } from '../../../locales/markdown.ts';

const FULL = own('▰');
const EMPTY = own('▱');
const WIDTH = 10;

/** A share, 0 to 1, as a bar; more than nothing shows at least one block. */
export function bar(share: number, width = WIDTH): Both {
  const within = Math.min(1, Math.max(0, share));
  const full = within === 0 ? 0 : Math.max(1, Math.round(within * width));
  return joined([repeated(FULL, full), repeated(EMPTY, width - full)], '');
}

/** A space as wide as a figure. */
const FIGURE_SPACE = own('\u2007');

/** Numbers in words, bold, after as much space as makes them end at the same place in every line. */
export function alignFigures(figures: readonly Markdown[]): Markdown[] {
  const width = Math.max(0, ...figures.map(({ length }) => length));
  return figures.map((text) => markdown`${repeated(FIGURE_SPACE, width - text.length)}**${text}**`);
}

const MEDALS = [own('🥇'), own('🥈'), own('🥉')];

/** The medal of a rank, 1 the best; from 4 on a mark of the same width. */
export function medal(rank: number): Both {
  return MEDALS[rank - 1] ?? own('🔹');
}
