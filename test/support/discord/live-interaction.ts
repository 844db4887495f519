import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { Changes } from './changes.ts';
import type { HeldMessage } from './held-message.ts';
import type { JsonObject } from './json.ts';

/** A first answer that was accepted. */
export interface AcceptedCallback {
  type: number;
  /** As it was sent. */
  body: JsonObject;
  /** Milliseconds from the dispatch, by the stand-in's clock. */
  afterMs: number;
}

export interface InteractionStart {
  id: string;
  token: string;
  /** INTERACTION_CREATE's `d`. */
  payload: JsonObject;
  userId: string;
  /** What the message that answers it has in `interaction_metadata`. */
  metadata: JsonObject;
  dispatchedAt: number;
  /** The message whose component was used. */
  source: HeldMessage | null;
  /** Of an autocomplete: what its values must be. */
  choiceKind: 'string' | 'number' | null;
}

/** An interaction and all that has come of it. */
export class LiveInteraction {
  readonly start: InteractionStart;
  readonly changes = new Changes();
  readonly callbacks: AcceptedCallback[] = [];
  /** `@original`: the answer's message, or the source message that is being updated. */
  original: HeldMessage | null = null;
  readonly followups: HeldMessage[] = [];
  /** How many times the bot edited `@original` over its webhook. */
  edits = 0;
  /** What autocomplete offered. */
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

/** All interactions of a run, by id and token. */
export class LiveInteractions {
  readonly all: LiveInteraction[] = [];
  readonly #byToken = new Map<string, LiveInteraction>();

  add(interaction: LiveInteraction): void {
    this.all.push(interaction);
    this.#byToken.set(interaction.start.token, interaction);
  }

  byToken(token: string): LiveInteraction | undefined {
    return this.#byToken.get(token);
  }
}
