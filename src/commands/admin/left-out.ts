import { escapeWithin, inLines, type Markdown, markdown } from '../../../locales/markdown.ts';
import { rejectReason } from '../../../locales/reject-reasons.ts';
import type { Words } from '../../../locales/words.ts';

/** The number of reasons that are shown, the most frequent first. */
const SHOWN = 8;

/** The records that a refresh has left out, counted by reason, a line each. */
export function leftOut(rejected: Readonly<Record<string, number>>, words: Words): Markdown {
  const reasons = Object.entries(rejected).toSorted(([, a], [, b]) => b - a);
  if (reasons.length === 0) return words.text('admin.left-out.nothing');
  const lines = reasons
    .slice(0, SHOWN)
    .map(([reason, count]) => markdown`${words.number(count)} · ${inWords(reason, words)}`);
  const rest = reasons.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  return inLines([...lines, ...(rest > 0 ? [words.text('admin.left-out.more', { count: rest })] : [])]);
}

function inWords(reason: string, words: Words): Markdown {
  const { key, about } = rejectReason(reason);
  return words.text(key, { about: escapeWithin(about) });
}
