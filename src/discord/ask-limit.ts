import { LRUCache } from 'lru-cache';

/** The number of users whose questions are counted; the users who asked longest ago are forgotten first. */
const USERS = 20_000;

/** The limit of questions for each user: at most `questions` within any `seconds`. */
export class AskLimit {
  readonly questions: number;
  readonly seconds: number;
  readonly #now: () => number;
  /** The times of each user's last questions, in milliseconds of `now`, earliest first; never more than `questions`. */
  readonly #asked = new LRUCache<string, number[]>({ max: USERS });

  /** @param now a clock in milliseconds that never goes back */
  constructor({ questions, seconds }: { questions: number; seconds: number }, now = () => performance.now()) {
    this.questions = questions;
    this.seconds = seconds;
    this.#now = now;
  }

  /**
   * Counts a question of this user, unless they have reached the limit.
   *
   * @returns whether they may ask now; a refused question is not counted
   */
  take(userId: string): boolean {
    const now = this.#now();
    const asked = (this.#asked.get(userId) ?? []).filter((at) => now - at < this.seconds * 1000);
    if (asked.length >= this.questions) return false;
    asked.push(now);
    this.#asked.set(userId, asked);
    return true;
  }
}
