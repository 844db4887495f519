/** The kinds of value that a raw file's column may hold. */
type Kind = 'text' | 'number' | 'boolean' | 'list' | 'record';

/** What a column of a raw file is like before anything is cleaned. */
export interface ColumnFigures {
  /** `price`, or `items.item_id` for a column of the records within a line. */
  column: string;
  /** Records that could have it. */
  records: number;
  /** Of those, without it: it is absent, `NaN`, null, an empty text or an empty list. */
  missing: number;
  /** The kinds of its values, the most frequent first. */
  kinds: Kind[];
  /** Distinct values; null where there are more than {@link MOST_DISTINCT}, and for lists, which have none. */
  distinct: number | null;
  /** The least and the greatest number; null where none of its values is one. */
  least: number | null;
  greatest: number | null;
  /** Characters of the shortest and longest text, or entries of lists; null where none of its values is either. */
  shortest: number | null;
  longest: number | null;
  /** The first few values; none where they might name a person or hold what somebody wrote. */
  examples: string[];
}

/** So many distinct values of a column are told apart: memory stays bounded, however long the file. */
const MOST_DISTINCT = 250_000;

/** A file whose lines all have other names has no columns: so many are kept. */
const MOST_COLUMNS = 60;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;
/** Whole numbers below this are looked up by themselves. */
const SMALL = 1 << 17;
/** Longer texts are told apart by their length, beginning and end: they are what people wrote, and are not kept. */
const LONGEST_KEPT = 80;

/** The columns of one raw file as they are met, record by record, before anything is validated or cleaned. */
export class ColumnProfile {
  readonly #root: Level;

  /** @param shown the columns whose values are shown as they are; those of all others may name a person */
  constructor(shown: readonly string[] = []) {
    this.#root = new Level('', new Set(shown));
  }

  /** Notes a record; lists of records within it have columns of their own. */
  add(record: object): void {
    this.#root.add(record);
  }

  /** Each column, in the order in which it was first met. */
  figures(): ColumnFigures[] {
    return this.#root.figures();
  }
}

/** Records of one kind: the lines, or what is listed in one of their columns. */
class Level {
  readonly #path: string;
  readonly #shown: ReadonlySet<string>;
  readonly #columns = new Map<string, Column>();
  #records = 0;

  constructor(path: string, shown: ReadonlySet<string>) {
    this.#path = path;
    this.#shown = shown;
  }

  add(record: object): void {
    this.#records++;
    const fields = record as Record<string, unknown>;
    for (const name in fields) {
      let column = this.#columns.get(name);
      if (column === undefined) {
        if (this.#columns.size === MOST_COLUMNS) continue;
        column = new Column(this.#path + name, this.#shown);
        this.#columns.set(name, column);
      }
      column.add(fields[name]);
    }
  }

  figures(): ColumnFigures[] {
    return [...this.#columns.values()].flatMap((column) => column.figures(this.#records));
  }
}

class Column {
  readonly #name: string;
  readonly #shown: ReadonlySet<string>;
  readonly #isShown: boolean;
  readonly #kinds: Record<Kind, number> = { text: 0, number: 0, boolean: 0, list: 0, record: 0 };
  #distinct: Set<unknown> | null = new Set();
  /** Which small whole numbers were met: most numbers are small, and looking here takes a fraction of looking into the set. */
  #met: Uint8Array | null = null;
  #least = Number.POSITIVE_INFINITY;
  #greatest = Number.NEGATIVE_INFINITY;
  #shortest = Number.POSITIVE_INFINITY;
  #longest = -1;
  readonly #examples: string[] = [];
  #nested: Level | null = null;

  constructor(name: string, shown: ReadonlySet<string>) {
    this.#name = name;
    this.#shown = shown;
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

  /** Whether a small whole number was met before; now it was. */
  #wasMet(number: number): boolean {
    if (!(number >= 0 && number < SMALL && Number.isInteger(number))) return false;
    this.#met ??= new Uint8Array(SMALL);
    const met = this.#met[number] === 1;
    this.#met[number] = 1;
    return met;
  }

  #addList(list: readonly unknown[]): void {
    this.#kinds.list++;
    this.#measure(list.length);
    if (this.#isShown && this.#examples.length < EXAMPLES) this.#example(list.map(String).join(', '));
    for (const entry of list) {
      if (typeof entry !== 'object' || entry === null) continue;
      this.#nested ??= new Level(`${this.#name}.`, this.#shown);
      this.#nested.add(entry);
    }
  }

  #measure(length: number): void {
    if (length < this.#shortest) this.#shortest = length;
    if (length > this.#longest) this.#longest = length;
  }

  #tellApart(key: string | number | boolean, value: string | number | boolean): void {
    if (this.#distinct === null || this.#distinct.has(key)) return;
    if (this.#isShown && this.#examples.length < EXAMPLES) this.#example(String(value));
    if (this.#distinct.size === MOST_DISTINCT) this.#distinct = null;
    // A short text may be a piece of a whole line, which it would keep in memory.
    else this.#distinct.add(typeof key === 'string' ? Buffer.from(key).toString() : key);
  }

  #example(text: string): void {
    const wellFormed = text.toWellFormed().replaceAll('\0', '');
    const short =
      wellFormed.length > LONGEST_EXAMPLE ? `${wellFormed.slice(0, LONGEST_EXAMPLE)}…` : wellFormed;
    this.#examples.push(short.toWellFormed());
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
