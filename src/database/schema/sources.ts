/**
 * The sources of a data set, in the order in which they are read. A data set is stored with these names: in the tables
 * `rejects` and `column_profiles`, and in its origin. A data set may lack a source that is optional.
 */
const SOURCES = {
  games: 'required',
  libraries: 'required',
  reviews: 'required',
} as const satisfies Record<string, 'required' | 'optional'>;

/** The name of a source. */
export type SourceName = keyof typeof SOURCES;

type OptionalSource = {
  [Name in SourceName]: (typeof SOURCES)[Name] extends 'optional' ? Name : never;
}[SourceName];

/** Something of each source; of an optional source, only where it is there. */
export type PerSource<T> = Record<Exclude<SourceName, OptionalSource>, T> &
  Partial<Record<OptionalSource, T>>;

/** All names, in the order in which the sources are read. */
export const SOURCE_NAMES = Object.keys(SOURCES) as SourceName[];

/** The sources that are there, each with its value, in the order in which they are read. */
export function entriesOf<T>(values: PerSource<T>): [name: SourceName, value: T][] {
  return SOURCE_NAMES.flatMap((name) => {
    const value: T | undefined = values[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** What `map` makes of each source that is there. */
export function mapSources<T, U>(values: PerSource<T>, map: (value: T, name: SourceName) => U): PerSource<U> {
  return Object.fromEntries(
    entriesOf(values).map(([name, value]) => [name, map(value, name)]),
  ) as PerSource<U>;
}
