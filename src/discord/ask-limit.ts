import { LRUCache } from 'lru-cache';

/** Users that are remembered; whoever asked longest ago is forgotten first. */
const USERS = 20_000;

/** How often a user may ask: so many questions in any so many seconds. */
export class AskLimit {
  readonly questions: number;
  readonly seconds: number;
  readonly #now: () => number;
  /** When each user asked, oldest first; never more than `questions` times. */
  readonly #asked = new LRUCache<string, number[]>({ max: USERS });

  /** @param now milliseconds of a clock that never goes back */
  constructor({ questions, seconds }: { questions: number; seconds: number }, now = () => performance.now()) {
    this.questions = questions;
    this.seconds = seconds;
    this.#now = now;
  }

  /** Counts a question where the user may ask it now. @returns whether they may; one that they may not is not counted */
  take(userId: string): boolean {
    const now = this.#now();
    const asked = (this.#asked.get(userId) ?? []).filter((at) => now - at < this.seconds * 1000);
    if (asked.length >= this.questions) return false;
    asked.push(now);
    this.#asked.set(userId, asked);
    return true;
  }
}
