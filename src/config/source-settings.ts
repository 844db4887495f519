/**
 * How each source of the data is set: by which setting, whether a data set can do without it, and which file of the bundled
 * sample stands for it. The names are those of the stored sources (`database/schema/sources.ts`); the program does not
 * compile where the two differ.
 */
const SOURCE_SETTINGS = {
  games: { setting: 'GAMES_SOURCE', required: true, sample: 'steam_games.json.gz' },
  reviews: { setting: 'REVIEWS_SOURCE', required: true, sample: 'user_reviews.json.gz' },
  libraries: { setting: 'LIBRARIES_SOURCE', required: true, sample: 'users_items.json.gz' },
} as const satisfies Record<string, SourceSetting>;

interface SourceSetting {
  setting: `${string}_SOURCE`;
  required: boolean;
  /** Null where the sample has no such file. */
  sample: string | null;
}

type Settings = typeof SOURCE_SETTINGS;

/** The name of a source that can be set. */
export type ConfiguredSource = keyof Settings;

/** The name of a setting that names a source. */
export type SourceSettingName = Settings[ConfiguredSource]['setting'];

type RequiredSource = {
  [Name in ConfiguredSource]: Settings[Name]['required'] extends true ? Name : never;
}[ConfiguredSource];

/** Absolute paths or http(s) addresses of the sources; an address may hold a password. */
export type ConfiguredSources = Record<RequiredSource, string> &
  Partial<Record<Exclude<ConfiguredSource, RequiredSource>, string>>;

/** Each source with how it is set, in the order in which they are named to people. */
export const SOURCE_SETTING_LIST: readonly (SourceSetting & {
  source: ConfiguredSource;
  setting: SourceSettingName;
})[] = Object.entries(SOURCE_SETTINGS).map(([source, setting]) => ({
  source: source as ConfiguredSource,
  ...setting,
}));
