import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Embed } from '../contract/reply.ts';
import { type Origin, originLine } from './origin-line.ts';

export type Footer = Required<Pick<Embed, 'footer'>>;

/** The footer of a reply, one line: see {@link originLine}. */
export function footer(amount: Plain, origin: Origin, dataSet: DataSet, words: Words): Footer {
  return { footer: { text: originLine(amount, origin, dataSet, words) } };
}

/** The embeds of a reply, the last of them with the footer. */
export function underlined(under: Footer, embeds: readonly Embed[]): Embed[] {
  return embeds.map((embed, place) => (place === embeds.length - 1 ? { ...embed, ...under } : embed));
}
