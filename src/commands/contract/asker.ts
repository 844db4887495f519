/** The person who asks, and the place. */
export interface Asker {
  /** The person's Discord id; in the preview and in the terminal, a name that cannot be an id. */
  userId: string;
  /** Discord's locale, such as `es-ES`. */
  locale: string;
  /** The server's id; null in direct messages. */
  guildId: string | null;
  /** Whether the channel is age-restricted. */
  ageRestricted: boolean;
  /** Whether the asker may manage the server, by Discord's permissions. */
  mayManageGuild: boolean;
}
