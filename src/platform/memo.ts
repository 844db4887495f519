import { LRUCache } from 'lru-cache';

/** How long values are kept, and how many of them. A key that is an object is held weakly, so only `whilePending` concerns it. */
export interface Keeping<Key, Made> {
  /** The number of values kept, the most recently used ones; unset: all. */
  max?: number;
  /** Milliseconds after which a value is made anew; unset: never. */
  ttlMs?: number;
  /** The number of bytes that all values may take together, and what one of them takes; unset: any number. */
  bytes?: { max: number; of(value: Awaited<Made>, key: Key): number };
  /** A promise is shared by all who ask while it is pending, and forgotten once it is settled. */
  whilePending?: boolean;
}

interface Kept<Made> {
  made: Made;
  /** What a promise resolved to, once it has; a value that is no promise, at once. */
  value?: Awaited<Made>;
}

/** What a memo keeps by key: a `Map`, or an LRU cache that forgets. */
interface Store<Made> {
  get(key: unknown): Kept<Made> | undefined;
  set(key: unknown, kept: Kept<Made>, options?: { size: number }): unknown;
  delete(key: unknown): unknown;
  clear(): void;
}

/**
 * Values by key, each made when it is first asked for and kept for everyone who asks afterwards; while a promise is pending,
 * all callers share it. A promise that rejects is forgotten: the database may have been away for a moment, and the next
 * caller tries again. A key that is an object is held weakly: the value goes when the object does.
 */
export class Memo<Key, Made> {
  readonly #keeping: Keeping<Key, Made>;
  readonly #store: Store<Made>;
  #byObject = new WeakMap<object, Kept<Made>>();

  /** @param keeping a number alone is `max` */
  constructor(keeping: number | Keeping<Key, Made> = {}) {
    this.#keeping = typeof keeping === 'number' ? { max: keeping } : keeping;
    this.#store = storeFor(this.#keeping);
  }

  /** The value of this key, made now if there is none. */
  once<Own extends Made>(key: Key, make: () => Own): Own {
    const store = this.#storeOf(key);
    const before = store.get(key);
    // One key has one type of value: callers that share a memo put all that decides it into the key.
    if (before !== undefined) return before.made as Own;
    const made = make();
    const kept: Kept<Made> = { made };
    store.set(key, kept);
    if (!(made instanceof Promise)) {
      kept.value = made as Awaited<Made>;
      return made;
    }
    const isKept = () => store.get(key) === kept;
    const forget = () => {
      if (isKept()) store.delete(key);
    };
    const { whilePending = false, bytes } = this.#keeping;
    made.then(
      whilePending
        ? forget
        : (value: Awaited<Made>) => {
            kept.value = value;
            if (bytes !== undefined && isKept()) store.set(key, { ...kept }, { size: bytes.of(value, key) });
          },
      forget,
    );
    return made;
  }

  /** The value of this key if it was made already. */
  kept(key: Key): Made | undefined {
    return this.#storeOf(key).get(key)?.made;
  }

  /** What the promise of this key resolved to, if it was made and has resolved already. */
  settled(key: Key): Awaited<Made> | undefined {
    return this.#storeOf(key).get(key)?.value;
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

/** A byte is what a value counts for while it is being made. */
function storeFor<Made>({ max, ttlMs, bytes }: Keeping<never, Made>): Store<Made> {
  if (max === undefined && ttlMs === undefined && bytes === undefined) return new Map();
  return new LRUCache<object, Kept<Made>>({
    ...(max === undefined ? {} : { max }),
    ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    ...(bytes === undefined ? {} : { maxSize: bytes.max, sizeCalculation: () => 1 }),
  } as LRUCache.Options<object, Kept<Made>, unknown>) as Store<Made>;
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
 * @param keeping how long and how many; a number alone is the most values kept
 */
export function memoized<Made>(make: () => Made, keeping?: Keeping<void, Made>): Memoized<void, Made>;
export function memoized<Key, Made>(
  make: (key: Key) => Made,
  keeping?: number | Keeping<Key, Made>,
): Memoized<Key, Made>;
export function memoized<Key, Made>(
  make: (key: Key) => Made,
  keeping?: number | Keeping<Key, Made>,
): Memoized<Key, Made> {
  const memo = new Memo<Key, Made>(keeping);
  return Object.assign((key: Key) => memo.once(key, () => make(key)), {
    kept: (key: Key) => memo.kept(key),
  });
}
