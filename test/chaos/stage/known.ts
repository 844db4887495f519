import type { Timetable } from './moments.ts';
import { STARTING } from './moments.ts';
import { askPage, candidateQuestions, type Question, RightAnswers } from './questions.ts';
import { type Sources, someUsers, type Variant } from './sources.ts';
import type { Stage } from './stage.ts';
import { type Counts, countsOf, State } from './state.ts';

/** With fewer questions whose answer tells the variant, a mixture might go unseen. */
const LEAST_QUESTIONS = 8;

/** So many of each command are enough. */
const OF_EACH = 4;

/** What is right, as seen in peace. */
export interface Known {
  /** Those whose answer tells one variant from the other. */
  questions: Question[];
  right: RightAnswers;
  counts: Record<Variant, Counts>;
  timetable: Timetable;
}

/** One refresh that nothing disturbs. @returns how long its parts took */
export async function refreshInPeace(stage: Stage, variant: Variant): Promise<Timetable> {
  const began = performance.now();
  const program = stage.refresh(variant);
  await program.said(/"phase":/);
  const starting = (performance.now() - began) / 1000;
  const { status, stdout, stderr } = await program.ended();
  if (status !== 0) throw new Error(`a refresh that nothing disturbs fails: ${stderr.slice(-500)}`);
  const { phases } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { phases: Record<string, number> };
  return { [STARTING]: starting, ...phases };
}

/** Loads A, then B, and writes down what is right. Nothing is loaded before, and B is served after. */
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
  const telling = candidates.filter((question) => right.tells(question));
  const questions = telling.filter(
    ({ command }, place) =>
      telling.slice(0, place).filter((before) => before.command === command).length < OF_EACH,
  );
  if (questions.length < LEAST_QUESTIONS) {
    throw new Error(`only ${questions.length} questions tell one variant from the other`);
  }
  return { questions, right, counts: { A, B }, timetable };
}

/** @throws where a question cannot be answered */
async function record(
  stage: Stage,
  variant: Variant,
  questions: readonly Question[],
  right: RightAnswers,
): Promise<void> {
  for (const question of questions)
    right.record(variant, 'page', question, await askPage(stage.url, question));
  for (const question of questions) right.record(variant, 'batch', question, await stage.batch.ask(question));
}

async function servedCounts(stage: Stage): Promise<Counts> {
  const state = new State(await stage.databaseUrl());
  try {
    return countsOf((await state.served()).summary);
  } finally {
    await state.end();
  }
}
