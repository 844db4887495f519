import { joined, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Embed } from '../contract/reply.ts';
import { dataSetNotes } from './rests-on.ts';

export type Footer = Required<Pick<Embed, 'footer'>>;

/** What stands under a reply: what the answer rests on, the data set's span, and whether it is invented. */
export function footer(notes: readonly Plain[], { summary }: DataSet, words: Words): Footer {
  return { footer: { text: joined([...notes, ...dataSetNotes(summary, words)], ' ') } };
}

/** The embeds of a reply with its footer under the last of them. */
export function underlined(under: Footer, embeds: readonly Embed[]): Embed[] {
  return embeds.map((embed, place) => (place === embeds.length - 1 ? { ...embed, ...under } : embed));
}
