import Table from 'cli-table3';
import type { RoundResult } from './chaos.ts';
import { type Fault, PROBLEM_KINDS } from './stage/fault.ts';

/** A finished round. */
export interface Tried {
  fault: Fault;
  seed: string;
  seconds: number;
  result: RoundResult;
}

/** One line about a round, and one for each of its problems. */
export function roundLines({ fault, seed, seconds, result }: Tried): string[] {
  const { stage, from, served, happened, asked, problems, longestTurn, longestOnClock } = result;
  const said = [
    `${fault.name} (${stage}, ${from} served): ${happened.did}${happened.hit ? '' : ', too late to hit it'}`,
    `${served ?? 'nothing whole'} is served`,
    `${asked.answers} answers, ${asked.excused} excused, p99 ${percentile(asked.times, 0.99)} ms, event loop ${longestTurn.toFixed(0)} ms (${longestOnClock.toFixed(0)} on the clock)`,
    `${seconds.toFixed(0)} s`,
  ];
  const again = `npm run chaos -- --seed ${seed} --only ${fault.name} --rounds 1`;
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(({ kind, what }) => `  ${kind.toUpperCase()}: ${what}`);
  if (problems.length > PROBLEMS_SHOWN) shown.push(`  … and ${problems.length - PROBLEMS_SHOWN} more`);
  return [said.join('; '), ...shown, ...(problems.length > 0 ? [`  Again: ${again}`] : [])];
}

const PROBLEMS_SHOWN = 8;

/** A table of all rounds, one line for each fault. */
export function summaryTable(tried: readonly Tried[]): string {
  const head = ['Fault', 'Rounds', 'Hit', 'Kept', 'Published', 'Answers', 'Excused', 'p99 ms', 'Loop ms'];
  const table = new Table({
    head: [...head, 'Lost', 'Wrong', 'Dead', 'Frozen'],
    colAligns: ['left', ...Array.from({ length: head.length + 3 }, () => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  const names = [...new Set(tried.map(({ fault }) => fault.name))].toSorted();
  for (const name of names)
    table.push(
      row(
        name,
        tried.filter(({ fault }) => fault.name === name),
      ),
    );
  table.push(row('all', tried));
  return table.toString();
}

function row(name: string, tried: readonly Tried[]): (string | number)[] {
  const results = tried.map(({ result }) => result);
  const count = (is: (result: RoundResult) => boolean) => results.filter(is).length;
  const sum = (of: (result: RoundResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const problems = (kind: string) =>
    sum((result) => result.problems.filter((problem) => problem.kind === kind).length);
  return [
    name,
    results.length,
    count(({ happened }) => happened.hit),
    count(({ from, served }) => served === from),
    count(({ from, served }) => served !== null && served !== from),
    sum(({ asked }) => asked.answers),
    sum(({ asked }) => asked.excused),
    percentile(
      results.flatMap(({ asked }) => asked.times),
      0.99,
    ),
    Math.max(0, ...results.map(({ longestTurn }) => longestTurn)).toFixed(0),
    ...PROBLEM_KINDS.map(problems),
  ];
}

/** The totals of all rounds in one line. */
export function totals(tried: readonly Tried[]): string {
  const results = tried.map(({ result }) => result);
  const sum = (of: (result: RoundResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const asked = sum(({ asked }) => asked.answers + asked.excused + asked.failed.length);
  const kinds = PROBLEM_KINDS.map(
    (kind) => `${sum(({ problems }) => problems.filter((problem) => problem.kind === kind).length)} ${kind}`,
  );
  const longest = Math.max(0, ...results.map(({ longestTurn }) => longestTurn));
  return [
    `${tried.length} rounds`,
    `${asked} questions asked`,
    `${sum(({ asked }) => asked.answers)} answered`,
    ...kinds,
    `the longest turn of the event loop ${longest.toFixed(0)} ms`,
  ].join(', ');
}

function percentile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.length === 0 ? '–' : sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
}
