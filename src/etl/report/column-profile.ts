/** The kinds of value that a raw file's column may hold. */
type Kind = 'text' | 'number' | 'boolean' | 'list' | 'record';

/** Figures about one column of a raw file, before any cleaning. */
export interface ColumnFigures {
  /** The name, such as `price`; or `items.item_id` for a column of the records within a line. */
  column: string;
  /** The number of records that could have a value in this column. */
  records: number;
  /** The number of these records without a value: it is absent, `NaN`, null, an empty text or an empty list. */
  missing: number;
  /** The kinds of its values, the most frequent kind first. */
  kinds: Kind[];
  /**
   * The number of distinct values; null if there are more than {@link MOST_DISTINCT}, and for columns with
   * lists or records.
   */
  distinct: number | null;
  /** The least number; null if the column has no numbers. */
  least: number | null;
  /** The greatest number; null if the column has no numbers. */
  greatest: number | null;
  /** The least length: UTF-16 units of a text, or entries of a list; null if the column has neither. */
  shortest: number | null;
  /** The greatest length, measured in the same way. */
  longest: number | null;
  /** The first few values; empty if they might name a person or hold a person's writing. */
  examples: string[];
}

/** The number of distinct values that are counted in a column. It bounds the memory, however long the file is. */
const MOST_DISTINCT = 250_000;

/**
 * The number of columns that are kept at each level: of the lines, and of the records in all lists within them. It
 * bounds the memory for a file in which every line has other field names.
 */
const MOST_COLUMNS = 60;
/** The number of examples of a column. */
const EXAMPLES = 3;
/** The greatest length of an example, and of the name of a column, in UTF-16 units. A longer one is cut. */
const LONGEST_SHOWN = 60;
/** Whole numbers below this one are looked up in an array instead of the set of distinct values. */
const SMALL = 1 << 17;
/**
 * The greatest length, in UTF-16 units, of a text that is kept as a distinct value. A longer text is probably
 * somebody's writing: only its length, beginning and end are kept, which is enough to tell it from others.
 */
const LONGEST_KEPT = 80;

/** Collects figures about the columns of one raw file, record by record, before any validation or cleaning. */
export class ColumnProfile {
  readonly #root: Level;

  /** @param shown the columns whose values may be shown as examples; those of all others may name a person */
  constructor(shown: readonly string[] = []) {
    this.#root = new Level('', new Set(shown), { left: MOST_COLUMNS }, { left: MOST_COLUMNS });
  }

  /** Notes a record. Lists of records within it have columns of their own. */
  add(record: object): void {
    this.#root.add(record);
  }

  /** The figures of each column, in the order in which the columns were first met. */
  figures(): ColumnFigures[] {
    return this.#root.figures();
  }
}

/** The number of columns that may still be added. */
interface Room {
  left: number;
}

/** The columns of one kind of record: the lines, or the records in a list within the lines. */
class Level {
  readonly #path: string;
  readonly #shown: ReadonlySet<string>;
  readonly #room: Room;
  readonly #roomWithin: Room | null;
  readonly #columns = new Map<string, Column>();
  #records = 0;

  /** @param roomWithin for the columns of records in lists; null if these are not looked into */
  constructor(path: string, shown: ReadonlySet<string>, room: Room, roomWithin: Room | null) {
    this.#path = path;
    this.#shown = shown;
    this.#room = room;
    this.#roomWithin = roomWithin;
  }

  add(record: object): void {
    this.#records++;
    const fields = record as Record<string, unknown>;
    for (const name in fields) {
      let column = this.#columns.get(name);
      if (column === undefined) {
        if (this.#room.left === 0) continue;
        this.#room.left--;
        column = new Column(this.#path + shortened(name), this.#shown, this.#roomWithin);
        this.#columns.set(name, column);
      }
      column.add(fields[name]);
    }
  }

  figures(): ColumnFigures[] {
    return [...this.#columns.values()].flatMap((column) => column.figures(this.#records));
  }
}

/** Collects the figures of one column. */
class Column {
  readonly #name: string;
  readonly #shown: ReadonlySet<string>;
  readonly #isShown: boolean;
  readonly #kinds: Record<Kind, number> = { text: 0, number: 0, boolean: 0, list: 0, record: 0 };
  #distinct: Set<unknown> | null = new Set();
  /**
   * Has a 1 at each small whole number that was met. Most numbers are small, and this lookup takes a fraction
   * of the time that the set takes.
   */
  #smallNumbers: Uint8Array | null = null;
  #least = Number.POSITIVE_INFINITY;
  #greatest = Number.NEGATIVE_INFINITY;
  #shortest = Number.POSITIVE_INFINITY;
  #longest = -1;
  readonly #examples: string[] = [];
  readonly #roomWithin: Room | null;
  #nested: Level | null = null;

  constructor(name: string, shown: ReadonlySet<string>, roomWithin: Room | null) {
    this.#name = name;
    this.#shown = shown;
    this.#roomWithin = roomWithin;
    this.#isShown = shown.has(name);
  }

  add(value: unknown): void {
    if (typeof value === 'string') {
      if (value !== '') this.#addText(value);
    } else if (typeof value === 'number' || typeof value === 'bigint') {
      const number = Number(value);
      if (!Number.isNaN(number)) this.#addNumber(number);
    } else if (typeof value === 'boolean') {
      this.#kinds.boolean++;
      this.#tellApart(value, value);
    } else if (Array.isArray(value)) {
      if (value.length > 0) this.#addList(value);
    } else if (value !== null && value !== undefined) {
      this.#kinds.record++;
    }
  }

  #addText(text: string): void {
    this.#kinds.text++;
    this.#measure(text.length);
    this.#tellApart(
      text.length <= LONGEST_KEPT ? text : `${text.length} ${text.slice(0, 40)}${text.slice(-40)}`,
      text,
    );
  }

  #addNumber(number: number): void {
    this.#kinds.number++;
    if (this.#wasMet(number)) return;
    if (number < this.#least) this.#least = number;
    if (number > this.#greatest) this.#greatest = number;
    this.#tellApart(number, number);
  }

  /** Whether the number is a small whole one that was met before. Notes that it has been met now. */
  #wasMet(number: number): boolean {
    if (!(number >= 0 && number < SMALL && Number.isInteger(number))) return false;
    this.#smallNumbers ??= new Uint8Array(SMALL);
    const met = this.#smallNumbers[number] === 1;
    this.#smallNumbers[number] = 1;
    return met;
  }

  #addList(list: readonly unknown[]): void {
    this.#kinds.list++;
    this.#measure(list.length);
    if (this.#isShown && this.#examples.length < EXAMPLES)
      this.#example(list.slice(0, LONGEST_SHOWN).map(inWords).join(', '));
    if (this.#roomWithin === null) return;
    for (const entry of list) {
      if (typeof entry !== 'object' || entry === null) continue;
      this.#nested ??= new Level(`${this.#name}.`, this.#shown, this.#roomWithin, null);
      this.#nested.add(entry);
    }
  }

  /** Notes the length of a text or a list. */
  #measure(length: number): void {
    if (length < this.#shortest) this.#shortest = length;
    if (length > this.#longest) this.#longest = length;
  }

  /**
   * Notes a value as a distinct one and, if there is room, as an example.
   *
   * @param key what the value is told apart by
   */
  #tellApart(key: string | number | boolean, value: string | number | boolean): void {
    if (this.#distinct === null || this.#distinct.has(key)) return;
    if (this.#isShown && this.#examples.length < EXAMPLES) this.#example(String(value));
    if (this.#distinct.size === MOST_DISTINCT) this.#distinct = null;
    // A short text may be a slice of a whole line, which it would keep in memory. The copy does not.
    else this.#distinct.add(typeof key === 'string' ? Buffer.from(key).toString() : key);
  }

  #example(text: string): void {
    this.#examples.push(shortened(text));
  }

  figures(records: number): ColumnFigures[] {
    const counted = Object.entries(this.#kinds).filter(([, count]) => count > 0) as [Kind, number][];
    const present = counted.reduce((sum, [, count]) => sum + count, 0);
    const finite = (value: number) => (Number.isFinite(value) ? value : null);
    const own: ColumnFigures = {
      column: this.#name,
      records,
      missing: records - present,
      kinds: counted.toSorted((a, b) => b[1] - a[1]).map(([kind]) => kind),
      distinct: this.#kinds.list > 0 || this.#kinds.record > 0 ? null : (this.#distinct?.size ?? null),
      least: finite(this.#least),
      greatest: finite(this.#greatest),
      shortest: finite(this.#shortest),
      longest: this.#longest < 0 ? null : this.#longest,
      examples: this.#examples,
    };
    return [own, ...(this.#nested?.figures() ?? [])];
  }
}

/** An entry of a list. An object or a list within it has no text of its own: what it calls `toString` may be anything. */
function inWords(entry: unknown): string {
  if (Array.isArray(entry)) return '[…]';
  return typeof entry === 'object' && entry !== null ? '{…}' : String(entry);
}

/** The beginning of a text, without what Postgres cannot store. */
function shortened(text: string): string {
  const beginning = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return beginning.toWellFormed().replaceAll('\0', '');
}
