import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord-api-types/v10';

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
}

/** Who sees a reply: everyone in the channel, or the asker alone. */
export type Visibility = 'public' | 'ephemeral';
