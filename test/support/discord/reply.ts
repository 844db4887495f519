import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  InteractionResponseType as Callback,
} from 'discord-api-types/v10';
import type { HeldMessage } from './held-message.ts';
import type { Journal } from './journal.ts';
import type { AcceptedCallback, LiveInteraction } from './live-interaction.ts';

/** A member's view of the bot's answer to one interaction, as it stands at the moment. */
export class Reply {
  readonly interaction: LiveInteraction;
  readonly #journal: Journal;

  constructor(interaction: LiveInteraction, journal: Journal) {
    this.interaction = interaction;
    this.#journal = journal;
  }

  /** Milliseconds from the interaction to its first answer, by the stand-in's clock; null before that answer. */
  get acknowledgedAfterMs(): number | null {
    return this.interaction.callback?.afterMs ?? null;
  }

  /** Whether the first answer was a defer, of a reply or of an update. */
  get deferred(): boolean {
    const type = this.interaction.callback?.type;
    return type === Callback.DeferredChannelMessageWithSource || type === Callback.DeferredMessageUpdate;
  }

  /** The accepted first answer as it was sent; empty before it. */
  get callbacks(): readonly AcceptedCallback[] {
    return this.interaction.callbacks;
  }

  /** `@original`: the reply, or the message that a component's answer updates; null before the first answer. */
  get original(): HeldMessage | null {
    return this.interaction.original;
  }

  /**
   * The content of `@original` as Discord holds it; null before the first answer, while it loads, and once it is
   * deleted.
   */
  get message(): APIMessage | null {
    const { original } = this;
    return original === null || original.loading || original.deleted ? null : original.data;
  }

  get ephemeral(): boolean {
    return this.original?.ephemeral ?? false;
  }

  get deleted(): boolean {
    return this.original?.deleted ?? false;
  }

  get followups(): readonly HeldMessage[] {
    return this.interaction.followups;
  }

  /** The choices of autocomplete; null for other interactions. */
  get choices(): readonly APIApplicationCommandOptionChoice[] | null {
    return this.interaction.choices;
  }

  /** The message that the member looks at: `@original`, or a follow-up if `@original` was deleted or left alone. */
  get shown(): HeldMessage | null {
    const { original, followups } = this;
    const leftAlone =
      this.callbacks[0]?.type === Callback.DeferredMessageUpdate && this.interaction.edits === 0;
    if (original === null || original.deleted || leftAlone) return followups[0] ?? null;
    return original.loading ? null : original;
  }

  /** Waits for the first answer. @throws Error if none comes in `timeoutMs` of real time */
  async acknowledged(timeoutMs?: number): Promise<this> {
    return this.#until(() => this.interaction.callback !== undefined, 'was not acknowledged', timeoutMs);
  }

  /** Waits until `@original` is replied, edited or deleted, or choices are offered. @throws Error as above */
  async settled(timeoutMs?: number): Promise<this> {
    return this.#until(() => this.#isSettled(), 'was not answered', timeoutMs);
  }

  /** Waits until the member sees an answer, in `@original` or in a follow-up. @throws Error as above */
  async answered(timeoutMs?: number): Promise<HeldMessage> {
    await this.#until(() => this.#isSettled() && this.shown !== null, 'was not answered', timeoutMs);
    return this.shown!;
  }

  /** Waits for at least `count` follow-ups. @throws Error as above */
  async followedUp(count = 1, timeoutMs?: number): Promise<readonly HeldMessage[]> {
    await this.#until(
      () => this.followups.length >= count,
      `was followed up fewer than ${count} times`,
      timeoutMs,
    );
    return this.followups;
  }

  #isSettled(): boolean {
    const { callback, original, edits, followups } = this.interaction;
    if (callback === undefined) return false;
    if (callback.type === Callback.DeferredChannelMessageWithSource)
      return !original!.loading || original!.deleted;
    if (callback.type === Callback.DeferredMessageUpdate) {
      return edits > 0 || original!.deleted || followups.length > 0;
    }
    return true;
  }

  async #until(reached: () => boolean, failure: string, timeoutMs?: number): Promise<this> {
    const name = JSON.stringify(this.interaction.start.payload.data);
    await this.interaction.changes.until(
      () => (reached() ? true : undefined),
      () =>
        [`interaction ${name} ${failure}`, ...this.#journal.violations.map(({ reason }) => reason)].join(
          '\n',
        ),
      timeoutMs,
    );
    return this;
  }
}
