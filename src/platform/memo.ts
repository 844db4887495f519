import { LRUCache } from 'lru-cache';

/** What a memo keeps by key: a `Map`, or an LRU cache that forgets. */
interface Store<Made> {
  get(key: unknown): { made: Made } | undefined;
  set(key: unknown, kept: { made: Made }): unknown;
  delete(key: unknown): unknown;
  clear(): void;
}

/**
 * Values by key, each made when it is first asked for and kept for everyone who asks afterwards; while a promise is pending,
 * all callers share it. A promise that rejects is forgotten: the database may have been away for a moment, and the next
 * caller tries again. A key that is an object is held weakly: the value goes when the object does.
 */
export class Memo<Key, Made> {
  readonly #store: Store<Made>;
  #byObject = new WeakMap<object, { made: Made }>();

  /** @param max the number of values kept, the most recently used ones; unset: all */
  constructor(max?: number) {
    this.#store = max === undefined ? new Map() : new LRUCache({ max });
  }

  /** The value of this key, made now if there is none. */
  once<Own extends Made>(key: Key, make: () => Own): Own {
    const store = this.#storeOf(key);
    const before = store.get(key as object);
    // One key has one type of value: callers that share a memo put all that decides it into the key.
    if (before !== undefined) return before.made as Own;
    const made = make();
    const kept = { made };
    store.set(key as object, kept);
    if (made instanceof Promise) {
      made.catch(() => {
        if (store.get(key as object) === kept) store.delete(key as object);
      });
    }
    return made;
  }

  /** The value of this key if it was made already. */
  kept(key: Key): Made | undefined {
    return this.#storeOf(key).get(key as object)?.made;
  }

  /** Forgets every value. */
  clear(): void {
    this.#store.clear();
    this.#byObject = new WeakMap();
  }

  #storeOf(key: Key): Pick<Store<Made>, 'get' | 'set' | 'delete'> {
    return typeof key === 'object' && key !== null
      ? (this.#byObject as Pick<Store<Made>, 'get' | 'set' | 'delete'>)
      : this.#store;
  }
}

/** A function that works out each value once. */
export interface Memoized<Key, Made> {
  (key: Key): Made;
  /** The value of this key if it was made already. */
  kept(key: Key): Made | undefined;
}

/**
 * The same function with its values kept in a {@link Memo}.
 *
 * @param max the number of values kept, the most recently used ones; unset: all
 */
export function memoized<Made>(make: () => Made): Memoized<void, Made>;
export function memoized<Key, Made>(make: (key: Key) => Made, max?: number): Memoized<Key, Made>;
export function memoized<Key, Made>(make: (key: Key) => Made, max?: number): Memoized<Key, Made> {
  const memo = new Memo<Key, Made>(max);
  return Object.assign((key: Key) => memo.once(key, () => make(key)), {
    kept: (key: Key) => memo.kept(key),
  });
}
