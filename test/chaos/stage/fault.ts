import type { Random } from '../../../scripts/sample/random.ts';
import { withinLimit } from '../../../src/platform/time-limit.ts';
import type { Outcome, Program } from '../../support/program.ts';
import { type Timetable, wholeTime } from './moments.ts';
import type { Question, RightAnswers } from './questions.ts';
import type { Variant } from './sources.ts';
import type { Stage, StageKind } from './stage.ts';
import type { WebSources } from './web-sources.ts';

/** The place and circumstances of one fault. */
export interface Scene {
  stage: Stage;
  random: Random;
  /** The variant that is served before the refresh. */
  from: Variant;
  /** The variant that the disturbed refresh reads. */
  to: Variant;
  timetable: Timetable;
  web: WebSources;
  questions: readonly Question[];
  right: RightAnswers;
}

export const PROBLEM_KINDS = ['lost', 'wrong', 'dead', 'frozen'] as const;
type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something that broke a promise. */
export interface Problem {
  /**
   * `lost`: data is missing, or left over where none should be. `wrong`: an answer or a log entry is not true. `dead`: a
   * process hangs, has crashed or does not answer. `frozen`: one turn of the event loop held up everyone.
   */
  kind: ProblemKind;
  what: string;
}

/** The outcome of a fault. */
export interface Happened {
  /** A description for the report. */
  did: string;
  /** Whether the fault met what it was meant for: a refresh was still running, a backend was busy. */
  hit: boolean;
  /** The variant that must be served now; null if either is right. */
  served: Variant | null;
  /** Whether the fault took answers away, so that they are excused. */
  away: boolean;
  problems: Problem[];
}

/** One way of disturbing a refresh, or the answers. */
export interface Fault {
  name: string;
  stages: readonly StageKind[];
  /** Whether it is about the answers alone: no refresh runs in its round, and none follows it. */
  answersOnly?: boolean;
  /** Seconds within which all parts must answer again; 20 if left out. */
  recoverySeconds?: number;
  /** Whether it needs a disk whose size can be changed. */
  needsDisk?: boolean;
  act(scene: Scene): Promise<Happened>;
}

/** The end of a refresh that the fault did not kill. */
export interface RefreshEnd {
  /** A description for the report. */
  said: string;
  /** The variant that must be served after it; null if it had to be killed. */
  served: Variant | null;
  problems: Problem[];
}

/** Node's exit status when nothing is left to wait for, but a promise is still open (Node's docs, "Exit codes"). */
const UNSETTLED = 13;

function judged({ status, stderr }: Outcome, { from, to }: Scene): RefreshEnd {
  if (status === 0) return { said: 'published', served: to, problems: [] };
  const crashed = status === UNSETTLED || /^Node\.js v/m.test(stderr);
  if (crashed) {
    const lastWords = stderr.slice(-LAST_WORDS);
    const problem: Problem = { kind: 'dead', what: `the refresh crashed (${status}): ${lastWords}` };
    return { said: 'crashed', served: from, problems: [problem] };
  }
  const lines = stderr.trim().split('\n');
  const reason = lines.findLast((line) => !line.startsWith('{') && !/^\s/.test(line)) ?? '';
  const short = reason.replace(/^The refresh failed, and the data set that was there stays: /, '');
  return { said: `failed (${status}: ${short.slice(0, 200)})`, served: from, problems: [] };
}

const LAST_WORDS = 800;

/** Waits for the end of a program, and kills it after `seconds`. @returns null if it had to be killed */
export function endWithin(program: Program, seconds: number): Promise<Outcome | null> {
  const ended = program.ended();
  return withinLimit(1000 * seconds, ended, async () => {
    program.child.kill('SIGKILL');
    await ended;
    return null;
  });
}

/** Waits for the end of a refresh that the fault did not kill. A refresh that does not end is a problem. */
export async function endOf(
  program: Program,
  scene: Scene,
  /** Seconds to wait on top of ten times the length of an undisturbed refresh. */
  patience = 60,
): Promise<RefreshEnd> {
  const outcome = await endWithin(program, 10 * wholeTime(scene.timetable) + patience);
  if (outcome !== null) return judged(outcome, scene);
  const problem: Problem = { kind: 'dead', what: 'the refresh did not end' };
  return { said: 'did not end', served: null, problems: [problem] };
}
