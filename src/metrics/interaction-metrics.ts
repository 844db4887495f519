import { Counter, Histogram, type Registry } from 'prom-client';

/** An interaction that is through, as the router tells of it. */
export interface CountedInteraction {
  kind: string;
  command: string;
  outcome: string;
  /** Milliseconds. */
  firstAnswerMs: number | null;
  ms: number;
}

/** Seconds. Discord waits three for a first answer; a picture or a large library may take one for the whole. */
const FIRST_ANSWER = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const ANSWER = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/**
 * Counts interactions and their times, by command: one that is added is counted by itself. There is no label for a server
 * or a person.
 *
 * @returns what is to be told of each
 */
export function interactionMetrics(registry: Registry): (interaction: CountedInteraction) => void {
  const registers = [registry];
  const all = new Counter({
    name: 'steamscope_interactions_total',
    help: 'Interactions that are through, by what they were and what became of them.',
    labelNames: ['kind', 'command', 'outcome'],
    registers,
  });
  const firstAnswer = new Histogram({
    name: 'steamscope_first_answer_seconds',
    help: 'From the arrival of a command or a pressed component to its first answer.',
    labelNames: ['command'],
    buckets: FIRST_ANSWER,
    registers,
  });
  const answer = new Histogram({
    name: 'steamscope_answer_seconds',
    help: 'From the arrival of a command or a pressed component to its whole answer.',
    labelNames: ['command'],
    buckets: ANSWER,
    registers,
  });
  const autocomplete = new Histogram({
    name: 'steamscope_autocomplete_seconds',
    help: 'From the arrival of typed letters to what they can become.',
    labelNames: ['command'],
    buckets: FIRST_ANSWER,
    registers,
  });
  return ({ kind, command, outcome, firstAnswerMs, ms }) => {
    all.inc({ kind, command, outcome });
    if (firstAnswerMs === null) return;
    if (kind === 'autocomplete') autocomplete.observe({ command }, firstAnswerMs / 1000);
    else {
      firstAnswer.observe({ command }, firstAnswerMs / 1000);
      answer.observe({ command }, ms / 1000);
    }
  };
}
