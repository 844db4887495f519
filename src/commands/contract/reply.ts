import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { Picture } from './picture.ts';

/** A file that a reply brings along; an embed shows it as `attachment://<name>`. */
export interface ReplyFile {
  name: string;
  data: Uint8Array;
  /** What it shows, for who cannot see it; at most 1,024 characters. */
  description: string;
}

/** What is said in answer to a question: Discord's own message JSON, without what every reply has (no mentions). */
export interface Reply {
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
  files: ReplyFile[];
  /** Who sends it draws it, and makes a file of it: see `illustrated`. */
  picture?: Picture;
}

/** Who sees a reply: everyone in the channel, or the asker alone. */
export type Visibility = 'public' | 'ephemeral';
