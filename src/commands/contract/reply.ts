import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIButtonComponentWithCustomId,
  APIContainerComponent,
  APIEmbed,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMediaGalleryItem,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISelectMenuOption,
  APISeparatorComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import type { Markdown, Plain } from '../../../locales/markdown.ts';
import type { Picture } from './picture.ts';

/** A part of an embed with a heading of its own. */
export interface EmbedField {
  name: Markdown;
  value: Markdown;
  inline?: boolean;
}

/** Discord's embed. Its texts are of the types that only escaping produces, so unescaped names do not compile. */
export interface Embed extends Pick<APIEmbed, 'color' | 'url' | 'image' | 'thumbnail'> {
  title?: Markdown;
  description?: Markdown;
  fields?: EmbedField[];
  footer?: { text: Plain };
}

/** A button that asks a question. */
export interface Button extends APIButtonComponentWithCustomId {
  label: Plain;
}

/** A menu: the chosen option becomes part of a question. */
interface Menu extends APIStringSelectComponent {
  placeholder: Plain;
  options: MenuOption[];
}

export interface MenuOption extends APISelectMenuOption {
  label: Plain;
  description?: Plain;
}

export type Row = APIActionRowComponent<Button | Menu>;

/** A text of a layout. */
export interface TextDisplay extends APITextDisplayComponent {
  content: Markdown;
}

/** A small picture beside the texts of a section. */
interface Thumbnail extends APIThumbnailComponent {
  description?: Plain;
}

/** One to three texts with a small picture or a button beside them. */
interface Section extends APISectionComponent {
  components: TextDisplay[];
  accessory: Thumbnail | Button;
}

/** Pictures in the full width of a message. */
interface MediaGallery extends APIMediaGalleryComponent {
  items: (APIMediaGalleryItem & { description?: Plain })[];
}

/** A file of the reply that is shown for download. */
export type FileShown = APIFileComponent;

/** A component that a container may hold. */
export type InContainer = TextDisplay | FileShown | Section | MediaGallery | APISeparatorComponent | Row;

/** A frame around components, with a stripe of colour at its side. */
export interface Container extends APIContainerComponent {
  components: InContainer[];
}

/** A component at the top level of a layout. */
export type TopLevelComponent = InContainer | Container;

/** A file that is sent with a reply; an embed or a layout shows it as `attachment://<name>`. */
export interface SentFile {
  name: string;
  data: Uint8Array;
  /** The content in words, for people who cannot see it; at most 1,024 characters. */
  description: string;
}

/** A file of a reply. */
export interface ReplyFile extends SentFile {
  description: Plain;
}

/** A reply made of embeds, with rows of buttons under them. */
export interface EmbedReply {
  embeds: Embed[];
  components: Row[];
  files: ReplyFile[];
  /** A picture that the sender of the reply draws and adds as a file: see `illustrated`. */
  picture?: Picture;
}

/** A reply made of layout components (Discord's Components V2), which may stand in any order. */
export interface LayoutReply {
  layout: TopLevelComponent[];
  files: ReplyFile[];
  /** The ids of the users whom a mention in the texts notifies; unset: nobody. */
  mentions?: string[];
  /** A picture that the sender of the reply draws and adds as a file: see `illustrated`. */
  picture?: Picture;
}

/**
 * The answer to a question as Discord's own message JSON, before and after `fitReply`. It lacks the parts that are the same
 * in every reply. A message that has shown a layout can never show embeds again: see `asLayout`.
 */
export type Reply = EmbedReply | LayoutReply;

type SentPicture = Omit<Picture, 'description'> & { description: string };

/** A reply with embeds as its senders see it: plain JSON, in which texts are strings. */
export interface SentEmbeds {
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
  files: SentFile[];
  picture?: SentPicture;
}

/** A layout as its senders see it: plain JSON, in which texts are strings. */
export interface SentLayout {
  layout: APIMessageTopLevelComponent[];
  files: SentFile[];
  mentions?: string[];
  picture?: SentPicture;
}

/** A reply as its senders see it. */
export type SentReply = SentEmbeds | SentLayout;

/** The people that see a reply: everyone in the channel, or the asker alone. */
export type Visibility = 'public' | 'ephemeral';
