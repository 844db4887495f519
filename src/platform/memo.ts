import { LRUCache } from 'lru-cache';

/**
 * The limits on the values that a memo keeps; unset ones are no limit. A key that is an object is held weakly, and only
 * `whilePending` concerns its value.
 */
export interface Keeping<Key, Made> {
  /** The number of values kept: the most recently used ones. */
  max?: number;
  /** Milliseconds after which a value is forgotten. */
  ttlMs?: number;
  /** The bytes that all values may take together, and the bytes (at least 1) that one of them takes. */
  bytes?: { max: number; of(value: Awaited<Made>, key: Key): number };
  /** Whether a promise is forgotten as soon as it settles, so that only callers who ask meanwhile share it. */
  whilePending?: boolean;
}

interface Kept<Made> {
  made: Made;
  /**
   * The value that the promise `made` resolved to, absent while it is pending; `made` itself where it is no
   * promise.
   */
  value?: Awaited<Made>;
}

interface Store<Made> {
  get(key: unknown): Kept<Made> | undefined;
  set(key: unknown, kept: Kept<Made>): unknown;
  delete(key: unknown): unknown;
}

/**
 * Values by key, each made when it is first asked for and kept for later callers. All callers share a promise while it is
 * pending. A promise that rejects is forgotten, so that the next caller tries again: the database may have been away for a
 * moment. A key that is an object is held weakly, so its value goes when the object does.
 */
export class Memo<Key, Made> {
  readonly #whilePending: boolean;
  readonly #byKey: Store<Made> & { clear(): void };
  #byObject = new WeakMap<object, Kept<Made>>();

  constructor(limits: Keeping<Key, Made> = {}) {
    this.#whilePending = limits.whilePending ?? false;
    this.#byKey = storeWithin(limits);
  }

  /** The value of a key; made now if there is none. */
  once<Own extends Made>(key: Key, make: () => Own): Own {
    const store = this.#storeOf(key);
    const before = store.get(key);
    // One key has one type of value: callers that share a memo put everything that decides the type into the key.
    if (before !== undefined) return before.made as Own;
    const made = make();
    if (!(made instanceof Promise)) {
      store.set(key, { made, value: made as Awaited<Made> });
      return made;
    }
    const pending: Kept<Made> = { made };
    store.set(key, pending);
    // The memo may have been cleared meanwhile, and another value may have taken the place.
    const isKept = () => store.get(key) === pending;
    const forget = () => {
      if (isKept()) store.delete(key);
    };
    const keep = (value: Awaited<Made>) => {
      if (isKept()) store.set(key, { made, value });
    };
    made.then(this.#whilePending ? forget : keep, forget);
    return made;
  }

  /** The value of a key if it has been made; it may be a pending promise. */
  kept(key: Key): Made | undefined {
    return this.#storeOf(key).get(key)?.made;
  }

  /** The value that the promise of a key resolved to, if it has been made and has resolved. */
  settled(key: Key): Awaited<Made> | undefined {
    return this.#storeOf(key).get(key)?.value;
  }

  /** Forgets every value. */
  clear(): void {
    this.#byKey.clear();
    this.#byObject = new WeakMap();
  }

  #storeOf(key: Key): Store<Made> {
    return typeof key === 'object' && key !== null ? (this.#byObject as Store<Made>) : this.#byKey;
  }
}

/** A `Map` where nothing limits the values, else an LRU cache. A pending promise counts as one byte. */
function storeWithin<Key, Made>({ max, ttlMs, bytes }: Keeping<Key, Made>): Store<Made> & { clear(): void } {
  if (max === undefined && ttlMs === undefined && bytes === undefined) return new Map();
  const sizeOf = (kept: Kept<Made>, key: object) =>
    'value' in kept ? bytes!.of(kept.value as Awaited<Made>, key as Key) : 1;
  return new LRUCache<object, Kept<Made>>({
    ...(max === undefined ? {} : { max }),
    ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    ...(bytes === undefined ? {} : { maxSize: bytes.max, sizeCalculation: sizeOf }),
  } as LRUCache.Options<object, Kept<Made>, unknown>) as Store<Made> & { clear(): void };
}

/** A function that makes the value of each key once. */
export interface Memoized<Key, Made> {
  (key: Key): Made;
  /** The value of a key if it has been made; it may be a pending promise. */
  kept(key: Key): Made | undefined;
}

/**
 * The same function with its values kept in a {@link Memo}.
 *
 * @param make takes the key alone, or nothing at all where there is only one value
 */
export function memoized<Key = void, Made = unknown>(
  make: (key: Key) => Made,
  keeping?: Keeping<Key, Made>,
): Memoized<Key, Made> {
  const memo = new Memo<Key, Made>(keeping);
  return Object.assign((key: Key) => memo.once(key, () => make(key)), {
    kept: (key: Key) => memo.kept(key),
  });
}
