import { escapeMarkdown, type Markdown, markdown } from '../../../locales/markdown.ts';

/**
 * The starter of a refresh or the author of an action, in words: a mention of a person, or the name of a part of the
 * program, such as `schedule`, as it is. A mention within an embed notifies nobody.
 */
export function person(by: string): Markdown {
  const name = escapeMarkdown(by);
  return isId(by) ? markdown`<@${name}>` : name;
}

/** Whether this is a person's Discord id, and not the name of a part of the program. */
export function isId(by: string): boolean {
  return /^\d+$/.test(by);
}
