/** Something that a person did and that is written down. */
export interface StoredAction {
  at: Date;
  /** The server in which they did it. */
  guildId: string | null;
  /** What: `refresh`, `cancel`. */
  action: string;
}

/** What is written down of people who use the bot in Discord; made by whoever starts the program. */
export interface PersonalData {
  /** All of somebody, the earliest first. @param userId Discord's id */
  of(userId: string): Promise<StoredAction[]>;
  /** Deletes all of somebody. @returns how many actions it was */
  erase(userId: string): Promise<number>;
}
