import { resolve } from 'node:path';

/** The folder of the real data, which is never in the project. */
const FOLDER = process.env.STEAMSCOPE_REAL_DATA ?? '../shared/data';

/** The path of one of the files that the README of the real data describes. */
export function realFile(name: string): string {
  return resolve(FOLDER, name);
}

/** The settings that make the program read the real files. */
export const REAL_SOURCES = {
  GAMES_SOURCE: realFile('steam_games.json.gz'),
  REVIEWS_SOURCE: realFile('user_reviews.json.gz'),
  LIBRARIES_SOURCE: realFile('users_items.json.gz'),
};
