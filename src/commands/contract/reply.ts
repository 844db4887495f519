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

/** Discord's embed, whose texts are of the types that only escaping produces. */
export interface Embed extends Pick<APIEmbed, 'color' | 'url' | 'image' | 'thumbnail'> {
  title?: Markdown;
  description?: Markdown;
  fields?: EmbedField[];
  footer?: { text: Plain };
}

/** A button that asks something. */
export interface Button extends APIButtonComponentWithCustomId {
  label: Plain;
}

/** A menu, one of whose options becomes part of a question. */
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

/** A file that a reply brings along. */
export interface ReplyFile extends SentFile {
  description: Plain;
}

/** The answer to a question, before and after `fitReply`: Discord's own message JSON, without the parts that every reply has (no mentions). */
export interface Reply {
  embeds: Embed[];
  components: Row[];
  files: ReplyFile[];
  /** Drawn by the sender of the reply, and made a file of it: see `illustrated`. */
  picture?: Picture;
}

/** A reply as its senders see it: JSON, whose texts have been written already. */
export interface SentReply {
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
  files: SentFile[];
  picture?: Omit<Picture, 'description'> & { description: string };
}

/** The people that see a reply: everyone in the channel, or the asker alone. */
export type Visibility = 'public' | 'ephemeral';
