/** Who asks, and from where. */
export interface Asker {
  /** Discord's id of the person; in the preview and in the terminal a name that no id is. */
  userId: string;
  /** Discord's locale, such as `es-ES`. */
  locale: string;
  /** The server, or null in direct messages. */
  guildId: string | null;
  /** Whether the channel is age-restricted. */
  ageRestricted: boolean;
  /** Whether Discord says that they may manage the server. */
  mayManageGuild: boolean;
}
