import { QuestionError } from '../../engine/question-error.ts';
import type { Asker } from './asker.ts';

/** How far a refresh is. */
export interface RefreshProgress {
  /** Who started it: Discord's id, or `terminal`, `schedule` …; null where that is not known. */
  by: string | null;
  since: Date;
  /** The phase that it is in; null where another process runs it and does not say. */
  phase: string | null;
}

/** What a moderator did. */
export interface ModeratorAction {
  at: Date;
  by: string;
  guildId: string | null;
  action: 'refresh' | 'cancel';
}

/** How the data and the program stand. */
export interface AdministrationStatus {
  dataSet: {
    id: number;
    publishedAt: Date;
    invented: boolean;
    games: number;
    users: number;
    libraryRows: number;
    reviews: number;
    rejected: Record<string, number>;
    span: { from: string; to: string } | null;
  } | null;
  /** The raw files that it comes from: names only, never whole paths or addresses. */
  sources: { games: string; reviews: string; libraries: string };
  running: RefreshProgress | null;
  /** The last refresh that ended. */
  last: { finishedAt: Date; outcome: 'published' | 'failed' | 'killed' } | null;
  /** When the clock starts the next one; null where it doesn't. */
  nextRefresh: Date | null;
  recentActions: ModeratorAction[];
  versions: { program: string; node: string; postgres: string };
  startedAt: Date;
}

/** How a refresh that was asked for ended. */
export interface RefreshOutcome {
  outcome: 'published' | 'failed' | 'cancelled';
  /** What the data set has now, and had before. */
  counts: Record<
    'games' | 'users' | 'libraryRows' | 'reviews',
    { before: number | null; after: number }
  > | null;
  rejected: Record<string, number>;
  /** Seconds by phase. */
  phases: Record<string, number>;
  seconds: number;
  /** Why it failed, where that is something for people (not our own failure). */
  reason: string | null;
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
    onProgress: (progress: RefreshProgress & { fraction: number }) => void,
  ): Promise<
    { started: false; running: RefreshProgress } | { started: true; ended: Promise<RefreshOutcome> }
  >;
  /** Stops the refresh that runs. @returns whether one did (and in this process) */
  cancel(by: { userId: string; guildId: string | null }): Promise<boolean>;
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
