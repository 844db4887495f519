import { type Markdown, markdown, own } from '../../../locales/markdown.ts';

/**
 * A moment as a Discord timestamp, which every reader sees in their own time zone and language.
 *
 * @param style `f`: date and time; `R`: relative to now, such as “5 minutes ago”
 */
export function moment(at: Date, style: 'f' | 'R' = 'f'): Markdown {
  return markdown`<t:${Math.floor(at.getTime() / 1000)}:${own(style)}>`;
}

/** A day such as `2015-01-31` as a moment: noon in the program's own time zone, so that it is never shown as another day. */
export function dayOf(isoDate: string): Date {
  return new Date(`${isoDate}T12:00:00`);
}
