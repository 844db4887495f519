import type { WebSocket } from 'ws';
import type { JsonObject } from './json.ts';

interface Dispatch {
  s: number;
  t: string;
  d: unknown;
}

/** A gateway session: what was dispatched to it, kept for a resume, and the connection that it has now. */
export class GatewaySession {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** The IDENTIFY's `d`, without the token. */
  readonly identify: JsonObject;
  connection: WebSocket | null;
  /** Nothing reaches the client and nothing of it is answered, though the connection is open. */
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

  /** The sequence number of the last dispatch. */
  get sequence(): number {
    return this.#sent.length;
  }

  /** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula; direct messages go to shard 0. */
  hears(guildId: string | null): boolean {
    const [id, count] = this.shard;
    return id === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
  }

  /** Sends, or keeps for the resume. */
  dispatch(t: string, d: unknown): void {
    const dispatch = { s: this.sequence + 1, t, d };
    this.#sent.push(dispatch);
    if (!this.silent) this.#send(dispatch);
  }

  /** Takes a connection over and sends what it has missed since that sequence number. */
  resume(connection: WebSocket, since: number): void {
    this.connection = connection;
    this.silent = false;
    for (const dispatch of this.#sent.slice(since)) this.#send(dispatch);
  }

  #send(dispatch: Dispatch): void {
    this.connection?.send(JSON.stringify({ op: 0, ...dispatch }));
  }
}
