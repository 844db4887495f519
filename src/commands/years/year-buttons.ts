import { type Plain, plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { YearOf, YearsAround } from '../../engine/analytics/review-year.ts';
import type { Row } from '../contract/reply.ts';
import { type AskButton, buttonRow } from '../message/buttons.ts';

/**
 * The buttons of a question about a year: the nearest years before and after that have data, the same year with the other
 * value of `year-of`, and the question's own buttons.
 *
 * @param kept other options of the question, which these buttons keep
 */
export function yearButtons(
  command: string,
  { year, yearOf }: { year: number; yearOf: YearOf },
  { previous, next, otherWay }: YearsAround,
  words: Words,
  { kept = {}, others = [] }: { kept?: AskButton['options']; others?: readonly AskButton[] } = {},
): Row[] {
  const ask = (label: Plain, options: { year: number; 'year-of': YearOf }): AskButton => ({
    label,
    command,
    options: { ...options, ...kept },
    effect: 'update',
  });
  const other = yearOf === 'reviewed' ? 'released' : 'reviewed';
  return buttonRow(
    {
      ...ask(plain`◀ ${previous ?? year - 1}`, { year: previous ?? year, 'year-of': yearOf }),
      disabled: previous === null,
    },
    {
      ...ask(plain`${next ?? year + 1} ▶`, { year: next ?? year, 'year-of': yearOf }),
      disabled: next === null,
    },
    { ...ask(words.plain(`button.${other}`), { year, 'year-of': other }), disabled: !otherWay },
    ...others,
  );
}
