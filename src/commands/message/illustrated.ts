import { ComponentType } from 'discord-api-types/v10';
import type { Picture } from '../contract/picture.ts';
import type { Embed, LayoutReply, Reply, ReplyFile } from '../contract/reply.ts';

/** The name of the file with the picture of a reply. */
export const PICTURE = 'answer.png';

const image = { url: `attachment://${PICTURE}` };

/** The text of a reply, which is complete without its picture. */
export function withoutPicture(reply: Reply): Reply {
  const { picture: _, ...text } = reply;
  return text;
}

/** The reply with its picture as a file, shown at the end; the reply as it is where it has no picture. */
export function illustrated(reply: Reply, data: Uint8Array): Reply {
  const { picture } = reply;
  if (picture === undefined) return reply;
  const file: ReplyFile = { name: PICTURE, data, description: picture.description };
  return { ...withPlace(reply), files: [...reply.files, file] };
}

/** The reply with a place for its picture, the file {@link PICTURE}, at the end; the reply as it is where it has none. */
export function withPlace(reply: Reply): Reply {
  const { picture, ...text } = reply;
  if (picture === undefined) return text;
  if ('layout' in text) return { ...text, layout: withGallery(text.layout, picture) };
  return { ...text, embeds: withImage(text.embeds) };
}

/** The layout with the picture under everything else, so that the buttons stay where they are when it comes. */
function withGallery(layout: LayoutReply['layout'], { description }: Picture): LayoutReply['layout'] {
  return [...layout, { type: ComponentType.MediaGallery, items: [{ media: image, description }] }];
}

/** The embeds with the picture. Below several embeds, it gets one of its own with the footer: it belongs to none of them. */
function withImage(embeds: readonly Embed[]): Embed[] {
  const last = embeds.at(-1);
  if (last === undefined || embeds.length === 1) return [{ ...last, image }];
  const { footer, ...others } = last;
  const own = { color: last.color, image, footer };
  return [...embeds.slice(0, -1), others, own].map((embed) =>
    Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== undefined)),
  );
}
