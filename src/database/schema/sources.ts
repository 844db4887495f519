/**
 * The sources of a data set, in the order in which a refresh reads them. A data set stores these names, in the tables
 * `rejects` and `column_profiles` and in its origin. It may lack an optional source.
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

/** A value for each source; an optional source may have none. */
export type PerSource<T> = Record<Exclude<SourceName, OptionalSource>, T> &
  Partial<Record<OptionalSource, T>>;

/** The names of all sources, in the order in which they are read. */
export const SOURCE_NAMES = Object.keys(SOURCES) as SourceName[];

/** The sources that have a value, with their values, in the order in which they are read. */
export function entriesOf<T>(values: PerSource<T>): [name: SourceName, value: T][] {
  return SOURCE_NAMES.flatMap((name) => {
    const value: T | undefined = values[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** Maps the value of each source that has one. */
export function mapSources<T, U>(values: PerSource<T>, map: (value: T, name: SourceName) => U): PerSource<U> {
  return Object.fromEntries(
    entriesOf(values).map(([name, value]) => [name, map(value, name)]),
  ) as PerSource<U>;
}
