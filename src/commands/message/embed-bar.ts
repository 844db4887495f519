import { type Both, joined, type Markdown, markdown, own, repeated } from '../../../locales/markdown.ts';

const FULL = own('▰');
const EMPTY = own('▱');
/** The number of blocks in a bar. */
const WIDTH = 10;

/** A share, 0 to 1, as a bar of `width` blocks. Any share above 0 shows at least one full block. */
export function bar(share: number, width = WIDTH): Both {
  const within = Math.min(1, Math.max(0, share));
  const full = within === 0 ? 0 : Math.max(1, Math.round(within * width));
  return joined([repeated(FULL, full), repeated(EMPTY, width - full)], '');
}

/** A space with the width of a digit. */
const FIGURE_SPACE = own('\u2007');

/** Figures in bold, each after enough space that all of them end at the same place in their lines. */
export function alignFigures(figures: readonly Markdown[]): Markdown[] {
  const width = Math.max(0, ...figures.map(({ length }) => length));
  return figures.map((text) => markdown`${repeated(FIGURE_SPACE, width - text.length)}**${text}**`);
}

const MEDALS = [own('🥇'), own('🥈'), own('🥉')];

/** The medal of a rank from 1, the best; from rank 4 on, a mark of the same width. */
export function medal(rank: number): Both {
  return MEDALS[rank - 1] ?? own('🔹');
}
