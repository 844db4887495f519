import { escapeMarkdown, inLines, type Markdown, markdown, own } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { RefreshOutcome, RefreshProgress, RefreshResult } from '../contract/administration.ts';
import type { Embed, EmbedField, EmbedReply, Row } from '../contract/reply.ts';
import { bar } from '../message/embed-bar.ts';
import { COLOURS } from '../message/embed-colours.ts';
import { fitReply } from '../message/fit-reply.ts';
import { moment } from '../message/moment.ts';
import { leftOut } from './left-out.ts';
import { isId, person } from './person.ts';
import { phaseName } from './phase-name.ts';
import { concernLines, decisionRow } from './waiting.ts';

/** The reply while a refresh is running. */
export function progressReply({ since, phase, done }: RefreshProgress, words: Words): EmbedReply {
  const now = words.text('admin.refresh.phase', {
    phase: phase === null ? own('…') : phaseName(phase, words),
  });
  return replyOf({
    title: words.text('admin.refresh.title.running'),
    description: markdown`${bar(done, 16)} ${words.percent(done)}\n${now}\n${moment(since, 'R')}`,
    color: COLOURS.about,
  });
}

/** The reply where another refresh is running already. */
export function runningReply(running: RefreshProgress, words: Words): EmbedReply {
  return replyOf({
    title: words.text('admin.refresh.title.already'),
    description: runningLine(running, words),
    color: COLOURS.mistake,
  });
}

/** The last reply about a refresh that runs longer than Discord allows edits of a reply. */
export function stillRunningReply(words: Words): EmbedReply {
  return replyOf({
    title: words.text('admin.refresh.title.running'),
    description: words.text('admin.refresh.still-running'),
    color: COLOURS.about,
  });
}

/** The reply at the end of a refresh. */
export function outcomeReply(outcome: RefreshOutcome, words: Words): EmbedReply {
  switch (outcome.outcome) {
    case 'cancelled':
      return cancelReply(true, words);
    case 'unchanged':
      return replyOf({
        title: words.text('admin.refresh.title.unchanged'),
        description: words.text('admin.refresh.unchanged'),
        color: COLOURS.about,
      });
    case 'failed': {
      const why =
        outcome.reason === null ? words.text('admin.refresh.failed') : escapeMarkdown(outcome.reason);
      return replyOf({
        title: words.text('admin.refresh.title.failed'),
        description: markdown`${why}\n${words.text('admin.refresh.old-stays')}`,
        color: COLOURS.bad,
      });
    }
    case 'waiting':
      return replyOf(
        {
          title: words.text('admin.refresh.title.waiting'),
          description: markdown`${concernLines(outcome.concerns, words)}\n\n${words.text('admin.refresh.old-stays')}`,
          color: COLOURS.mistake,
          fields: resultFields(outcome.result, words),
        },
        decisionRow(outcome.result.dataSet, words),
      );
    case 'published':
      return replyOf({
        title: words.text('admin.refresh.title.published', {
          seconds: words.number(outcome.result.seconds, 1),
        }),
        color: COLOURS.recommended,
        fields: resultFields(outcome.result, words),
      });
  }
}

/** The fields about a new data set: its counts, the records left out, and the seconds of each phase. */
function resultFields({ counts, differences, rejected, phases }: RefreshResult, words: Words): EmbedField[] {
  const line = (what: keyof RefreshResult['counts']) => {
    const number = words.number(counts[what]);
    if (differences === null) return number;
    const { new: added, gone, changed } = differences[what];
    const change = words.text('admin.counts.changes', {
      added: words.number(added),
      gone: words.number(gone),
      changed: words.number(changed),
    });
    return added + gone + changed === 0 ? number : markdown`${number} (${change})`;
  };
  const times = Object.entries(phases).map(
    ([phase, seconds]) => markdown`${phaseName(phase, words)}: ${words.number(seconds, 1)} s`,
  );
  return [
    {
      name: words.text('admin.counts'),
      value: words.text('admin.counts.lines', {
        games: line('games'),
        users: line('users'),
        libraryRows: line('libraryRows'),
        reviews: line('reviews'),
      }),
    },
    { name: words.text('admin.left-out'), value: leftOut(rejected, words) },
    ...(times.length === 0 ? [] : [{ name: words.text('admin.refresh.phases'), value: inLines(times) }]),
  ];
}

/** The reply to `cancel`. @param cancelled whether a refresh was running */
export function cancelReply(cancelled: boolean, words: Words): EmbedReply {
  return replyOf({
    title: words.text(cancelled ? 'admin.cancel.done' : 'admin.cancel.nothing'),
    description: words.text('admin.refresh.old-stays'),
    color: COLOURS.mistake,
  });
}

/** A running refresh in a line or two: its start, its starter and its progress. */
export function runningLine({ since, by, phase, done }: RefreshProgress, words: Words): Markdown {
  const line = words.text('admin.refresh.running', {
    since: moment(since, 'R'),
    kind: by === null ? own('none') : isId(by) ? own('person') : person(by),
    by: by === null ? own('') : person(by),
  });
  if (phase === null) return line;
  const now = words.text('admin.refresh.phase', { phase: phaseName(phase, words) });
  return markdown`${line}\n${now} (${words.percent(done)})`;
}

function replyOf(embed: Embed, components: Row[] = []): EmbedReply {
  return fitReply({ embeds: [embed], components, files: [] });
}
