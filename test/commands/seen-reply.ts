import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Picture } from '../../src/commands/contract/picture.ts';
import type {
  Embed,
  InContainer,
  Reply,
  ReplyFile,
  Row,
  TopLevelComponent,
} from '../../src/commands/contract/reply.ts';

/** A reply as a test looks at it, whether it is made of embeds or of a layout. */
export interface SeenReply {
  /** None of a layout. */
  embeds: Embed[];
  /** The rows of buttons and menus, of a layout at any depth. */
  components: Row[];
  /** The components of a layout; absent where the reply is made of embeds. */
  layout?: TopLevelComponent[];
  files: ReplyFile[];
  picture?: Picture;
}

/** A reply as a test looks at it. */
export function seenReply(reply: Reply): SeenReply {
  const { files, picture } = reply;
  const others = { files, ...(picture === undefined ? {} : { picture }) };
  if (!('layout' in reply)) return { ...others, embeds: reply.embeds, components: reply.components };
  const rows = innerOf(reply.layout).filter((one) => one.type === ComponentType.ActionRow);
  return { ...others, embeds: [], components: rows, layout: reply.layout };
}

/** The components of a layout, those of its containers among them. */
function innerOf(layout: readonly TopLevelComponent[] = []): InContainer[] {
  return layout.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
}

/** The texts of a layout in their order. */
export function layoutTexts({ layout }: Pick<SeenReply, 'layout'>): string[] {
  return innerOf(layout).flatMap((one) => {
    if (one.type === ComponentType.TextDisplay) return [one.content];
    return one.type === ComponentType.Section ? one.components.map(({ content }) => content) : [];
  });
}

/** The addresses of all pictures of a layout. */
export function layoutPictures({ layout }: Pick<SeenReply, 'layout'>): string[] {
  return innerOf(layout).flatMap((one) => {
    if (one.type === ComponentType.MediaGallery) return one.items.map(({ media }) => media.url);
    if (one.type !== ComponentType.Section || one.accessory.type !== ComponentType.Thumbnail) return [];
    return [one.accessory.media.url];
  });
}

/** The parts of a list of picks: its heading, the text of each pick, and the line under them. */
export function picksOf(reply: SeenReply): { heading: string; picks: string[]; footer: string } {
  const texts = layoutTexts(reply);
  // Beside a picture stands the title alone, and the notes come after it.
  const first = Math.max(
    1,
    texts.findIndex((text) => /^\*\*\d+ · /.test(text)),
  );
  return {
    heading: texts.slice(0, first).join('\n'),
    picks: texts.slice(first, -1),
    footer: texts.at(-1) ?? '',
  };
}

/** The body of the message that shows the reply, as far as limits concern it, with the flags that it needs. */
export function bodyOfSeen({ embeds, components, layout }: SeenReply): {
  body: { embeds?: Embed[]; components: unknown[] };
  flags: number;
} {
  if (layout === undefined) return { body: { embeds, components }, flags: 0 };
  return { body: { components: layout }, flags: MessageFlags.IsComponentsV2 };
}
