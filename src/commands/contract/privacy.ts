/** Something that a person did and that is written down. */
export interface StoredAction {
  at: Date;
  /** The server in which they did it. */
  guildId: string | null;
  /** What: `refresh`, `cancel`. */
  action: string;
}

/** All that is stored about a person. */
export interface StoredData {
  /** What they did as a moderator, the earliest first. */
  actions: readonly StoredAction[];
  /** Rows of other kinds, by kind; no kind is without rows. */
  others: Readonly<Record<string, readonly object[]>>;
}

/** What is written down of people who use the bot in Discord; made by whoever starts the program. */
export interface PersonalData {
  /** All of somebody. @param userId Discord's id */
  of(userId: string): Promise<StoredData>;
  /** Deletes all of somebody. @returns how many actions it was */
  erase(userId: string): Promise<number>;
}
