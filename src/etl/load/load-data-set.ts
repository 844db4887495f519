import type { Connection } from '../../database/connection.ts';
import { createIndexes } from '../publish/data-set-schema.ts';
import { readSource } from '../read/source.ts';
import { RefreshError } from '../refresh-error.ts';
import type { BuiltDataSet } from '../reuse/built-data-set.ts';
import { copyGamesAndLibraries } from '../reuse/copy-libraries.ts';
import { readJudgements } from '../reuse/judgements.ts';
import type { SourceName, Tally } from '../tally.ts';
import { loadColumnProfiles } from './column-profiles.ts';
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
  /** The data set to take judgements over from; null where there is none by the same code. */
  before: BuiltDataSet | null;
  /** Games and libraries are those of `before`. */
  sameLibraries: boolean;
  tallies: Record<SourceName, Tally>;
  /** Told when a file is begun, and of each share of it. */
  onFile(name: SourceName, share: number): void;
}

/**
 * Loads the three raw files into the tables that the search path names.
 *
 * @returns how many users the libraries file names
 * @throws RefreshError where a file cannot be read, or is not what it should be
 */
export async function loadDataSet(sql: Connection, input: LoadInput): Promise<{ libraryUsers: number }> {
  const { paths, tallies, before, undatedReviewYear, onFile } = input;
  const read = (name: SourceName) => readSource(paths[name], name, (share) => onFile(name, share));

  const { users, unnamed } =
    before !== null && input.sameLibraries
      ? await takeOver(sql, input, before)
      : await readLibraries(sql, input, read);
  const libraryUsers = users.size;

  onFile('reviews', 0);
  const judgements = before === null ? new Map() : await readJudgements(sql, before.id);
  await loadReviews(sql, read('reviews'), tallies.reviews, {
    users,
    unnamed,
    undatedYear: undatedReviewYear,
    judgements,
  });
  checkIsSource(tallies.reviews);

  await unnamed.load(sql, tallies.reviews);
  await users.load(sql);
  await loadRejects(sql, Object.values(tallies));
  await loadColumnProfiles(sql, input.sameLibraries ? [tallies.reviews] : Object.values(tallies));
  return { libraryUsers };
}

async function takeOver(sql: Connection, { dataSetId, tallies, onFile }: LoadInput, before: BuiltDataSet) {
  onFile('libraries', 0);
  const taken = await copyGamesAndLibraries(sql, before, tallies);
  await createIndexes(sql, dataSetId, 'library');
  return taken;
}

async function readLibraries(
  sql: Connection,
  { dataSetId, tallies, onFile }: LoadInput,
  read: (name: SourceName) => ReturnType<typeof readSource>,
) {
  onFile('games', 0);
  const recorded = await loadGames(sql, read('games'), tallies.games);
  checkIsSource(tallies.games);

  onFile('libraries', 0);
  const users = new Users();
  const unnamed = new UnnamedGames(recorded);
  await loadLibraries(sql, read('libraries'), tallies.libraries, {
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
