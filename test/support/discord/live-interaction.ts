import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { Changes } from './changes.ts';
import type { HeldMessage } from './held-message.ts';
import type { JsonObject } from './json.ts';

/** A first answer that was accepted. */
export interface AcceptedCallback {
  type: number;
  /** The body as it was sent. */
  body: JsonObject;
  /** Milliseconds since the interaction was sent, by the stand-in's clock. */
  afterMs: number;
}

export interface InteractionStart {
  id: string;
  token: string;
  /** The `d` of INTERACTION_CREATE. */
  payload: JsonObject;
  userId: string;
  /** The `interaction_metadata` of the message that answers it. */
  metadata: JsonObject;
  dispatchedAt: number;
  /** The message whose component was used. */
  source: HeldMessage | null;
  /** For autocomplete: the type that the values of the choices must have. */
  choiceKind: 'string' | 'number' | null;
}

/** An interaction, with all answers to it so far. */
export class LiveInteraction {
  readonly start: InteractionStart;
  readonly changes = new Changes();
  readonly callbacks: AcceptedCallback[] = [];
  /** `@original`: the message of the answer, or the source message that is being updated. */
  original: HeldMessage | null = null;
  readonly followups: HeldMessage[] = [];
  /** The number of times that the bot has edited `@original` over its webhook. */
  edits = 0;
  /** The choices of autocomplete. */
  choices: APIApplicationCommandOptionChoice[] | null = null;

  constructor(start: InteractionStart) {
    this.start = start;
  }

  get type(): number {
    return Number(this.start.payload.type);
  }

  get callback(): AcceptedCallback | undefined {
    return this.callbacks[0];
  }
}

/** All interactions of a run, in order and by token. */
export class LiveInteractions {
  readonly all: LiveInteraction[] = [];
  readonly #byToken = new Map<string, LiveInteraction>();

  add(interaction: LiveInteraction): void {
    this.all.push(interaction);
    this.#byToken.set(interaction.start.token, interaction);
  }

  /** Forgets those that were sent before a moment, by the stand-in's clock. */
  forget(before: number): void {
    const kept = this.all.filter(({ start }) => start.dispatchedAt >= before);
    this.all.splice(0, this.all.length, ...kept);
    this.#byToken.clear();
    for (const interaction of kept) this.#byToken.set(interaction.start.token, interaction);
  }

  byToken(token: string): LiveInteraction | undefined {
    return this.#byToken.get(token);
  }
}
