import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RefreshSettings } from '../../src/etl/refresh/refresh.ts';

/** Raw files made by a test. Text is packed as gz; bytes are written as they are. */
export interface RawFiles {
  games: string | Buffer;
  reviews: string | Buffer;
  libraries: string | Buffer;
}

/**
 * Writes raw files into a new folder.
 *
 * @returns the settings of a refresh from them, and a function that removes them
 */
export async function writeRawFiles(
  files: RawFiles,
): Promise<{ settings: RefreshSettings; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-raw-'));
  const sources = { games: '', reviews: '', libraries: '' };
  for (const name of ['games', 'reviews', 'libraries'] as const) {
    const content = files[name];
    sources[name] = join(folder, name);
    await writeFile(sources[name], typeof content === 'string' ? gzipSync(content) : content);
  }
  return {
    settings: {
      sources,
      dataFolder: folder,
      invented: false,
      undatedReviewYear: 2016,
      maxRejectedShare: 0.01,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Joins lines, each with its line end. */
export function lines(...all: (string | object)[]): string {
  return all.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}

/** A line of the games file. */
export function game(id: number | string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: String(id), app_name: `Game ${id}`, genres: ['Action'], release_date: '2015-01-01', ...more };
}

/** A line of the libraries file, from minutes by game. */
export function library(
  userId: string,
  minutes: Record<string, number>,
  itemsCount?: number,
): Record<string, unknown> {
  const items = Object.entries(minutes).map(([id, playtime]) => ({
    item_id: id,
    item_name: `Game ${id}`,
    playtime_forever: playtime,
    playtime_2weeks: 0,
  }));
  return { user_id: userId, items_count: itemsCount ?? items.length, items };
}

/** A review within a line of the reviews file. */
export function review(gameId: number | string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    item_id: String(gameId),
    posted: 'Posted March 1, 2015.',
    last_edited: '',
    recommend: true,
    review: 'great',
    helpful: 'No ratings yet',
    funny: '',
    ...more,
  };
}

/** A line of the reviews file. */
export function reviewer(userId: string, ...reviews: unknown[]): Record<string, unknown> {
  return { user_id: userId, reviews };
}

/** One game, one library and one review. */
export const SMALLEST: RawFiles = {
  games: lines(game(1)),
  libraries: lines(library('a', { 1: 60 })),
  reviews: lines(reviewer('a', review(1))),
};
