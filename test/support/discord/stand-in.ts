import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ChannelType, InteractionContextType as Context, Locale } from 'discord-api-types/v10';
import { accountRoutes } from './account-routes.ts';
import { callbackRoutes } from './callback-routes.ts';
import type { Dispatcher, MemberOptions, Place } from './client-action.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Commands, commandRoutes } from './command-routes.ts';
import { Faults } from './faults.ts';
import { GatewayServer } from './gateway-server.ts';
import { createDispatcher } from './interaction-payload.ts';
import { Journal, type LoggedRequest, type Violation } from './journal.ts';
import { type LiveInteraction, LiveInteractions } from './live-interaction.ts';
import { Member } from './member.ts';
import { MessageFrames } from './message-frames.ts';
import { prepareSchemas } from './openapi.ts';
import { CommandList } from './registered-commands.ts';
import { createRestServer } from './rest-server.ts';
import { snowflakes } from './snowflake.ts';
import { webhookRoutes } from './webhook-routes.ts';
import {
  channelPayload,
  createGuild,
  type Guild,
  type GuildOptions,
  guildPayload,
  userPayload,
} from './world.ts';

export interface StandInOptions {
  /** The bot's token. Any other token is refused. */
  token: string;
  applicationId: string;
  /** The servers that the bot is in. */
  guilds: readonly GuildOptions[];
  /** The number of shards that Discord recommends; 1 by default. */
  shards?: number;
  /** The clock for deadlines; the machine's time by default. */
  clock?: Clock;
  /** Milliseconds between a bot's heartbeats; 41,250 by default. */
  heartbeatIntervalMs?: number;
  /** The number of identifications left today; 1000 by default. */
  sessionStarts?: number;
  /** The port to listen on; a free one by default. */
  port?: number;
}

const USUAL_SCHEMAS = [
  'CreateMessageInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
  'ApplicationCommandAutocompleteCallbackRequest',
  'IncomingWebhookUpdateRequestPartial',
  'IncomingWebhookRequestPartial',
];

/**
 * Stands in for Discord's servers on loopback. It has the REST API and the gateway that a real library connects to, and
 * members whose clients can do only what the bot offers. It refuses what Discord would refuse, and keeps a record of that
 * in `violations`.
 */
export class StandIn {
  readonly faults = new Faults();
  readonly commands: Commands;
  readonly gateway: GatewayServer;
  readonly #journal = new Journal();
  readonly #interactions = new LiveInteractions();
  readonly #guilds = new Map<string, Guild>();
  readonly #guildCommands = new Map<string, CommandList>();
  readonly #applicationId: string;
  readonly #newId: () => string;
  readonly #dispatcher: Dispatcher;
  readonly #server: ReturnType<typeof createRestServer>;

  /** Starts a stand-in. @throws Node's listen errors, such as EADDRINUSE */
  static async start(options: StandInOptions): Promise<StandIn> {
    const standIn = new StandIn(options);
    prepareSchemas(USUAL_SCHEMAS);
    standIn.#server.listen(options.port ?? 0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  private constructor(options: StandInOptions) {
    const { token, applicationId, clock = systemClock } = options;
    const newId = snowflakes(clock);
    const user = userPayload(applicationId, 'steamscope', true);
    const global = new CommandList(applicationId, null, newId);
    const guilds = this.#guilds;
    const local = this.#guildCommands;
    const frames = new MessageFrames({ newId, clock, applicationId, author: user });
    const interactions = this.#interactions;
    this.#newId = newId;
    this.#applicationId = applicationId;
    for (const guild of options.guilds) this.invite(guild);
    this.commands = {
      get global() {
        return global.all;
      },
      guild: (id) => local.get(id)?.all ?? [],
    };
    this.gateway = new GatewayServer({
      token,
      newId,
      journal: this.#journal,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      origin: () => `ws://${this.#host}`,
      ready: () => ({ v: 10, user, application: { id: applicationId, flags: 0 }, session_type: 'normal' }),
      guilds: () =>
        [...guilds.values()].map((guild) => ({
          ...guildPayload(guild, user, applicationId),
          id: guild.id,
        })),
    });
    const account = {
      applicationId,
      user,
      guilds: () => guilds.size,
      shards: options.shards ?? 1,
      gatewayUrl: () => this.gateway.url,
      sessionStartsLeft: () => (options.sessionStarts ?? 1000) - this.gateway.identifications,
    };
    this.#server = createRestServer({
      token,
      clock,
      journal: this.#journal,
      faults: this.faults,
      routes: [
        ...accountRoutes(account),
        ...commandRoutes(applicationId, global, local),
        ...callbackRoutes(interactions, clock, frames),
        ...webhookRoutes({ interactions, clock, frames, applicationId }),
      ],
    });
    this.gateway.attach(this.#server);
    this.#dispatcher = createDispatcher({
      applicationId,
      newId,
      clock,
      interactions,
      gateway: this.gateway,
      journal: this.#journal,
    });
  }

  /** The base of the REST API, for `rest: { api }` and `DISCORD_API_URL`. */
  get url(): string {
    return `http://${this.#host}/api`;
  }

  /** Every request of the bot, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#journal.requests;
  }

  /** Everything that was refused, oldest first. A test states which it expects; most expect none. */
  get violations(): readonly Violation[] {
    return this.#journal.violations;
  }

  /** Every interaction that members have caused, oldest first. */
  get interactions(): readonly LiveInteraction[] {
    return this.#interactions.all;
  }

  /** Adds the bot to one more server. A bot without intents is not told. */
  invite(options: GuildOptions): void {
    const guild = createGuild(options, this.#newId);
    this.#guilds.set(guild.id, guild);
    this.#guildCommands.set(guild.id, new CommandList(this.#applicationId, guild.id, this.#newId));
  }

  /** A person with a Discord client. @throws Error if the server lacks the channel that the options place them in */
  member(options: MemberOptions = {}): Member {
    return new Member(options.userId ?? this.#newId(), options, this.#placeOf(options), this.#dispatcher);
  }

  /** Forgets all requests and violations, and the interactions that were sent before a moment, by its clock. */
  forget(before: number): void {
    this.#journal.requests.length = 0;
    this.#journal.violations.length = 0;
    this.#interactions.forget(before);
  }

  /** Cuts all connections and stops listening. */
  async stop(): Promise<void> {
    this.gateway.stop();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  get #host(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    return `${address}:${port}`;
  }

  #placeOf({ guildId, nsfwChannel = false, channelId, privateChannel = false }: MemberOptions): Place {
    const elsewhere = { guildLocale: Locale.EnglishUS, ageRestricted: nsfwChannel, commands: this.commands };
    if (guildId === undefined) {
      const type = privateChannel ? ChannelType.GroupDM : ChannelType.DM;
      const context = privateChannel ? Context.PrivateChannel : Context.BotDM;
      const channel = { id: channelId ?? this.#newId(), type, flags: 0, last_message_id: null };
      return { ...elsewhere, context, guildId: null, botIsThere: false, channel };
    }
    const guild = this.#guilds.get(guildId);
    if (guild === undefined) {
      const unknown = { id: channelId ?? this.#newId(), name: 'lobby', type: ChannelType.GuildText };
      const channel = { ...channelPayload({ ...unknown, ageRestricted: nsfwChannel }), ...unknown };
      return { ...elsewhere, context: Context.Guild, guildId, botIsThere: false, channel };
    }
    const found = guild.channels.find(({ id, ageRestricted }) =>
      channelId === undefined ? ageRestricted === nsfwChannel : id === channelId,
    );
    if (found === undefined) throw new Error(`server ${guildId} has no such channel`);
    return {
      context: Context.Guild,
      guildId,
      guildLocale: guild.locale,
      botIsThere: true,
      channel: { ...channelPayload(found), id: found.id, type: found.type },
      ageRestricted: found.ageRestricted,
      commands: this.commands,
    };
  }
}
