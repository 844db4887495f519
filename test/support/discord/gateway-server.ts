import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { Changes } from './changes.ts';
import { GatewaySession } from './gateway-session.ts';
import type { Journal } from './journal.ts';
import { isObject, type JsonObject } from './json.ts';

const { GuildMembers, GuildPresences, MessageContent } = GatewayIntentBits;
/** Intents that an application has only if Discord grants them. This application has none of them. */
const PRIVILEGED = GuildMembers | GuildPresences | MessageContent;
const KNOWN = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
/** Close codes after which a session cannot be resumed. */
const ENDING: ReadonlySet<number> = new Set([1000, 1001, 4007, 4009]);

export interface GatewayParts {
  token: string;
  heartbeatIntervalMs: number;
  journal: Journal;
  newId: () => string;
  /** The address of the server: `ws://127.0.0.1:port`. */
  origin(): string;
  /** The `d` of READY, without the fields that the session adds. */
  ready(): JsonObject;
  /** The GUILD_CREATE payload of each server that the bot is in. */
  guilds(): readonly (JsonObject & { id: string })[];
}

/**
 * The behaviour towards a new connection: as usual; without HELLO; without an answer to IDENTIFY and RESUME; or a refusal of the
 * upgrade to a WebSocket.
 */
export type Mood = 'usual' | 'no HELLO' | 'no READY' | 'refusing';

/** The end of a connection. */
export interface Closing {
  code: number;
  by: 'bot' | 'discord';
  shard: readonly [number, number] | null;
}

/**
 * Discord's gateway, version 10, in JSON without compression. It emits these events, each with its session if that is
 * known: `identified`, `resumed`, `heartbeat`, `presence`, `invalidated`, and `closed` with a `Closing`.
 */
export class GatewayServer extends EventEmitter {
  /** All sessions that can still be resumed, connected or not. */
  readonly sessions: GatewaySession[] = [];
  readonly closings: Closing[] = [];
  /** The number of IDENTIFY frames that were answered. */
  identifications = 0;
  mood: Mood = 'usual';
  /** The address at which sessions are to be resumed; null: this server's own. */
  resumeUrl: string | null = null;
  /** Changes the `d` of each event on its way to the bot, as a new version of Discord might. */
  alter: (t: string, d: unknown) => unknown = (_, d) => d;
  /** The time, in milliseconds since 1970, of each attempt to connect, and of each IDENTIFY and RESUME. */
  readonly attempts: { what: 'upgrade' | 'identify' | 'resume'; at: number }[] = [];
  readonly #parts: GatewayParts;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #changes = new Changes();
  readonly #closedByUs = new WeakSet<WebSocket>();

  constructor(parts: GatewayParts) {
    super();
    this.#parts = parts;
  }

  get url(): string {
    return `${this.#parts.origin()}/gateway`;
  }

  /** Handles the upgrade requests of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.#attempted('upgrade');
      if (this.mood === 'refusing') {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (connection) => this.#open(connection, request));
    });
  }

  /** Waits until at least `count` sessions are connected. */
  async connected(count = 1): Promise<GatewaySession[]> {
    const look = () => {
      const sessions = this.sessions.filter(({ connection }) => connection !== null);
      return sessions.length >= count ? sessions : undefined;
    };
    return this.#changes.until(look, () => `fewer than ${count} gateway sessions are connected`);
  }

  /** Waits until no connection is open. */
  async disconnected(): Promise<void> {
    await this.#changes.until(
      () => (this.#server.clients.size === 0 ? true : undefined),
      () => 'the bot keeps its gateway connection',
    );
  }

  /** Sends an event to every session of the server's shard. @throws Error if there is none: nobody would ever get it */
  dispatch(guildId: string | null, t: string, d: unknown): void {
    const sessions = this.sessions.filter((session) => session.hears(guildId));
    if (sessions.length === 0) throw new Error(`${t}: no bot is connected for guild ${guildId}`);
    for (const session of sessions) session.dispatch(t, this.alter(t, d));
  }

  /** Sends a text of any kind, as it is, on every connection. */
  sendText(text: string): void {
    for (const connection of this.#server.clients) connection.send(text);
  }

  /** Waits until a connection was attempted, or an IDENTIFY or RESUME was sent, `count` times. */
  async attempted(what: 'upgrade' | 'identify' | 'resume', count = 1): Promise<void> {
    await this.#changes.until(
      () => (this.attempts.filter((attempt) => attempt.what === what).length >= count ? true : undefined),
      () => `the bot has sent no ${what}`,
      120_000,
    );
  }

  /** Closes every connection with this code. Sessions can be resumed, unless the code rules that out. */
  closeAll(code: number): void {
    if (ENDING.has(code)) this.sessions.length = 0;
    for (const connection of this.#server.clients) this.#close(connection, code, '');
  }

  /** Cuts every connection without a close frame, as a broken line does. */
  cut(): void {
    for (const connection of this.#server.clients) connection.terminate();
  }

  /**
   * Keeps the connections open but sends and answers nothing. A bot notices by the missing heartbeat acknowledgements.
   */
  dropSilently(): void {
    for (const session of this.sessions) session.silent = true;
  }

  /** Sends op 9 to every session. Sessions are forgotten unless they are resumable. */
  invalidateSession(resumable: boolean): void {
    const connected = this.sessions.filter(({ connection }) => connection !== null);
    for (const session of connected) {
      send(session.connection!, Op.InvalidSession, resumable);
      // The connection stays open, and the bot may resume or identify on it.
      session.connection = null;
    }
    if (!resumable) this.sessions.length = 0;
    this.emit('invalidated', resumable);
  }

  /** Sends op 7, which asks the bot to connect again and resume. */
  requestReconnect(): void {
    for (const connection of this.#server.clients) send(connection, Op.Reconnect, null);
  }

  stop(): void {
    this.cut();
    this.#server.close();
  }

  #open(connection: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://stand-in').searchParams;
    connection.on('error', () => {});
    connection.on('message', (data) => this.#receive(connection, String(data)));
    connection.on('close', (code) => this.#closed(connection, code));
    if (query.get('v') !== '10') {
      this.#refuse(connection, 4012, `API version ${query.get('v')}`);
      return;
    }
    if (query.get('encoding') !== 'json' || query.has('compress')) {
      this.#refuse(connection, 4002, `${query}: the stand-in speaks JSON without compression`);
      return;
    }
    if (this.mood === 'no HELLO') return;
    send(connection, Op.Hello, { heartbeat_interval: this.#parts.heartbeatIntervalMs });
  }

  #receive(connection: WebSocket, text: string): void {
    const session = this.#sessionOf(connection);
    if (session?.silent === true) return;
    const { op, d } = parse(text);
    if (op === Op.Heartbeat) {
      send(connection, Op.HeartbeatAck, null);
      this.emit('heartbeat', session);
    } else if (op === Op.Identify || op === Op.Resume) {
      const data = isObject(d) ? d : {};
      this.#attempted(op === Op.Identify ? 'identify' : 'resume');
      if (this.mood === 'no READY') return;
      if (session !== undefined) this.#refuse(connection, 4005, 'Already authenticated.');
      else if (data.token !== this.#parts.token) this.#refuse(connection, 4004, 'Authentication failed.');
      else if (op === Op.Identify) this.#identify(connection, data);
      else this.#resume(connection, data);
    } else if (session === undefined) this.#refuse(connection, 4003, 'Not authenticated.');
    else if (op === Op.PresenceUpdate) this.emit('presence', d, session);
    else if (typeof op !== 'number' || Op[op] === undefined) {
      this.#refuse(connection, op === undefined ? 4002 : 4001, 'Unknown opcode.');
    }
  }

  #identify(connection: WebSocket, { token: _, ...identify }: JsonObject): void {
    const intents = Number(identify.intents);
    const [id, count] = (identify.shard ?? [0, 1]) as [number, number];
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) {
      this.#refuse(connection, 4013, `Invalid intents ${identify.intents}.`);
      return;
    }
    if ((intents & PRIVILEGED) !== 0) {
      this.#refuse(connection, 4014, `Disallowed intents ${intents}.`);
      return;
    }
    if (!(id >= 0 && id < count)) {
      this.#refuse(connection, 4010, `Invalid shard ${id} of ${count}.`);
      return;
    }
    this.identifications += 1;
    const session = new GatewaySession({
      id: `session-${this.#parts.newId()}`,
      shard: [id, count],
      intents,
      identify,
      connection,
    });
    const guilds = this.#parts.guilds().filter((guild) => session.hears(guild.id));
    this.sessions.push(session);
    session.dispatch('READY', {
      ...this.#parts.ready(),
      session_id: session.id,
      resume_gateway_url: this.resumeUrl ?? `${this.url}/resume`,
      shard: session.shard,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    });
    if ((intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of guilds) session.dispatch('GUILD_CREATE', guild);
    }
    this.#changes.notify();
    this.emit('identified', session);
  }

  #resume(connection: WebSocket, { session_id: id, seq }: JsonObject): void {
    const session = this.sessions.find((each) => each.id === id);
    if (session === undefined) {
      send(connection, Op.InvalidSession, false);
      return;
    }
    if (!(Number(seq) >= 0 && Number(seq) <= session.sequence)) {
      this.sessions.splice(this.sessions.indexOf(session), 1);
      this.#refuse(connection, 4007, 'Invalid seq.');
      return;
    }
    session.connection?.terminate();
    session.resume(connection, Number(seq));
    session.dispatch('RESUMED', { _trace: [] });
    this.#changes.notify();
    this.emit('resumed', session);
  }

  /** Closes a connection because of something that the bot did. */
  #refuse(connection: WebSocket, code: number, reason: string): void {
    this.#parts.journal.violations.push({
      route: 'gateway-connection',
      status: code,
      code,
      reason,
      payload: undefined,
    });
    this.#close(connection, code, reason);
  }

  #close(connection: WebSocket, code: number, reason: string): void {
    this.#closedByUs.add(connection);
    connection.close(code, reason);
  }

  #closed(connection: WebSocket, code: number): void {
    const session = this.#sessionOf(connection);
    const by = this.#closedByUs.has(connection) ? 'discord' : 'bot';
    if (session !== undefined) {
      session.connection = null;
      if (by === 'bot' && (code === 1000 || code === 1001)) {
        this.sessions.splice(this.sessions.indexOf(session), 1);
      }
    }
    const closing: Closing = { code, by, shard: session?.shard ?? null };
    this.closings.push(closing);
    // ws removes the client from its list only after this event.
    setImmediate(() => this.#changes.notify());
    this.emit('closed', closing);
  }

  #attempted(what: 'upgrade' | 'identify' | 'resume'): void {
    this.attempts.push({ what, at: Date.now() });
    this.#changes.notify();
  }

  #sessionOf(connection: WebSocket): GatewaySession | undefined {
    return this.sessions.find((session) => session.connection === connection);
  }
}

function send(connection: WebSocket, op: Op, d: unknown): void {
  connection.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parse(text: string): { op?: unknown; d?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
