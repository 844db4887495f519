import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';

/**
 * The users of a data set. Each gets a number of its own, 0, 1, 2 …, in the order in which the files
 * name them, so that the large tables hold a number instead of a name.
 */
export class Users {
  readonly #keys = new Map<string, number>();
  readonly #libraries = new Map<number, { itemsCount: number | null; complete: boolean }>();

  /** Those that are in the table already: the first keys. */
  #loaded = 0;

  /** The users of the table `users`, as they stand there in the order of their keys. */
  static from(userIds: readonly string[]): Users {
    const users = new Users();
    for (const userId of userIds) users.keyOf(userId);
    users.#loaded = users.size;
    return users;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** The user's number; a new one for a new user. */
  keyOf(userId: string): number {
    let key = this.#keys.get(userId);
    if (key === undefined) {
      key = this.#keys.size;
      this.#keys.set(userId, key);
    }
    return key;
  }

  /** Whether a library of this user was read before. */
  hasLibrary(key: number): boolean {
    return this.#libraries.has(key);
  }

  /** Notes the user's library; where a line is repeated, the last one counts. */
  setLibrary(key: number, itemsCount: number | null, itemsListed: number): void {
    this.#libraries.set(key, { itemsCount, complete: itemsCount === itemsListed });
  }

  /** Writes those that are not there yet into the table `users`. */
  async load(sql: Connection): Promise<void> {
    await copyInto(sql, 'users', ['key', 'user_id', 'items_count', 'complete'], async (copy) => {
      for (const [userId, key] of this.#keys) {
        if (key < this.#loaded) continue;
        const library = this.#libraries.get(key);
        copy.add([key, userId, library?.itemsCount ?? null, library?.complete ?? false]);
        await copy.flush();
      }
    });
    this.#loaded = this.size;
  }
}
