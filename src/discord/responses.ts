import { type RawFile, REST } from '@discordjs/rest';
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { Reply, Visibility } from '../commands/contract/reply.ts';
import { RequestQueue } from './request-queue.ts';

/** How an interaction is acknowledged: by a reply that is to come, or by saying that its message will change. */
export type Acknowledgement = Visibility | 'update';

/** How answers to interactions are sent. */
export interface InteractionApi {
  rest: REST;
  queue: RequestQueue;
}

/**
 * The REST client of interactions. They carry their own tokens and do not count towards a bot's 50 requests a second
 * (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit), to which discord.js's client would hold
 * them: the 200th of 200 at once would be four seconds late. It outlives the gateway, so that running answers can end.
 */
export function interactionApi(apiUrl: string): InteractionApi {
  return {
    rest: new REST({ api: apiUrl, version: '10', globalRequestsPerSecond: Number.POSITIVE_INFINITY }),
    queue: new RequestQueue(),
  };
}

/** What can be said to one interaction. Every method throws @discordjs/rest's errors. */
export class Responses {
  readonly #api: InteractionApi;
  readonly #interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;

  constructor(api: InteractionApi, interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>) {
    this.#api = api;
    this.#interaction = interaction;
  }

  /** The first answer to a command or a component. */
  async acknowledge(as: Acknowledgement): Promise<void> {
    if (as === 'update') return this.#callback({ type: InteractionResponseType.DeferredMessageUpdate });
    await this.#callback({
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(as === 'ephemeral' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
    });
  }

  /** The first and only answer to an autocomplete. */
  async offer(choices: APIApplicationCommandOptionChoice[]): Promise<void> {
    await this.#callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** Puts a reply in the place of what was deferred, or of the message that a component stands under. */
  async edit(reply: Reply): Promise<void> {
    const { application_id, token } = this.#interaction;
    const route = Routes.webhookMessage(application_id, token, '@original');
    const request = { body: bodyOf(reply), files: filesOf(reply), auth: false };
    await this.#send('other', (rest) => rest.patch(route, request));
  }

  /** Removes the reply. */
  async remove(): Promise<void> {
    const { application_id, token } = this.#interaction;
    const route = Routes.webhookMessage(application_id, token, '@original');
    await this.#send('other', (rest) => rest.delete(route, { auth: false }));
  }

  /** Another message, which the asker alone sees. */
  async followUpPrivately(reply: Reply): Promise<void> {
    const { application_id, token } = this.#interaction;
    const body = { ...bodyOf(reply), flags: MessageFlags.Ephemeral };
    const request = { body, files: filesOf(reply), auth: false };
    await this.#send('other', (rest) => rest.post(Routes.webhook(application_id, token), request));
  }

  async #callback(body: object): Promise<void> {
    const { id, token } = this.#interaction;
    const route = Routes.interactionCallback(id, token);
    await this.#send('urgent', (rest) => rest.post(route, { body, auth: false }));
  }

  async #send(kind: 'urgent' | 'other', request: (rest: REST) => Promise<unknown>): Promise<void> {
    const { rest, queue } = this.#api;
    await queue.run(kind, () => request(rest));
  }
}

/** Every field is named, so that an edit leaves nothing of what was there. Nobody is ever notified. */
function bodyOf({ embeds, components, files }: Reply): object {
  return {
    content: '',
    embeds,
    components,
    attachments: files.map(({ name, description }, place) => ({
      id: String(place),
      filename: name,
      description,
    })),
    allowed_mentions: { parse: [] },
  };
}

function filesOf({ files }: Reply): RawFile[] {
  return files.map(({ name, data }) => ({ name, data: Buffer.from(data) }));
}
