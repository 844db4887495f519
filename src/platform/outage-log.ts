import type { Logger } from 'pino';
import { Outage } from './outage.ts';

/** The messages about the outage of one thing. */
export interface OutageMessages {
  lost: string;
  lasts: string;
  back: string;
}

/** Tells the log of the outages of one thing, as often as {@link Outage} says; every failure is a line of level `debug`. */
export class OutageLog {
  readonly #log: Logger;
  readonly #messages: OutageMessages;
  readonly #fields: object;
  readonly #outage: Outage;

  /** @param fields stand in each line */
  constructor(log: Logger, messages: OutageMessages, fields: object = {}, outage = new Outage()) {
    this.#log = log;
    this.#messages = messages;
    this.#fields = fields;
    this.#outage = outage;
  }

  /** Notes a failure. @param why in a few words; left out where it is not known */
  failed(why?: string): void {
    const line = { ...this.#fields, ...(why === undefined ? {} : { why }) };
    const told = this.#outage.failed();
    if (told === 'begins') this.#log.warn(line, this.#messages.lost);
    else if (told === 'lasts') this.#log.warn({ ...line, ...this.#outage.extent }, this.#messages.lasts);
    else this.#log.debug(line, this.#messages.lasts);
  }

  /** Notes that it works. */
  works(): void {
    const extent = this.#outage.works();
    if (extent !== null) this.#log.info({ ...this.#fields, ...extent }, this.#messages.back);
  }
}
