import { Counter, Histogram, type Registry } from 'prom-client';

/** The kinds of interactions that belong to a command. */
const KINDS = ['command', 'component', 'autocomplete'] as const;
const OUTCOMES = ['answered', 'refused', 'failed', 'too-late', 'gone', 'ignored'] as const;
/** The command of an interaction that names none of the program's. */
const UNKNOWN = 'unknown';

/** An interaction that has ended, as the router reports it. */
export interface CountedInteraction {
  kind: (typeof KINDS)[number] | 'other';
  command: string;
  outcome: (typeof OUTCOMES)[number];
  /** Milliseconds from its arrival to the first answer; null where none was sent. */
  firstAnswerMs: number | null;
  /** The number of requests of its answers that were sent again; unset: none. */
  retries?: number;
  /** Milliseconds from its arrival to the whole answer. */
  ms: number;
}

/** Bounds of a histogram's buckets for first answers, in seconds. Discord waits 3 s for one. */
const FIRST_ANSWER_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** Bounds of a histogram's buckets for whole answers, in seconds. A picture or a large library may take about 1 s. */
const ANSWER_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/**
 * Adds the metrics of interactions to a registry: counts and times by command. A new command needs no change
 * here. No label holds a server or a person. Every counter is there from the start with 0, because Prometheus sees no
 * increase in a counter that begins with 1.
 *
 * @param commands the names of all commands
 * @returns a function to be called for each interaction that has ended
 */
export function interactionMetrics(
  registry: Registry,
  commands: Iterable<string>,
): (interaction: CountedInteraction) => void {
  const registers = [registry];
  const all = new Counter({
    name: 'steamscope_interactions_total',
    help: 'Interactions that have ended, by kind, command and outcome.',
    labelNames: ['kind', 'command', 'outcome'],
    registers,
  });
  const retried = new Counter({
    name: 'steamscope_retries_total',
    help: 'Requests of answers that were sent again, because Discord gave no answer or asked to wait.',
    labelNames: ['kind', 'command'],
    registers,
  });
  const firstAnswer = new Histogram({
    name: 'steamscope_first_answer_seconds',
    help: 'Seconds from the arrival of a command or a pressed component to the first answer.',
    labelNames: ['command'],
    buckets: FIRST_ANSWER_SECONDS,
    registers,
  });
  const answer = new Histogram({
    name: 'steamscope_answer_seconds',
    help: 'Seconds from the arrival of a command or a pressed component to the whole answer.',
    labelNames: ['command'],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const autocomplete = new Histogram({
    name: 'steamscope_autocomplete_seconds',
    help: 'Seconds from the arrival of typed letters to the completions.',
    labelNames: ['command'],
    buckets: FIRST_ANSWER_SECONDS,
    registers,
  });
  const callers = [
    ...[...commands, UNKNOWN].flatMap((command) => KINDS.map((kind) => ({ kind, command }))),
    { kind: 'other', command: UNKNOWN },
  ];
  for (const caller of callers) {
    for (const outcome of OUTCOMES) all.inc({ ...caller, outcome }, 0);
    retried.inc(caller, 0);
  }
  return ({ kind, command, outcome, firstAnswerMs, retries = 0, ms }) => {
    all.inc({ kind, command, outcome });
    if (retries > 0) retried.inc({ kind, command }, retries);
    if (firstAnswerMs === null) return;
    if (kind === 'autocomplete') autocomplete.observe({ command }, firstAnswerMs / 1000);
    else {
      firstAnswer.observe({ command }, firstAnswerMs / 1000);
      answer.observe({ command }, ms / 1000);
    }
  };
}
