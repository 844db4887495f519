import type { RawFile, REST } from '@discordjs/rest';
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { Reply, Visibility } from '../commands/contract/reply.ts';
import { asLayout } from '../commands/message/as-layout.ts';
import { isAcknowledged, isUnknownMessage, mayHaveArrived } from './api-failure.ts';
import { Delivery, type DeliveryLimits, DISCORDS_LIMITS, type Errand, type Retry } from './delivery.ts';
import { RequestQueue } from './request-queue.ts';
import type { RestClients } from './rest.ts';
import { wholeAnswer } from './whole-answer.ts';

/**
 * The first answer to an interaction. It promises a new reply, for everyone (`public`) or for the asker alone (`ephemeral`),
 * or a change of the message under which a component stands (`update`).
 */
export type Acknowledgement = Visibility | 'update';

/** The way to Discord for answers to interactions. */
export interface InteractionApi {
  rest: REST;
  queue: RequestQueue;
  delivery: Delivery;
}

/**
 * A REST client of its own for interactions. They carry their own tokens and do not count towards a bot's 50 requests a
 * second (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit). discord.js's client would hold them to
 * that limit, and the last of 200 answers at once would be four seconds late. This client also outlives the gateway, so that
 * running answers can end. It neither tries again nor waits for a rate limit by itself: `Delivery` does, within the limits of
 * an interaction.
 */
export function interactionApi(clients: RestClients, limits?: DeliveryLimits): InteractionApi {
  const queue = new RequestQueue();
  return {
    rest: clients.client('sending a reply', {
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      retries: 0,
      timeout: DISCORDS_LIMITS.tokenMs,
      waits: 'elsewhere',
      makeRequest: wholeAnswer,
    }),
    queue,
    delivery: new Delivery(queue, limits),
  };
}

/** A request that is sent again. */
export interface RepeatedRequest extends Retry {
  /** Whether the asker may see a message twice, since nothing tells whether the first try arrived. */
  mayAppearTwice: boolean;
}

/** The parts of an interaction that its answers need; `message` is the one under which a component stands. */
type Answered = Pick<APIInteraction, 'id' | 'token' | 'application_id'> & {
  message?: Pick<APIMessage, 'id' | 'flags'> | undefined;
};

/**
 * Sends the answers to one interaction. Its time limits begin when this object is made, on the interaction's arrival: the
 * time in the interaction's id comes from another clock. Every method throws UndeliveredError where the time is over, and
 * @discordjs/rest's errors where Discord refuses.
 */
export class Responses {
  readonly #api: InteractionApi;
  readonly #interaction: Answered;
  readonly #onRetry: (repeated: RepeatedRequest) => void;
  readonly #arrivedAt = performance.now();
  #shows: 'nothing' | 'embeds' | 'layout' = 'nothing';
  #messageId: string | null = null;

  /** @param onRetry called before each further try of a request */
  constructor(
    api: InteractionApi,
    interaction: Answered,
    onRetry: (repeated: RepeatedRequest) => void = () => {},
  ) {
    this.#api = api;
    this.#interaction = interaction;
    this.#onRetry = onRetry;
  }

  /** Sends the first answer to a command or a component. */
  async acknowledge(as: Acknowledgement): Promise<void> {
    if (as === 'update') {
      this.#shows = this.#isOnLayout ? 'layout' : 'embeds';
      return this.#callback({ type: InteractionResponseType.DeferredMessageUpdate });
    }
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

  /** The id of the message with the reply; null until Discord has confirmed an edit. */
  get messageId(): string | null {
    return this.#messageId;
  }

  /**
   * Replaces the deferred reply, or the message of a component, by this reply.
   *
   * @param signal gives the edit up when it aborts
   */
  async edit(reply: Reply, signal?: AbortSignal): Promise<void> {
    await this.#later({ ...this.#editing(reply), ...(signal === undefined ? {} : { signal }) });
  }

  /** Shows a passing state of the reply, with one try, because the next state follows. @throws the failure of the try, too */
  async show(state: Reply): Promise<void> {
    await this.#later({ ...this.#editing(state), once: true });
  }

  /** Removes the reply. */
  async remove(): Promise<void> {
    const send = (signal: AbortSignal) => this.#api.rest.delete(this.#original, { auth: false, signal });
    await this.#later({ send, isDone: isUnknownMessage });
  }

  /**
   * Sends a further message that only the asker sees. Nothing in Discord's API tells whether an unconfirmed message arrived,
   * so it is sent again: the same message twice is better than none.
   */
  async followUpPrivately(reply: Reply): Promise<void> {
    const { application_id, token } = this.#interaction;
    // A message that shows a layout gets only layouts, also beside it.
    const shown = this.#isOnLayout ? asLayout(reply) : reply;
    const { flags = 0, ...rest } = bodyOf(shown);
    const body = { ...rest, flags: flags | MessageFlags.Ephemeral };
    const request = { body, files: filesOf(shown), auth: false };
    const send = (signal: AbortSignal) =>
      this.#api.rest.post(Routes.webhook(application_id, token), { ...request, signal });
    const onRetry = (retry: Retry) => this.#onRetry({ ...retry, mayAppearTwice: mayHaveArrived(retry.err) });
    await this.#later({ send, onRetry });
  }

  get #original() {
    const { application_id, token } = this.#interaction;
    return Routes.webhookMessage(application_id, token, '@original');
  }

  /** Whether the interaction comes from a component of a layout. */
  get #isOnLayout(): boolean {
    return ((this.#interaction.message?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  }

  #editing(reply: Reply): Pick<Errand, 'send'> {
    const shown = this.#shows === 'layout' ? asLayout(reply) : reply;
    const isLayout = 'layout' in shown;
    // Discord takes a layout in place of embeds only where the same edit removes them.
    const cleared = isLayout && this.#shows === 'embeds' ? { content: null, embeds: [] } : {};
    const request = { body: { ...cleared, ...bodyOf(shown) }, files: filesOf(shown), auth: false };
    const send = async (signal: AbortSignal) => {
      const message = (await this.#api.rest.patch(this.#original, { ...request, signal })) as APIMessage;
      this.#messageId = message.id;
      this.#shows = isLayout ? 'layout' : 'embeds';
    };
    return { send };
  }

  /** Sends the first answer. A further try that finds it given has its purpose. */
  async #callback(body: object): Promise<void> {
    const { id, token } = this.#interaction;
    const route = Routes.interactionCallback(id, token);
    await this.#deliver('urgent', {
      send: (signal) => this.#api.rest.post(route, { body, auth: false, signal }),
      isDone: isAcknowledged,
    });
  }

  async #later(errand: Omit<Errand, 'urgency' | 'until'>): Promise<void> {
    await this.#deliver('other', errand);
  }

  async #deliver(urgency: Errand['urgency'], errand: Omit<Errand, 'urgency' | 'until'>): Promise<void> {
    const { delivery } = this.#api;
    const { firstAnswerMs, tokenMs } = delivery.limits;
    const until = this.#arrivedAt + (urgency === 'urgent' ? firstAnswerMs : tokenMs);
    const onRetry = (retry: Retry) => this.#onRetry({ ...retry, mayAppearTwice: false });
    await delivery.deliver({ onRetry, ...errand, urgency, until });
  }
}

/**
 * The body of a message. It names every field, so that an edit leaves nothing of the old message. It notifies nobody but the
 * users whom a layout names.
 */
function bodyOf(reply: Reply): { flags?: number; [field: string]: unknown } {
  const attachments = reply.files.map(({ name, description }, place) => ({
    id: String(place),
    filename: name,
    description,
  }));
  if (!('layout' in reply)) {
    const { embeds, components } = reply;
    return { content: '', embeds, components, attachments, allowed_mentions: { parse: [] } };
  }
  const { layout, mentions = [] } = reply;
  return {
    flags: MessageFlags.IsComponentsV2,
    components: layout,
    attachments,
    allowed_mentions: { parse: [], ...(mentions.length === 0 ? {} : { users: mentions }) },
  };
}

function filesOf({ files }: Reply): RawFile[] {
  return files.map(({ name, data }) => ({ name, data: Buffer.from(data) }));
}
