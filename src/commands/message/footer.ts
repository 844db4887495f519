import { joined, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Embed } from '../contract/reply.ts';
import { dataSetNotes } from './rests-on.ts';

export type Footer = Required<Pick<Embed, 'footer'>>;

/**
 * The footer of a reply: the data behind the answer, the time span of the reviews, and whether the data is invented.
 *
 * @param from the kind of data that the answer comes from; one from libraries says nothing of reviews
 */
export function footer(
  notes: readonly Plain[],
  { summary }: DataSet,
  words: Words,
  from: 'reviews' | 'libraries' = 'reviews',
): Footer {
  const used = from === 'reviews' ? summary : { ...summary, span: null };
  return { footer: { text: joined([...notes, ...dataSetNotes(used, words)], ' ') } };
}

/** The embeds of a reply, the last of them with the footer. */
export function underlined(under: Footer, embeds: readonly Embed[]): Embed[] {
  return embeds.map((embed, place) => (place === embeds.length - 1 ? { ...embed, ...under } : embed));
}
