import { randomBytes } from 'node:crypto';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { parseCustomId } from '../commands/contract/custom-id.ts';
import { isCommand } from './interaction.ts';

/** What became of an interaction. */
export type Outcome =
  | 'answered'
  /** A mistake of who asked, or too many questions; they were told. */
  | 'refused'
  /** A failure of ours. */
  | 'failed'
  /** Three seconds were over before the first answer. */
  | 'too-late'
  /** Nobody is there any more for the answer: its message was removed. */
  | 'gone'
  /** Of a kind that this program does not have. */
  | 'ignored';

/** An interaction as the log and the metrics tell of it: nothing of who asked, where, or what. */
export interface InteractionEvent {
  /** Eight hexadecimal digits; who is told of a failure is told them too. */
  request: string;
  kind: 'command' | 'component' | 'autocomplete' | 'other';
  /** The command's name; `unknown` for one that is not there. */
  command: string;
  outcome: Outcome;
  /** Why it was refused. */
  code?: string;
  /** Milliseconds from its arrival to Discord's having the first answer; null where there was none. */
  firstAnswerMs: number | null;
  /** Milliseconds from its arrival to its end. */
  ms: number;
}

/** How each outcome is logged. */
const SAID = {
  answered: ['info', 'a question was answered'],
  refused: ['info', 'a question was refused'],
  failed: ['error', 'a question failed'],
  'too-late': ['warn', 'too late to answer an interaction'],
  gone: ['warn', 'nobody is there any more for an answer'],
  ignored: ['warn', 'an interaction of no known kind'],
} as const;

/** Keeps what is to be told of one interaction, from its arrival to its end. */
export class Handling {
  readonly request = randomBytes(4).toString('hex');
  readonly #began = performance.now();
  readonly #kind: InteractionEvent['kind'];
  readonly #command: string;
  #firstAnswerMs: number | null = null;
  #outcome: Outcome = 'answered';
  #why: { code?: string; err?: unknown } = {};

  /** @param commands those that are there, by name */
  constructor(interaction: APIInteraction, commands: ReadonlyMap<string, unknown>) {
    const [kind, name] = whatIs(interaction);
    this.#kind = kind;
    this.#command = name !== undefined && commands.has(name) ? name : 'unknown';
  }

  /** Discord has the first answer. */
  acknowledged(): void {
    this.#firstAnswerMs = performance.now() - this.#began;
  }

  /** It is not simply answered. */
  became(outcome: Outcome, why: { code?: string; err?: unknown } = {}): void {
    this.#outcome = outcome;
    this.#why = why;
  }

  /** Logs a line more than the one that every interaction has. */
  note(log: Logger, level: 'warn' | 'error', err: unknown, message: string): void {
    log[level]({ request: this.request, command: this.#command, err }, message);
  }

  /** It is through: logs it, in one line, and says what is to be told of it. */
  end(log: Logger): InteractionEvent {
    const { code, err } = this.#why;
    const event: InteractionEvent = {
      request: this.request,
      kind: this.#kind,
      command: this.#command,
      outcome: this.#outcome,
      ...(code === undefined ? {} : { code }),
      firstAnswerMs: rounded(this.#firstAnswerMs),
      ms: rounded(performance.now() - this.#began),
    };
    const [level, message] = SAID[this.#outcome];
    // Every letter that somebody types is an interaction: what is completed as it should be fills no log.
    const quiet = this.#kind === 'autocomplete' && level === 'info';
    log[quiet ? 'debug' : level]({ ...event, ...(err === undefined ? {} : { err }) }, message);
    return event;
  }
}

function whatIs(interaction: APIInteraction): [kind: InteractionEvent['kind'], command: string | undefined] {
  if (isCommand(interaction)) return ['command', interaction.data.name];
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return ['autocomplete', interaction.data.name];
  }
  if (interaction.type === InteractionType.MessageComponent) {
    return ['component', parseCustomId(interaction.data.custom_id)?.command];
  }
  return ['other', undefined];
}

function rounded<Ms extends number | null>(ms: Ms): Ms {
  return (ms === null ? null : Math.round(ms * 10) / 10) as Ms;
}
