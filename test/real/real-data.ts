import { resolve } from 'node:path';

/** Where the real data lies: never in the project. */
const FOLDER = process.env.STEAMSCOPE_REAL_DATA ?? '../shared/data';

/** The path of one of the files described in the real data's own README. */
export function realFile(name: string): string {
  return resolve(FOLDER, name);
}

/** The settings with which the program reads the real files. */
export const REAL_SOURCES = {
  GAMES_SOURCE: realFile('steam_games.json.gz'),
  REVIEWS_SOURCE: realFile('user_reviews.json.gz'),
  LIBRARIES_SOURCE: realFile('users_items.json.gz'),
};
