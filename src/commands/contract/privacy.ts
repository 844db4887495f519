/** An action of a person that is stored. */
export interface StoredAction {
  at: Date;
  /** The id of the server in which it happened; null outside of servers. */
  guildId: string | null;
  /** The kind of action, such as `refresh` or `cancel`. */
  action: string;
}

/** Everything that is stored about a person. */
export interface StoredData {
  /** The person's actions as a moderator, earliest first. */
  actions: readonly StoredAction[];
  /** Rows of other kinds, by kind. A kind without rows is left out. */
  others: Readonly<Record<string, readonly object[]>>;
}

/** The stored data about people who use the bot in Discord; `src/program` provides it. */
export interface PersonalData {
  /** Everything about one person. @param userId Discord's id */
  of(userId: string): Promise<StoredData>;
  /** Deletes everything about one person. @returns the number of deleted actions */
  erase(userId: string): Promise<number>;
}
