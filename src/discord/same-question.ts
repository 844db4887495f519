import { inOrder } from '../commands/contract/options.ts';
import type { Reply } from '../commands/contract/reply.ts';
import { Memo } from '../platform/memo.ts';

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
  readonly #pending = new Memo<string, Promise<Reply>>({ whilePending: true });

  /** The answer of whoever asked this first, or, where nobody is asking it, the one that `answer` gives. */
  once(question: QuestionKey, answer: () => Promise<Reply>): Promise<Reply> {
    return this.#pending.once(keyOf(question), answer);
  }
}

function keyOf({ command, options, locale, ageRestricted, dataSetId, userId }: QuestionKey): string {
  return JSON.stringify([command, inOrder(options), locale, ageRestricted, dataSetId, userId]);
}
