import { setTimeout as wait } from 'node:timers/promises';
import { askedWaitMs, isPassing, mayHaveArrived, NoAnswerError, UndeliveredError } from './api-failure.ts';
import type { RequestQueue, Urgency } from './request-queue.ts';

/** The times within which Discord takes answers to an interaction, in milliseconds from its arrival. */
export interface DeliveryLimits {
  /** For the first answer. */
  firstAnswerMs: number;
  /** For edits, further messages and removals: the life of the interaction's token. */
  tokenMs: number;
}

/** Discord's own limits. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const DISCORDS_LIMITS: DeliveryLimits = { firstAnswerMs: 3000, tokenMs: 15 * 60_000 };

/** Milliseconds that one try of a request may take where it is not urgent. */
const TRY_MS = 10_000;

/** Milliseconds before an urgent request's end from which on one more try gets all the time that is left. */
const LAST_TRY_MS = 1000;

/** Milliseconds before the second try, and the most before any later one; each pause is twice the one before. */
const PAUSES: Readonly<Record<Urgency, { first: number; most: number }>> = {
  urgent: { first: 50, most: 400 },
  other: { first: 250, most: 30_000 },
};

/** A try that failed and is followed by another. */
export interface Retry {
  err: unknown;
  /** Milliseconds until the next try. */
  waitMs: number;
}

/** One request to Discord, which may take several tries. */
export interface Errand {
  urgency: Urgency;
  /** The moment at which Discord takes it no more, in milliseconds of `performance.now()`. */
  until: number;
  /** Sends the request. It is called once for each try. The signal ends the try. */
  send(signal: AbortSignal): Promise<unknown>;
  /** Gives the request up when it aborts, because another one has taken its place. */
  signal?: AbortSignal;
  /** Whether there is one try only, because a newer request follows soon. */
  once?: boolean;
  /** Whether an error of a further try shows that an earlier one has been carried out. */
  isDone?(error: unknown): boolean;
  /** Called before each further try. */
  onRetry?(retry: Retry): void;
}

/**
 * Brings requests to Discord, again where the connection or Discord failed, until their time is over. Only a try holds a
 * place in the queue, never a pause between two of them.
 */
export class Delivery {
  readonly limits: DeliveryLimits;
  readonly #queue: RequestQueue;
  readonly #underWay = new Set<AbortController>();
  #stopped = false;

  constructor(queue: RequestQueue, limits: DeliveryLimits = DISCORDS_LIMITS) {
    this.#queue = queue;
    this.limits = limits;
  }

  /**
   * Delivers one request.
   *
   * @throws UndeliveredError where its time is over, or would be before the next try, or its signal aborts; Discord's refusal; the failure of the
   *   only try
   */
  async deliver(errand: Errand): Promise<void> {
    const { urgency, until, signal, once = false, isDone, onRetry } = errand;
    const end = new AbortController();
    const giveUp = () => end.abort();
    const timer = setTimeout(giveUp, Math.max(0, until - performance.now()));
    this.#underWay.add(end);
    signal?.addEventListener('abort', giveUp, { once: true });
    if (this.#stopped || signal?.aborted === true) end.abort();
    let arrived = false;
    let failure: unknown;
    try {
      for (let tries = 1; ; tries++) {
        try {
          const slowMs = this.#queue.hangingMs(urgency);
          await this.#queue.run(urgency, () => tryOnce(errand, end.signal, slowMs), end.signal);
          return;
        } catch (err) {
          if (tries > 1 && isDone?.(err) === true) return;
          arrived ||= mayHaveArrived(err);
          // The end of the time says less than an earlier failure.
          if (!end.signal.aborted || failure === undefined) failure = err;
          if (end.signal.aborted) throw new UndeliveredError(arrived, failure);
          if (once || !isPassing(err)) throw err;
          const waitMs = Math.max(pauseMs(urgency, tries), askedWaitMs(err));
          if (performance.now() + waitMs >= until) throw new UndeliveredError(arrived, err);
          onRetry?.({ err, waitMs });
          // Where the wait is cut short, the queue drops the next try.
          await wait(waitMs, undefined, { signal: end.signal }).catch(() => {});
        }
      }
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      this.#underWay.delete(end);
    }
  }

  /** Gives up every request that is under way, and every later one: nothing is sent any more. */
  stop(): void {
    this.#stopped = true;
    for (const end of this.#underWay) end.abort();
  }
}

function pauseMs(urgency: Urgency, tries: number): number {
  const { first, most } = PAUSES[urgency];
  return Math.min(first * 2 ** (tries - 1), most);
}

/**
 * Sends a request, for as long as one try may take. An urgent try may take half of the time that is left: a connection that
 * hangs leaves time for another, and a slow one has time enough.
 *
 * @param slowMs milliseconds that a try may take at least; on a slow machine or network, further tries would only add work
 */
async function tryOnce({ urgency, until, send }: Errand, end: AbortSignal, slowMs: number): Promise<void> {
  const left = until - performance.now();
  const usual = urgency === 'urgent' && left > LAST_TRY_MS ? left / 2 : TRY_MS;
  const limit = Math.max(usual, slowMs);
  const trying = new AbortController();
  const giveUp = () => trying.abort();
  const timer = setTimeout(giveUp, limit);
  end.addEventListener('abort', giveUp);
  try {
    await send(trying.signal);
  } catch (error) {
    if (trying.signal.aborted) throw new NoAnswerError('Discord did not answer in time.', error);
    throw error;
  } finally {
    clearTimeout(timer);
    end.removeEventListener('abort', giveUp);
  }
}
