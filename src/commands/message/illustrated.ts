import type { DrawPicture } from '../contract/picture.ts';
import type { Embed, Reply } from '../contract/reply.ts';

const NAME = 'answer.png';

/** The reply with its picture as a file, shown at the end; only the text where there is no picture, or drawing it fails. */
export async function illustrated(reply: Reply, draw: DrawPicture): Promise<Reply> {
  const { picture, ...text } = reply;
  const last = text.embeds.at(-1);
  if (picture === undefined || last === undefined) return text;
  const data = await draw(picture.chart);
  if (data === null) return text;
  const file = { name: NAME, data, description: picture.description };
  return { ...text, embeds: withImage(text.embeds, last), files: [...text.files, file] };
}

/** The embeds with the picture. Below several embeds, it gets one of its own with the footer: it belongs to none of them. */
function withImage(embeds: readonly Embed[], last: Embed): Embed[] {
  const image = { url: `attachment://${NAME}` };
  if (embeds.length === 1) return [{ ...last, image }];
  const { footer, ...others } = last;
  const own = { color: last.color, image, footer };
  return [...embeds.slice(0, -1), others, own].map((embed) =>
    Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== undefined)),
  );
}
