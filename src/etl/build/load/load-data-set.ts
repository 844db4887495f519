import type { Connection } from '../../../database/connection.ts';
import { createIndexes } from '../../publish/data-set-schema.ts';
import { RefreshError } from '../../report/refresh-error.ts';
import type { SourceName, Tally } from '../../report/tally.ts';
import { readSource } from '../../sources/read/source.ts';
import type { BuiltDataSet, Reuse } from '../reuse/built-data-set.ts';
import { readJudgements } from '../reuse/judgements.ts';
import { loadColumnProfiles } from './column-profiles.ts';
import { copyGamesAndLibraries } from './copy-libraries.ts';
import { loadGames, UnnamedGames } from './games.ts';
import { loadLibraries } from './libraries.ts';
import { loadRejects } from './rejects.ts';
import { loadReviews } from './reviews.ts';
import { Users } from './users.ts';

/** What a data set is loaded from. */
export interface LoadInput {
  dataSetId: number;
  paths: Readonly<Record<SourceName, string>>;
  undatedReviewYear: number;
  /** The data set to take judgements over from, and games and libraries where they are the same. */
  reuse: Reuse | null;
  tallies: Record<SourceName, Tally>;
  /** Told when a file is begun, and of each share of it. */
  onFile(name: SourceName, share: number): void;
}

/** What is known of the data set when its games and libraries are loaded. */
export interface LoadedLibraries {
  users: Users;
  unnamed: UnnamedGames;
  /** Users that the libraries file names. */
  libraryUsers: number;
}

/**
 * Loads the games and libraries files into the tables that the search path names, or takes them over.
 *
 * @throws RefreshError where a file cannot be read, or is not what it should be
 */
export async function loadGamesAndLibraries(sql: Connection, input: LoadInput): Promise<LoadedLibraries> {
  const loaded = input.reuse?.sameLibraries
    ? await takeOver(sql, input, input.reuse.before)
    : await readLibraries(sql, input);
  const libraryUsers = loaded.users.size;
  await loaded.users.load(sql);
  await sql`analyze games, users, library`;
  return { ...loaded, libraryUsers };
}

/**
 * Loads the reviews file after them, and what was noted of all three.
 *
 * @throws RefreshError where the file cannot be read, or is not what it should be
 */
export async function loadReviewsAndNotes(
  sql: Connection,
  input: LoadInput,
  { users, unnamed }: LoadedLibraries,
): Promise<void> {
  const { tallies, reuse, undatedReviewYear, onFile } = input;
  onFile('reviews', 0);
  const judgements = reuse === null ? new Map() : await readJudgements(sql, reuse.before.id);
  await loadReviews(sql, linesOf(input, 'reviews'), tallies.reviews, {
    users,
    unnamed,
    undatedYear: undatedReviewYear,
    judgements,
  });
  checkIsSource(tallies.reviews);

  await unnamed.load(sql, tallies.reviews);
  await users.load(sql);
  await loadRejects(sql, Object.values(tallies));
  await loadColumnProfiles(sql, reuse?.sameLibraries ? [tallies.reviews] : Object.values(tallies));
  await sql`analyze users, reviews`;
}

function linesOf({ paths, onFile }: LoadInput, name: SourceName) {
  return readSource(paths[name], name, (share) => onFile(name, share));
}

async function takeOver(sql: Connection, { dataSetId, tallies, onFile }: LoadInput, before: BuiltDataSet) {
  onFile('libraries', 0);
  const taken = await copyGamesAndLibraries(sql, before, tallies);
  await createIndexes(sql, dataSetId, 'library');
  return taken;
}

async function readLibraries(sql: Connection, input: LoadInput) {
  const { dataSetId, tallies, onFile } = input;
  onFile('games', 0);
  const recorded = await loadGames(sql, linesOf(input, 'games'), tallies.games);
  checkIsSource(tallies.games);

  onFile('libraries', 0);
  const users = new Users();
  const unnamed = new UnnamedGames(recorded);
  await loadLibraries(sql, linesOf(input, 'libraries'), tallies.libraries, {
    users,
    unnamed,
    buildKey: () => createIndexes(sql, dataSetId, 'library'),
  });
  checkIsSource(tallies.libraries);
  await unnamed.load(sql, tallies.libraries);
  return { users, unnamed };
}

/** @throws RefreshError where a file holds what another one should, or nothing was left of it */
function checkIsSource(tally: Tally): void {
  const looksLike = [...tally.reasons.keys()].find((reason) => reason.startsWith('looks-like-'));
  if (looksLike !== undefined && tally.rejectedShare > 0.5) {
    const kind = looksLike.slice('looks-like-'.length);
    throw new RefreshError(
      'wrong-source',
      `The ${tally.source} file holds ${kind}: are two sources exchanged?`,
    );
  }
  if (tally.lines - tally.blankLines - tally.rejectedLines === 0) {
    throw new RefreshError('source-empty', `The ${tally.source} file has no records.`);
  }
}
