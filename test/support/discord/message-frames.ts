import { InteractionType, MessageType } from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';
import type { LiveInteraction } from './live-interaction.ts';

/** Makes the fields of a message that are settled from its beginning and don't depend on its content. */
export class MessageFrames {
  readonly #newId: () => string;
  readonly #clock: Clock;
  readonly #applicationId: string;
  readonly #author: JsonObject;

  constructor(parts: { newId: () => string; clock: Clock; applicationId: string; author: JsonObject }) {
    this.#newId = parts.newId;
    this.#clock = parts.clock;
    this.#applicationId = parts.applicationId;
    this.#author = parts.author;
  }

  /** The fields of a message that answers an interaction. */
  reply({ start, type }: LiveInteraction): JsonObject & { id: string } {
    const frame = { ...this.#frame(start.payload), interaction_metadata: start.metadata };
    if (type !== InteractionType.ApplicationCommand) return { ...frame, type: MessageType.Reply };
    const { id, name, user } = start.metadata;
    return { ...frame, type: MessageType.ChatInputCommand, interaction: { id, type, name, user } };
  }

  followup({ start, original }: LiveInteraction): JsonObject & { id: string } {
    const metadata = { ...start.metadata, original_response_message_id: original?.id ?? start.id };
    return { ...this.#frame(start.payload), type: MessageType.Reply, interaction_metadata: metadata };
  }

  #frame(payload: JsonObject): JsonObject & { id: string } {
    return {
      id: this.#newId(),
      channel_id: payload.channel_id,
      author: this.#author,
      application_id: this.#applicationId,
      webhook_id: this.#applicationId,
      timestamp: new Date(this.#clock.now()).toISOString(),
    };
  }
}
