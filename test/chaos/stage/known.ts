import type { Timetable } from './moments.ts';
import { STARTING } from './moments.ts';
import { candidateQuestions, type Question, RightAnswers } from './questions.ts';
import { type Sources, someUsers, type Variant } from './sources.ts';
import type { Stage } from './stage.ts';
import { type Counts, countsOf, State } from './state.ts';

/** The least number of questions whose answers differ between the variants. With fewer, a mixture might go unseen. */
const LEAST_QUESTIONS = 8;

/** The most questions of each command. */
const OF_EACH = 4;

/** The right answers and figures, as undisturbed refreshes gave them. */
export interface Known {
  /** The questions whose answers tell one variant from the other. */
  questions: Question[];
  right: RightAnswers;
  counts: Record<Variant, Counts>;
  timetable: Timetable;
}

/** Runs one undisturbed refresh. @returns the seconds that each part took @throws if it fails */
export async function refreshInPeace(stage: Stage, variant: Variant): Promise<Timetable> {
  const began = performance.now();
  const program = stage.refresh(variant);
  await program.said(/"phase":/);
  const starting = (performance.now() - began) / 1000;
  const { status, stdout, stderr } = await program.ended();
  if (status !== 0) throw new Error(`an undisturbed refresh fails: ${stderr.slice(-500)}`);
  const { phases } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { phases: Record<string, number> };
  return { [STARTING]: starting, ...phases };
}

/** Loads A, then B, on an empty stage, and records the right answers. B is served afterwards. */
export async function learn(stage: Stage, sources: Sources): Promise<Known> {
  const right = new RightAnswers();
  await refreshInPeace(stage, 'A');
  await stage.open();
  const candidates = await candidateQuestions(stage.url, await someUsers(sources, 6));
  await record(stage, 'A', candidates, right);
  const A = await servedCounts(stage);
  const before = await stage.used();
  const timetable = await refreshInPeace(stage, 'B');
  stage.growth = (await stage.used()) - before;
  await record(stage, 'B', candidates, right);
  const B = await servedCounts(stage);
  const telling = candidates.filter((question) => right.tells(question, stage.doors));
  const questions = telling.filter(
    ({ command }, place) =>
      telling.slice(0, place).filter((before) => before.command === command).length < OF_EACH,
  );
  if (questions.length < LEAST_QUESTIONS) {
    throw new Error(`only ${questions.length} questions tell one variant from the other`);
  }
  return { questions, right, counts: { A, B }, timetable };
}

/** Records the right answers of a variant through every door. @throws if a question has no answer */
async function record(
  stage: Stage,
  variant: Variant,
  questions: readonly Question[],
  right: RightAnswers,
): Promise<void> {
  for (const door of stage.doors) {
    for (const question of questions) right.record(variant, door, question, await stage.ask(door, question));
  }
}

async function servedCounts(stage: Stage): Promise<Counts> {
  const state = new State(await stage.databaseUrl());
  try {
    return countsOf((await state.served()).summary);
  } finally {
    await state.end();
  }
}
