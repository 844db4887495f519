import { randomBytes } from 'node:crypto';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { parseCustomId } from '../commands/contract/custom-id.ts';
import { isCommand } from './interaction.ts';
import type { RepeatedRequest } from './responses.ts';

/** The end of an interaction. */
export type Outcome =
  | 'answered'
  /** The asker made a mistake or asked too many questions; the reply says so. */
  | 'refused'
  /** Our program failed. */
  | 'failed'
  /** The first answer came after Discord's three seconds. */
  | 'too-late'
  /** The answer could not be delivered: its message was removed, its 15 minutes were over, or the program stops. */
  | 'gone'
  /** The interaction is of a kind that this program does not answer. */
  | 'ignored';

/** An interaction as the log and the metrics report it. It says nothing about the asker, the place or the options. */
export interface InteractionEvent {
  /** The request id, eight hexadecimal digits; a reply about a failure shows it too. */
  request: string;
  kind: 'command' | 'component' | 'autocomplete' | 'other';
  /** The command's name; `unknown` where the program has no such command. */
  command: string;
  outcome: Outcome;
  /** The code of the QuestionError, of a refused interaction. */
  code?: string;
  /** Milliseconds from the arrival until Discord had the first answer; null where there was no answer. */
  firstAnswerMs: number | null;
  /** The number of requests of its answers that were sent again. */
  retries: number;
  /** Milliseconds from the arrival to the end. */
  ms: number;
}

/** The log level and the message of each outcome. */
const LOGGED = {
  answered: ['info', 'a question was answered'],
  refused: ['info', 'a question was refused'],
  failed: ['error', 'a question failed'],
  'too-late': ['warn', 'too late to answer an interaction'],
  gone: ['warn', 'an answer could not be delivered any more'],
  ignored: ['warn', 'an interaction of an unknown kind'],
} as const;

/** The reason for an outcome. */
interface Why {
  /** The code of a refusal. */
  code?: string;
  /** The error of a failure. */
  err?: unknown;
  /** Whether the same failure has been logged already, so that another error line would say nothing new. */
  repeated?: boolean;
}

/** Collects the event of one interaction, from its arrival to its end. */
export class Handling {
  readonly request = randomBytes(4).toString('hex');
  readonly #began = performance.now();
  readonly #kind: InteractionEvent['kind'];
  readonly #command: string;
  #firstAnswerMs: number | null = null;
  #outcome: Outcome = 'answered';
  #why: Why = {};
  #retries = 0;
  #doubt: unknown = null;

  /** @param interaction null where it is of an unknown shape @param commands all commands, by name */
  constructor(interaction: APIInteraction | null, commands: ReadonlyMap<string, unknown>) {
    const [kind, name] = interaction === null ? (['other', undefined] as const) : kindAndCommand(interaction);
    this.#kind = kind;
    this.#command = name !== undefined && commands.has(name) ? name : 'unknown';
  }

  /** Notes that Discord has the first answer. */
  acknowledged(): void {
    this.#firstAnswerMs = performance.now() - this.#began;
  }

  /** Notes another outcome than `answered`. @param why the code of a refusal, or the error of a failure */
  became(outcome: Outcome, why: Why = {}): void {
    this.#outcome = outcome;
    this.#why = why;
  }

  /** Notes that Discord may have the first answer, though it has confirmed none. @param err the failure of the first answer */
  doubted(err: unknown): void {
    this.#doubt = err;
  }

  /** Notes that no answer can be delivered any more. */
  undelivered(err: unknown): void {
    if (this.#doubt === null) this.became('gone', { err });
    else this.became('too-late', { err: this.#doubt });
  }

  /** Notes that a request of an answer is sent again, and logs that. */
  retried(log: Logger, { err, waitMs, mayAppearTwice }: RepeatedRequest): void {
    this.#retries += 1;
    const line = { request: this.request, command: this.#command, waitMs, err };
    if (mayAppearTwice) log.warn(line, 'a message is sent again, and the asker may see it twice');
    else log.debug(line, 'a request to Discord is sent again');
  }

  /** Logs a further line about this interaction, beside the one that every interaction has. */
  note(log: Logger, level: 'warn' | 'error', err: unknown, message: string): void {
    log[level]({ request: this.request, command: this.#command, err }, message);
  }

  /** Ends the interaction: logs it in one line. @returns the event for the metrics */
  end(log: Logger): InteractionEvent {
    const { code, err, repeated = false } = this.#why;
    const event: InteractionEvent = {
      request: this.request,
      kind: this.#kind,
      command: this.#command,
      outcome: this.#outcome,
      ...(code === undefined ? {} : { code }),
      firstAnswerMs: rounded(this.#firstAnswerMs),
      retries: this.#retries,
      ms: rounded(performance.now() - this.#began),
    };
    const [level, message] = LOGGED[this.#outcome];
    // Every letter typed in a field with completion is an interaction, and a late completion has been overtaken by the next
    // letter. They would flood the log.
    const quiet = repeated || (this.#kind === 'autocomplete' && (level === 'info' || isLate(this.#outcome)));
    log[quiet ? 'debug' : level]({ ...event, ...(err === undefined ? {} : { err }) }, message);
    return event;
  }
}

/** The kind of an interaction, and the name of its command where it has one. */
function kindAndCommand(
  interaction: APIInteraction,
): [kind: InteractionEvent['kind'], command: string | undefined] {
  if (isCommand(interaction)) return ['command', interaction.data.name];
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return ['autocomplete', interaction.data.name];
  }
  if (interaction.type === InteractionType.MessageComponent) {
    return ['component', parseCustomId(interaction.data.custom_id)?.command];
  }
  return ['other', undefined];
}

function isLate(outcome: Outcome): boolean {
  return outcome === 'too-late' || outcome === 'gone';
}

/** Milliseconds to one decimal. */
function rounded<Ms extends number | null>(ms: Ms): Ms {
  return (ms === null ? null : Math.round(ms * 10) / 10) as Ms;
}
