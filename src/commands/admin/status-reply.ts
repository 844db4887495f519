import { escapeWithin, inLines, type Markdown, markdown } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { AdministrationStatus, ModeratorAction } from '../contract/administration.ts';
import type { EmbedField, EmbedReply } from '../contract/reply.ts';
import { COLOURS } from '../message/embed-colours.ts';
import { markdownName } from '../message/embed-text.ts';
import { fitReply } from '../message/fit-reply.ts';
import { dayOf, moment } from '../message/moment.ts';
import { leftOut } from './left-out.ts';
import { person } from './person.ts';
import { runningLine } from './refresh-reply.ts';
import { sourceName } from './source-name.ts';
import { concernLines, decisionRow } from './waiting.ts';

/** The status after a moderator's decision on a waiting data set. @param decision null where it was no longer waiting */
export function decidedReply(
  decision: 'publish' | 'drop' | null,
  dataSetId: number,
  status: AdministrationStatus,
  words: Words,
): EmbedReply {
  const news = words.text(`admin.waiting.done.${decision ?? 'gone'}`, { id: markdown`${dataSetId}` });
  return statusReply(status, words, news);
}

/** The state of the data and of the program. @param news an action that has just been done, in a sentence */
export function statusReply(
  status: AdministrationStatus,
  words: Words,
  news: Markdown | null = null,
): EmbedReply {
  const { dataSet, waiting, recentActions, versions, startedAt } = status;
  const description = inLines([
    ...(news === null ? [] : [news]),
    ...(dataSet?.invented === true ? [words.text('rests-on.invented')] : []),
  ]);
  const field = (name: Markdown, value: Markdown, inline = false): EmbedField => ({ name, value, inline });
  return fitReply({
    embeds: [
      {
        title:
          dataSet === null
            ? words.text('admin.status.title.none')
            : words.text('admin.status.title', { id: markdown`${dataSet.id}` }),
        color: dataSet === null ? COLOURS.mistake : COLOURS.about,
        ...(description === '' ? {} : { description }),
        fields: [
          ...(dataSet === null ? [] : dataSetFields(dataSet, words)),
          ...(waiting === null
            ? []
            : [
                field(
                  words.text('admin.waiting', { id: markdown`${waiting.id}` }),
                  markdown`${moment(waiting.since, 'R')}\n${concernLines(waiting.concerns, words)}`,
                ),
              ]),
          field(words.text('admin.sources'), sourcesOf(status, words), true),
          field(words.text('admin.refresh'), refreshOf(status, words)),
          field(
            words.text('admin.actions'),
            recentActions.length === 0
              ? words.text('admin.actions.none')
              : inLines(recentActions.map((action) => actionLine(action, words))),
          ),
          field(
            words.text('admin.program'),
            words.text('admin.program.lines', {
              program: escapeWithin(versions.program),
              node: escapeWithin(versions.node),
              postgres: escapeWithin(versions.postgres),
              since: moment(startedAt, 'R'),
            }),
          ),
        ],
      },
    ],
    components: waiting === null ? [] : decisionRow(waiting.id, words),
    files: [],
  });
}

function dataSetFields(dataSet: NonNullable<AdministrationStatus['dataSet']>, words: Words): EmbedField[] {
  const { publishedAt, games, users, libraryRows, reviews, span, rejected } = dataSet;
  const counts = words.text('admin.counts.lines', {
    games: words.number(games),
    users: words.number(users),
    libraryRows: words.number(libraryRows),
    reviews: words.number(reviews),
  });
  return [
    {
      name: words.text('admin.published'),
      value: markdown`${moment(publishedAt)}\n${moment(publishedAt, 'R')}`,
    },
    {
      name: words.text('admin.counts'),
      value:
        span === null
          ? counts
          : markdown`${counts}\n${words.text('admin.span', { from: dayOf(span.from), to: dayOf(span.to) })}`,
      inline: true,
    },
    { name: words.text('admin.left-out'), value: leftOut(rejected, words), inline: true },
  ];
}

function sourcesOf({ sources }: AdministrationStatus, words: Words): Markdown {
  const lines = Object.entries(sources).map(
    ([source, file]) => markdown`${words.sentence(sourceName(source, words))}: ${markdownName(file)}`,
  );
  return inLines(lines);
}

function refreshOf({ running, last, nextRefresh }: AdministrationStatus, words: Words): Markdown {
  return inLines([
    running === null ? words.text('admin.refresh.none-runs') : runningLine(running, words),
    ...(last === null
      ? []
      : [words.text(`admin.refresh.last.${last.outcome}`, { at: moment(last.finishedAt, 'R') })]),
    nextRefresh === null
      ? words.text('admin.refresh.unscheduled')
      : words.text('admin.refresh.next', { at: moment(nextRefresh, 'R') }),
  ]);
}

function actionLine({ at, by, action }: ModeratorAction, words: Words): Markdown {
  return words.text(`admin.actions.${action}`, { at: moment(at, 'R'), by: person(by) });
}
