/**
 * The setting of each source, whether a data set needs the source, and the file of the bundled sample that
 * stands for it. The names are those of the stored sources (`database/schema/sources.ts`); the program does not
 * compile where the two differ.
 */
const SOURCE_SETTINGS = {
  games: { setting: 'GAMES_SOURCE', required: true, sample: 'steam_games.json.gz' },
  reviews: { setting: 'REVIEWS_SOURCE', required: true, sample: 'user_reviews.json.gz' },
  libraries: { setting: 'LIBRARIES_SOURCE', required: true, sample: 'users_items.json.gz' },
} as const satisfies Record<string, SourceSetting>;

interface SourceSetting {
  setting: `${string}_SOURCE`;
  /** Whether a data set cannot do without the source. */
  required: boolean;
  /** The name of a file in the folder of the sample; null where the sample has none for this source. */
  sample: string | null;
}

type Settings = typeof SOURCE_SETTINGS;

/** The name of a source, such as `games`. */
export type ConfiguredSource = keyof Settings;

/** The name of the setting of a source, such as `GAMES_SOURCE`. */
export type SourceSettingName = Settings[ConfiguredSource]['setting'];

type RequiredSource = {
  [Name in ConfiguredSource]: Settings[Name]['required'] extends true ? Name : never;
}[ConfiguredSource];

/** The absolute path or the http(s) address of each source. An address may hold a password. */
export type ConfiguredSources = Record<RequiredSource, string> &
  Partial<Record<Exclude<ConfiguredSource, RequiredSource>, string>>;

/** Each source with its setting, in the order in which messages name them. */
export const SOURCE_SETTING_LIST: readonly (SourceSetting & {
  source: ConfiguredSource;
  setting: SourceSettingName;
})[] = Object.entries(SOURCE_SETTINGS).map(([source, setting]) => ({
  source: source as ConfiguredSource,
  ...setting,
}));
