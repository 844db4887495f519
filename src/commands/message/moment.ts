import { type Markdown, markdown, own } from '../../../locales/markdown.ts';

/**
 * A moment as a Discord timestamp, which every reader sees in their own time zone and language.
 *
 * @param style `f`: date and time; `R`: relative to now, such as “5 minutes ago”
 */
export function moment(at: Date, style: 'f' | 'R' = 'f'): Markdown {
  return markdown`<t:${Math.floor(at.getTime() / 1000)}:${own(style)}>`;
}
