import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { inLines, type Markdown, own } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { Concern } from '../contract/administration.ts';
import type { Option } from '../contract/options.ts';
import { buttonRow } from '../message/buttons.ts';
import { sourceName } from './source-name.ts';

/** The options of the buttons under a waiting data set: the decision, and the id of the data set. */
export const BY_BUTTON = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'decide',
    choices: [{ value: 'publish' }, { value: 'drop' }],
  },
  { type: ApplicationCommandOptionType.Integer, name: 'data-set' },
] as const satisfies readonly Option[];

/** The reasons why a data set waits, a line each. */
export function concernLines(concerns: readonly Concern[], words: Words): Markdown {
  return inLines(
    concerns.map((concern) =>
      concern.kind === 'lost'
        ? words.text('admin.waiting.lost', {
            what: own(concern.what),
            before: words.number(concern.before),
            after: words.number(concern.after),
          })
        : words.text('admin.waiting.rejected', {
            source: sourceName(concern.source, words),
            share: words.percent(concern.share),
            most: words.percent(concern.most),
          }),
    ),
  );
}

/** The buttons under a waiting data set: publish it anyway, or drop it. */
export function decisionRow(dataSetId: number, words: Words) {
  const button = (decide: 'publish' | 'drop') => ({
    label: words.plain(`admin.waiting.${decide}`),
    command: 'admin',
    options: { subcommand: 'status', decide, 'data-set': dataSetId },
    effect: 'update' as const,
  });
  return buttonRow(button('publish'), button('drop'));
}
