import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APISelectMenuOption,
  APIStringSelectComponent,
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

/** A file that is sent with a reply; an embed shows it as `attachment://<name>`. */
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

/**
 * The answer to a question as Discord's own message JSON, before and after `fitReply`. It lacks the parts that are the same
 * in every reply, such as the ban on mentions.
 */
export interface Reply {
  embeds: Embed[];
  components: Row[];
  files: ReplyFile[];
  /** A picture that the sender of the reply draws and adds as a file: see `illustrated`. */
  picture?: Picture;
}

/** A reply as its senders see it: plain JSON, in which texts are strings. */
export interface SentReply {
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
  files: SentFile[];
  picture?: Omit<Picture, 'description'> & { description: string };
}

/** The people that see a reply: everyone in the channel, or the asker alone. */
export type Visibility = 'public' | 'ephemeral';
