import { joined, type Plain, plain, plainLine } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';

/**
 * The line under a picture: the amount and the origin of the data behind it.
 *
 * @param restsOn the amount, such as `1,234 reviews`
 */
export function pictureSource(restsOn: Plain, { summary }: DataSet, words: Words): Plain {
  const { span, invented } = summary;
  const from = span?.from.slice(0, 4);
  const to = span?.to.slice(0, 4);
  const parts = [
    restsOn,
    ...(from === undefined || to === undefined
      ? []
      : [words.plain('picture.source', { from: plainLine(from), to: plainLine(to) })]),
    ...(invented ? [words.plain('picture.invented')] : []),
  ];
  return joined(parts, ' · ');
}

/** Names with their figures, as a text: `Portal 2: 1,234; Terraria: 987`. A figure has one decimal at most. */
export function countsInWords(bars: readonly { name: Plain; value: number }[], words: Words): Plain {
  return joined(
    bars.map(({ name, value }) => plain`${name}: ${words.number(value, 1)}`),
    '; ',
  );
}
