import type { Markdown, Plain } from '../../locales/markdown.ts';
import type { Reply, SentReply } from '../../src/commands/contract/reply.ts';

/** The same type with plain strings in place of escaped texts. */
type Loose<Safe> = Safe extends Markdown | Plain
  ? string
  : Safe extends object
    ? { [Key in keyof Safe]: Loose<Safe[Key]> }
    : Safe;

/** Takes a test's own value for one whose texts a command has written. */
export function written<Safe>(value: Loose<Safe>): Safe {
  return value as Safe;
}

/** Takes a test's own reply for one that a command has written. */
export function writtenReply(reply: SentReply): Reply {
  return reply as Reply;
}
