import { escapeMarkdown, type Markdown, markdown, own } from '../../../locales/markdown.ts';

/** A moment as Discord shows it to each who reads it, in their own time zone and language. */
export function moment(at: Date, style: 'f' | 'R' = 'f'): Markdown {
  return markdown`<t:${Math.floor(at.getTime() / 1000)}:${own(style)}>`;
}

/** A person as Discord shows them, which notifies nobody from within an embed; the name of a part of the program as it is. */
export function person(by: string): Markdown {
  const name = escapeMarkdown(by);
  return isId(by) ? markdown`<@${name}>` : name;
}

/** Whether this is Discord's id of a person, and not the name of some part of the program. */
export function isId(by: string): boolean {
  return /^\d+$/.test(by);
}
