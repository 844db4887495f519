import { QuestionError } from '../../engine/data-set/question-error.ts';
import type { Asker } from './asker.ts';

/** How far a refresh is. */
export interface RefreshProgress {
  /** Who started it: Discord's id, or `terminal`, `schedule` …; null where that is not known. */
  by: string | null;
  since: Date;
  /** The phase that it is in; null before the first. */
  phase: string | null;
  /** How far it is, 0 to 1. */
  done: number;
}

/** Something about a new data set for which it is not published by itself. */
export type Concern =
  | { kind: 'lost'; what: keyof Counts; before: number; after: number }
  /** `source`: its name. Shares are from 0 to 1. */
  | { kind: 'rejected'; source: string; share: number; most: number };

/** A data set that was built, but not published: somebody has to look at it. */
export interface WaitingDataSet {
  id: number;
  since: Date;
  concerns: Concern[];
}

interface Counts {
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
}

/** How many rows only the new data set has, only the old one, and both, but not alike. */
interface Difference {
  new: number;
  gone: number;
  changed: number;
}

/** What a moderator did. */
export interface ModeratorAction {
  at: Date;
  by: string;
  guildId: string | null;
  action: 'refresh' | 'cancel' | 'publish' | 'drop';
}

/** How the data and the program stand. */
export interface AdministrationStatus {
  dataSet:
    | ({
        id: number;
        publishedAt: Date;
        invented: boolean;
        rejected: Record<string, number>;
        span: { from: string; to: string } | null;
      } & Counts)
    | null;
  waiting: WaitingDataSet | null;
  /** The files that it comes from, by source: their names only, never whole paths or addresses. */
  sources: Readonly<Record<string, string>>;
  running: RefreshProgress | null;
  /** The last refresh that ended. */
  last: {
    finishedAt: Date;
    outcome: 'published' | 'unchanged' | 'waiting' | 'failed' | 'cancelled';
  } | null;
  /** When the clock starts the next one; null where it doesn't. */
  nextRefresh: Date | null;
  recentActions: ModeratorAction[];
  versions: { program: string; node: string; postgres: string };
  startedAt: Date;
}

/** How a refresh that was asked for ended. */
export type RefreshOutcome =
  | { outcome: 'published'; result: RefreshResult }
  | { outcome: 'waiting'; result: RefreshResult; concerns: Concern[] }
  /** The sources are those of what is served. */
  | { outcome: 'unchanged' }
  | { outcome: 'cancelled' }
  /** `reason`: why, where that is something for people (not our own failure). */
  | { outcome: 'failed'; reason: string | null };

/** What a refresh has built. */
export interface RefreshResult {
  dataSet: number;
  counts: Counts;
  /** Against what was served before; null where there is nothing to compare with. */
  differences: Record<keyof Counts, Difference> | null;
  rejected: Record<string, number>;
  /** Seconds by phase. */
  phases: Record<string, number>;
  seconds: number;
}

/** What `/admin` does; made by whoever starts the program. */
export interface Administration {
  /** Whether they may use it, where they are: a server of the settings that they may manage. */
  mayAdminister(asker: Asker): boolean;
  status(): Promise<AdministrationStatus>;
  /**
   * Starts a refresh in a process of its own.
   *
   * @returns the one that runs already, where one does; else how far it gets, and how it ends
   */
  refresh(
    by: { userId: string; guildId: string | null },
    onProgress: (progress: RefreshProgress) => void,
  ): Promise<
    { started: false; running: RefreshProgress } | { started: true; ended: Promise<RefreshOutcome> }
  >;
  /** Stops the refresh that runs, in whatever process. @returns whether one did */
  cancel(by: { userId: string; guildId: string | null }): Promise<boolean>;
  /** Publishes or drops the data set that waits. @returns whether it still waited */
  decide(
    by: { userId: string; guildId: string | null },
    dataSetId: number,
    decision: 'publish' | 'drop',
  ): Promise<boolean>;
}

/**
 * The administration, for those who may use it. Discord's own permissions are only a default, which a server's
 * settings may override.
 *
 * @throws QuestionError `may-not-administer`
 */
export function administrationFor(asker: Asker, administration: Administration | null): Administration {
  if (administration === null || !administration.mayAdminister(asker)) {
    throw new QuestionError('may-not-administer', {});
  }
  return administration;
}
