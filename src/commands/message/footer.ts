import { joined, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Embed } from '../contract/reply.ts';
import { dataSetNotes } from './rests-on.ts';

export type Footer = Required<Pick<Embed, 'footer'>>;

/** The footer of a reply: the data behind the answer, the time span of the data set, and whether the data is invented. */
export function footer(notes: readonly Plain[], { summary }: DataSet, words: Words): Footer {
  return { footer: { text: joined([...notes, ...dataSetNotes(summary, words)], ' ') } };
}

/** The embeds of a reply, the last of them with the footer. */
export function underlined(under: Footer, embeds: readonly Embed[]): Embed[] {
  return embeds.map((embed, place) => (place === embeds.length - 1 ? { ...embed, ...under } : embed));
}
