import type { Markdown, Plain } from '../../locales/markdown.ts';
import type { Reply, SentReply } from '../../src/commands/contract/reply.ts';

/** The same with strings of any kind in place of texts that escaping has produced. */
type Loose<Safe> = Safe extends Markdown | Plain
  ? string
  : Safe extends object
    ? { [Key in keyof Safe]: Loose<Safe[Key]> }
    : Safe;

/** A value of a test's own, whose texts stand for ones that a command has written. */
export function written<Safe>(value: Loose<Safe>): Safe {
  return value as Safe;
}

/** A reply of a test's own, as a command would have written it. */
export function writtenReply(reply: SentReply): Reply {
  return reply as Reply;
}
