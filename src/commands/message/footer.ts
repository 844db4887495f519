import type { APIEmbed } from 'discord-api-types/v10';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import { dataSetNotes } from './rests-on.ts';

export type Footer = Required<Pick<APIEmbed, 'footer'>>;

/** What stands under a reply: what the answer rests on, the data set's span, and whether it is invented. */
export function footer(notes: readonly string[], { summary }: DataSet, words: Words): Footer {
  return { footer: { text: [...notes, ...dataSetNotes(summary, words)].join(' ') } };
}

/** The embeds of a reply with its footer under the last of them. */
export function underlined(under: Footer, embeds: readonly APIEmbed[]): APIEmbed[] {
  return embeds.map((embed, place) => (place === embeds.length - 1 ? { ...embed, ...under } : embed));
}
