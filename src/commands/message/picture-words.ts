import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';

/** What stands under a picture: how much it rests on, and where that is from. */
export function pictureSource(restsOn: string, { summary }: DataSet, words: Words): string {
  const { span, invented } = summary;
  const from = span?.from.slice(0, 4);
  const to = span?.to.slice(0, 4);
  const parts = [
    restsOn,
    ...(from === undefined || to === undefined ? [] : [words.text('picture.source', { from, to })]),
    ...(invented ? [words.text('picture.invented')] : []),
  ];
  return parts.join(' · ');
}

/** Names with their counts, in words: `Portal 2: 1,234; Terraria: 987`. */
export function countsInWords(bars: readonly { name: string; value: number }[], words: Words): string {
  return bars.map(({ name, value }) => `${name}: ${words.number(value)}`).join('; ');
}
