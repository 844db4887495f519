import type { Reply } from '../commands/contract/reply.ts';

/** All that an answer depends on. */
export interface QuestionKey {
  command: string;
  options: Readonly<Record<string, unknown>>;
  locale: string;
  ageRestricted: boolean;
  /** Null before the first data set. */
  dataSetId: number | null;
  /** Who asks; null where that makes no difference. */
  userId: string | null;
}

/** Answers the same question, while it is being answered, once for all who ask it. */
export class SameQuestion {
  readonly #pending = new Map<string, Promise<Reply>>();

  /** The answer of whoever asked this first, or, where nobody is asking it, the one that `answer` gives. */
  once(question: QuestionKey, answer: () => Promise<Reply>): Promise<Reply> {
    const key = keyOf(question);
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    const answering = answer().finally(() => this.#pending.delete(key));
    this.#pending.set(key, answering);
    return answering;
  }
}

/** Options in the order of their names: in which order they were typed makes no difference. */
function keyOf({ command, options, locale, ageRestricted, dataSetId, userId }: QuestionKey): string {
  const sorted = Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([command, sorted, locale, ageRestricted, dataSetId, userId]);
}
