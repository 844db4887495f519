import { LRUCache } from 'lru-cache';

/** A few kB each. */
const KEPT = 5_000;

/** What was answered from one data set. Whoever asks the same again gets the same, without the database being asked. */
export class KeptAnswers {
  readonly #answers: LRUCache<string, Promise<unknown>>;

  /** @param max so many are kept, those that were asked for last */
  constructor(max = KEPT) {
    this.#answers = new LRUCache({ max });
  }

  /**
   * The answer to a question that was asked before, or is being asked; else the one that `answer` gives. One that fails is not
   * kept.
   *
   * @param question all that the answer depends on beside the data set; the type of the answer follows from it
   */
  once<Answer>(question: readonly unknown[], answer: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(question);
    const kept = this.#answers.get(key) as Promise<Answer> | undefined;
    if (kept !== undefined) return kept;
    const answering = answer();
    this.#answers.set(key, answering);
    answering.catch(() => this.#answers.delete(key));
    return answering;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#answers.clear();
  }
}
