import type { WebSocket } from 'ws';
import type { JsonObject } from './json.ts';

interface Dispatch {
  s: number;
  t: string;
  d: unknown;
}

/** A gateway session: its current connection, and its events, kept for a resume. */
export class GatewaySession {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** The `d` of IDENTIFY, without the token. */
  readonly identify: JsonObject;
  connection: WebSocket | null;
  /** Whether it sends and answers nothing although the connection is open. */
  silent = false;
  readonly #sent: Dispatch[] = [];

  constructor(start: {
    id: string;
    shard: readonly [number, number];
    intents: number;
    identify: JsonObject;
    connection: WebSocket;
  }) {
    this.id = start.id;
    this.shard = start.shard;
    this.intents = start.intents;
    this.identify = start.identify;
    this.connection = start.connection;
  }

  /** The sequence number of the last event. */
  get sequence(): number {
    return this.#sent.length;
  }

  /**
   * Whether the session gets the events of a server. Direct messages (null) go to shard 0.
   * https://docs.discord.com/developers/events/gateway#sharding-sharding-formula
   */
  hears(guildId: string | null): boolean {
    const [id, count] = this.shard;
    return id === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
  }

  /** Sends an event, and keeps it for a resume. */
  dispatch(t: string, d: unknown): void {
    const dispatch = { s: this.sequence + 1, t, d };
    this.#sent.push(dispatch);
    if (!this.silent) this.#send(dispatch);
  }

  /** Takes over a connection, and sends the events after the sequence number `since`. */
  resume(connection: WebSocket, since: number): void {
    this.connection = connection;
    this.silent = false;
    for (const dispatch of this.#sent.slice(since)) this.#send(dispatch);
  }

  #send(dispatch: Dispatch): void {
    this.connection?.send(JSON.stringify({ op: 0, ...dispatch }));
  }
}
