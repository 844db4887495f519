import type { Logger } from 'pino';
import { OutageLog, type OutageMessages } from '../platform/outage-log.ts';

const MESSAGES: OutageMessages = {
  lost: 'the gateway connection is lost; the bot connects again by itself',
  lasts: 'the gateway connection is still lost',
  back: 'the gateway connection is back',
};

/** Tells the log of lost connections to the gateway, by shard. */
export class ShardOutages {
  readonly #log: Logger;
  readonly #outages = new Map<number, OutageLog>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Notes that a connection was lost, or that an attempt to connect has failed. @param err left out where it is not known */
  failed(shard: number, err?: unknown): void {
    this.#of(shard).failed(err instanceof Error ? err.message || err.name : undefined);
  }

  /** Notes that a shard is connected. */
  works(shard: number): void {
    this.#of(shard).works();
  }

  #of(shard: number): OutageLog {
    const outage = this.#outages.get(shard) ?? new OutageLog(this.#log, MESSAGES, { shard });
    this.#outages.set(shard, outage);
    return outage;
  }
}
