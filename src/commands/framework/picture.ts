import type { APIEmbed } from 'discord-api-types/v10';
import type { Words } from '../../../locales/words.ts';
import type { Chart } from '../../charts/chart.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { Reply } from './reply.ts';

/** An answer as a picture, before it is drawn. The reply is whole without it. */
export interface Picture {
  chart: Chart;
  /** What it shows, in words, for who cannot see it. */
  description: string;
}

/** Draws a chart as a PNG; null where that fails or takes too long. */
export type DrawPicture = (chart: Chart) => Promise<Uint8Array | null>;

const NAME = 'answer.png';

/** The reply with its picture as a file, shown at its end; the text alone where there is none, or it cannot be drawn. */
export async function illustrated(reply: Reply, draw: DrawPicture): Promise<Reply> {
  const { picture, ...text } = reply;
  const last = text.embeds.at(-1);
  if (picture === undefined || last === undefined) return text;
  const data = await draw(picture.chart);
  if (data === null) return text;
  const file = { name: NAME, data, description: picture.description };
  return { ...text, embeds: withImage(text.embeds, last), files: [...text.files, file] };
}

/** Beneath several embeds the picture is shown in its own, which takes the footer over: it belongs to none of them. */
function withImage(embeds: readonly APIEmbed[], last: APIEmbed): APIEmbed[] {
  const image = { url: `attachment://${NAME}` };
  if (embeds.length === 1) return [{ ...last, image }];
  const { footer, ...others } = last;
  const own = { color: last.color, image, footer };
  return [...embeds.slice(0, -1), others, own].map((embed) =>
    Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== undefined)),
  );
}

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
