import type { APIEmbed } from 'discord-api-types/v10';
import type { Words } from '../../../locales/words.ts';
import type { RefreshOutcome, RefreshProgress } from '../framework/administration.ts';
import { bar } from '../framework/embed-bar.ts';
import { COLOURS } from '../framework/embed-colours.ts';
import { escapeMarkdown } from '../framework/embed-text.ts';
import { fitReply } from '../framework/fit-reply.ts';
import type { Reply } from '../framework/reply.ts';
import { leftOut } from './left-out.ts';
import { moment, person } from './moment.ts';
import { phaseName } from './phase-name.ts';

/** How far a refresh is. */
export function progressReply(
  { since, phase, fraction }: RefreshProgress & { fraction: number },
  words: Words,
): Reply {
  const now = words.text('admin.refresh.phase', { phase: phase === null ? '…' : phaseName(phase, words) });
  return replyOf({
    title: words.text('admin.refresh.title.running'),
    description: `${bar(fraction, 16)} ${words.percent(fraction)}\n${now}\n${moment(since, 'R')}`,
    color: COLOURS.about,
  });
}

/** There is one already. */
export function runningReply(running: RefreshProgress, words: Words): Reply {
  return replyOf({
    title: words.text('admin.refresh.title.already'),
    description: runningLine(running, words),
    color: COLOURS.mistake,
  });
}

/** It takes longer than Discord lets a reply be edited. */
export function stillRunningReply(words: Words): Reply {
  return replyOf({
    title: words.text('admin.refresh.title.running'),
    description: words.text('admin.refresh.still-running'),
    color: COLOURS.about,
  });
}

/** How it ended. */
export function outcomeReply(outcome: RefreshOutcome, words: Words): Reply {
  if (outcome.outcome === 'cancelled') return cancelReply(true, words);
  if (outcome.outcome === 'failed') {
    const why = outcome.reason === null ? words.text('admin.refresh.failed') : escapeMarkdown(outcome.reason);
    return replyOf({
      title: words.text('admin.refresh.title.failed'),
      description: `${why}\n${words.text('admin.refresh.old-stays')}`,
      color: COLOURS.bad,
    });
  }
  const phases = Object.entries(outcome.phases).map(
    ([phase, seconds]) => `${phaseName(phase, words)}: ${words.number(seconds, 1)} s`,
  );
  return replyOf({
    title: words.text('admin.refresh.title.published', { seconds: words.number(outcome.seconds, 1) }),
    color: COLOURS.recommended,
    fields: [
      { name: words.text('admin.counts'), value: countsOf(outcome.counts, words) },
      { name: words.text('admin.left-out'), value: leftOut(outcome.rejected, words) },
      ...(phases.length === 0
        ? []
        : [{ name: words.text('admin.refresh.phases'), value: phases.join('\n') }]),
    ],
  });
}

/** Whether one was stopped. */
export function cancelReply(cancelled: boolean, words: Words): Reply {
  return replyOf({
    title: words.text(cancelled ? 'admin.cancel.done' : 'admin.cancel.nothing'),
    description: words.text('admin.refresh.old-stays'),
    color: COLOURS.mistake,
  });
}

/** Since when one runs, who started it, and how far it is. */
export function runningLine({ since, by, phase }: RefreshProgress, words: Words): string {
  const line = words.text('admin.refresh.running', {
    since: moment(since, 'R'),
    by: by === null ? 'none' : person(by),
  });
  if (phase === null) return line;
  return `${line}\n${words.text('admin.refresh.phase', { phase: phaseName(phase, words) })}`;
}

/** What the data set has, with how much more or less than before. */
function countsOf(counts: RefreshOutcome['counts'], words: Words): string {
  if (counts === null) return '—';
  const line = ({ before, after }: { before: number | null; after: number }) => {
    if (before === null || before === after) return words.number(after);
    return `${words.number(after)} (${after > before ? '+' : '−'}${words.number(Math.abs(after - before))})`;
  };
  return words.text('admin.counts.lines', {
    games: line(counts.games),
    users: line(counts.users),
    libraryRows: line(counts.libraryRows),
    reviews: line(counts.reviews),
  });
}

function replyOf(embed: APIEmbed): Reply {
  return fitReply({ embeds: [embed], components: [], files: [] });
}
