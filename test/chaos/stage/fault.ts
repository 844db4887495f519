import type { Random } from '../../../scripts/sample/random.ts';
import { withinLimit } from '../../../src/platform/time-limit.ts';
import type { Outcome, Program } from '../../support/program.ts';
import { type Timetable, wholeTime } from './moments.ts';
import type { Variant } from './sources.ts';
import type { Stage, StageKind } from './stage.ts';
import type { WebSources } from './web-sources.ts';

/** Where a fault happens. */
export interface Scene {
  stage: Stage;
  random: Random;
  /** What is served before. */
  from: Variant;
  /** What the refresh reads that is disturbed. */
  to: Variant;
  timetable: Timetable;
  web: WebSources;
}

/** Something that went as it must not. */
export interface Problem {
  /** Data lost, or left where none should be; an answer or an entry that is not true; nobody there who should be. */
  kind: 'lost' | 'wrong' | 'dead';
  what: string;
}

/** What came of a fault. */
export interface Happened {
  /** In words. */
  did: string;
  /** Whether the refresh still ran when the fault came. */
  hit: boolean;
  /** What must be served now; null: either is right. */
  served: Variant | null;
  /** Whether the database was taken away from those who answer. */
  away: boolean;
  problems: Problem[];
}

/** A way in which a refresh is disturbed. */
export interface Fault {
  name: string;
  stages: readonly StageKind[];
  /** It needs a disk whose size can be changed. */
  needsDisk?: boolean;
  act(scene: Scene): Promise<Happened>;
}

/** How a refresh that nobody killed has ended. */
export interface RefreshEnd {
  /** In words. */
  said: string;
  /** What must be served after it; null where it had to be killed. */
  served: Variant | null;
  problems: Problem[];
}

/** Node's status where it had nothing left to wait for, and something was waiting (its documentation, "Exit codes"). */
const FORSAKEN = 13;

function judged({ status, stderr }: Outcome, { from, to }: Scene): RefreshEnd {
  if (status === 0) return { said: 'published', served: to, problems: [] };
  const crashed = status === FORSAKEN || /^Node\.js v/m.test(stderr);
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

/** Waits for the end of a program. @returns null where it had to be killed */
export function endWithin(program: Program, seconds: number): Promise<Outcome | null> {
  const ended = program.ended();
  return withinLimit(1000 * seconds, ended, async () => {
    program.child.kill('SIGKILL');
    await ended;
    return null;
  });
}

/** Waits for a refresh that nobody kills; one that does not end is a problem. */
export async function endOf(
  program: Program,
  scene: Scene,
  /** Beside ten times what it takes in peace, in seconds. */
  patience = 60,
): Promise<RefreshEnd> {
  const outcome = await endWithin(program, 10 * wholeTime(scene.timetable) + patience);
  if (outcome !== null) return judged(outcome, scene);
  const problem: Problem = { kind: 'dead', what: 'the refresh did not end' };
  return { said: 'did not end', served: null, problems: [problem] };
}
