import { QuestionError } from '../../engine/data-set/question-error.ts';
import type { Asker } from './asker.ts';

/** The progress of a refresh. */
export interface RefreshProgress {
  /** The starter: a person's Discord id, or `terminal`, `schedule` …; null where it is not known. */
  by: string | null;
  /** The time at which it started. */
  since: Date;
  /** The current phase; null before the first one. */
  phase: string | null;
  /** The share that is done, 0 to 1. */
  done: number;
}

/** A reason why the gate holds a new data set back. */
export type Concern =
  /** Far fewer rows than in the served data set; both are numbers of rows. */
  | { kind: 'lost'; what: keyof Counts; before: number; after: number }
  /** Too many records of a source were rejected. `source` is its name; `share` and the limit `most` are 0 to 1. */
  | { kind: 'rejected'; source: string; share: number; most: number };

/** A data set that is built but not published: a moderator has to decide about it. */
export interface WaitingDataSet {
  id: number;
  /** The time since which it waits. */
  since: Date;
  concerns: Concern[];
}

/** The numbers of rows of a data set. */
interface Counts {
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
}

/** The number of rows that are only in the new data set, only in the old one, and in both but not alike. */
interface Difference {
  new: number;
  gone: number;
  changed: number;
}

/** An action of a moderator. */
export interface ModeratorAction {
  at: Date;
  /** The moderator's Discord id. */
  by: string;
  guildId: string | null;
  action: 'refresh' | 'cancel' | 'publish' | 'drop';
}

/** The state of the data and of the program. */
export interface AdministrationStatus {
  /** The served data set; null before the first one. */
  dataSet:
    | ({
        id: number;
        publishedAt: Date;
        /** Whether the data is the invented sample. */
        invented: boolean;
        /** The numbers of rejected records, by reason. */
        rejected: Record<string, number>;
        /** The first and the last day of the reviews, such as `2010-10-16`. */
        span: { from: string; to: string } | null;
      } & Counts)
    | null;
  /** The data set that waits for a decision. */
  waiting: WaitingDataSet | null;
  /** The names of the files by source; never whole paths or addresses. */
  sources: Readonly<Record<string, string>>;
  /** The refresh that is running. */
  running: RefreshProgress | null;
  /** The last refresh that has ended. */
  last: {
    finishedAt: Date;
    outcome: 'published' | 'unchanged' | 'waiting' | 'failed' | 'cancelled';
  } | null;
  /** The time of the next scheduled refresh; null where no schedule is set. */
  nextRefresh: Date | null;
  /** The last actions of moderators. */
  recentActions: ModeratorAction[];
  versions: { program: string; node: string; postgres: string };
  /** The time at which the program started. */
  startedAt: Date;
}

/** The end of a refresh. */
export type RefreshOutcome =
  | { outcome: 'published'; result: RefreshResult }
  | { outcome: 'waiting'; result: RefreshResult; concerns: Concern[] }
  /** The sources are the same as those of the served data set, so there was nothing to build. */
  | { outcome: 'unchanged' }
  | { outcome: 'cancelled' }
  /** `reason` explains the failure to people; null for a failure of ours, which only the log explains. */
  | { outcome: 'failed'; reason: string | null };

/** The result of a refresh that has built a data set. */
export interface RefreshResult {
  /** The id of the new data set. */
  dataSet: number;
  counts: Counts;
  /** The differences from the data set that was served before; null where there was none. */
  differences: Record<keyof Counts, Difference> | null;
  /** The numbers of rejected records, by reason. */
  rejected: Record<string, number>;
  /** Seconds by phase. */
  phases: Record<string, number>;
  /** Seconds from the start to the end of the refresh. */
  seconds: number;
}

/** The work behind `/admin`; `src/program` provides it. */
export interface Administration {
  /** Whether the asker may use it: in a server that the settings name, and that the asker may manage. */
  mayAdminister(asker: Asker): boolean;
  status(): Promise<AdministrationStatus>;
  /**
   * Starts a refresh in a process of its own.
   *
   * @param onProgress is called with the progress until the refresh ends
   * @returns the refresh that was running already (`started: false`), or the end of the one that was started
   */
  refresh(
    by: { userId: string; guildId: string | null },
    onProgress: (progress: RefreshProgress) => void,
  ): Promise<
    { started: false; running: RefreshProgress } | { started: true; ended: Promise<RefreshOutcome> }
  >;
  /** Stops the running refresh, in this process or another one. @returns whether a refresh was running */
  cancel(by: { userId: string; guildId: string | null }): Promise<boolean>;
  /** Publishes or drops the waiting data set. @returns whether it was still waiting */
  decide(
    by: { userId: string; guildId: string | null },
    dataSetId: number,
    decision: 'publish' | 'drop',
  ): Promise<boolean>;
}

/**
 * The administration, if the asker may use it. Discord's own check of permissions is not enough, because a server's
 * settings can override it.
 *
 * @throws QuestionError `may-not-administer`
 */
export function administrationFor(asker: Asker, administration: Administration | null): Administration {
  if (administration === null || !administration.mayAdminister(asker)) {
    throw new QuestionError('may-not-administer', {});
  }
  return administration;
}
