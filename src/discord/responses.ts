import type { RawFile, REST } from '@discordjs/rest';
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { Reply, Visibility } from '../commands/contract/reply.ts';
import { RequestQueue } from './request-queue.ts';
import type { RestClients } from './rest.ts';

/**
 * The first answer to an interaction. It promises a new reply, for everyone (`public`) or for the asker alone (`ephemeral`),
 * or a change of the message under which a component stands (`update`).
 */
export type Acknowledgement = Visibility | 'update';

/** The way to Discord for answers to interactions. */
export interface InteractionApi {
  rest: REST;
  queue: RequestQueue;
}

/**
 * A REST client of its own for interactions. They carry their own tokens and do not count towards a bot's 50 requests a
 * second (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit). discord.js's client would hold them to
 * that limit, and the last of 200 answers at once would be four seconds late. This client also outlives the gateway, so that
 * running answers can end.
 */
export function interactionApi(clients: RestClients): InteractionApi {
  return {
    rest: clients.client('sending a reply', { globalRequestsPerSecond: Number.POSITIVE_INFINITY }),
    queue: new RequestQueue(),
  };
}

/** Sends the answers to one interaction. Every method throws @discordjs/rest's errors. */
export class Responses {
  readonly #api: InteractionApi;
  readonly #interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;

  constructor(api: InteractionApi, interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>) {
    this.#api = api;
    this.#interaction = interaction;
  }

  /** Sends the first answer to a command or a component. */
  async acknowledge(as: Acknowledgement): Promise<void> {
    if (as === 'update') return this.#callback({ type: InteractionResponseType.DeferredMessageUpdate });
    await this.#callback({
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(as === 'ephemeral' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
    });
  }

  /** Sends the choices for a field with completion: the first and only answer to such an interaction. */
  async offer(choices: APIApplicationCommandOptionChoice[]): Promise<void> {
    await this.#callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** Replaces the deferred reply, or the message of a component, by this reply. */
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

  /** Sends a further message that only the asker sees. */
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

/** The body of a message. It names every field, so that an edit leaves nothing of the old message. It notifies nobody. */
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
