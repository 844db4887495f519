import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';

/**
 * The users of a data set. Each gets a key, 0, 1, 2 …, in the order in which the sources name them, so that the
 * large tables hold a number instead of a name.
 */
export class Users {
  readonly #keys = new Map<string, number>();
  readonly #libraries = new Map<number, { itemsCount: number | null; complete: boolean }>();

  /** The number of users that are in the table already. They have the lowest keys. */
  #loaded = 0;

  /**
   * The users of a filled table `users`.
   *
   * @param userIds in the order of their keys
   */
  static from(userIds: readonly string[]): Users {
    const users = new Users();
    for (const userId of userIds) users.keyOf(userId);
    users.#loaded = users.size;
    return users;
  }

  /** The number of users, which is the next free key. */
  get size(): number {
    return this.#keys.size;
  }

  /** The key of a user. A new user gets the next free one. */
  keyOf(userId: string): number {
    let key = this.#keys.get(userId);
    if (key === undefined) {
      key = this.#keys.size;
      this.#keys.set(userId, key);
    }
    return key;
  }

  /** Whether a library of this user was already read. */
  hasLibrary(key: number): boolean {
    return this.#libraries.has(key);
  }

  /**
   * Notes the counts of a user's library. If the source has several libraries of one user, the last one counts.
   *
   * @param itemsCount the number of games that Steam counts; null if unknown
   * @param itemsListed the number of games that the source lists
   */
  setLibrary(key: number, itemsCount: number | null, itemsListed: number): void {
    this.#libraries.set(key, { itemsCount, complete: itemsCount === itemsListed });
  }

  /** Writes the users that are not there yet into the table `users`. */
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
