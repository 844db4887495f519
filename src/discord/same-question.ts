import { inOrder } from '../commands/contract/options.ts';
import type { Reply } from '../commands/contract/reply.ts';
import { Memo } from '../platform/memo.ts';

/** Everything that a reply depends on. */
export interface QuestionKey {
  command: string;
  options: Readonly<Record<string, unknown>>;
  locale: string;
  ageRestricted: boolean;
  /** The data set that answers; null before the first one. */
  dataSetId: number | null;
  /** The asker's Discord id; null where the reply is the same for everyone. */
  userId: string | null;
}

/** Shares one reply among all people who ask the same question while it is being answered. */
export class SameQuestion {
  readonly #pending = new Memo<string, Promise<Reply>>({ whilePending: true });

  /** The reply that is being made for the same question; where there is none, `answer` makes it. */
  once(question: QuestionKey, answer: () => Promise<Reply>): Promise<Reply> {
    return this.#pending.once(keyOf(question), answer);
  }
}

function keyOf({ command, options, locale, ageRestricted, dataSetId, userId }: QuestionKey): string {
  return JSON.stringify([command, inOrder(options), locale, ageRestricted, dataSetId, userId]);
}
