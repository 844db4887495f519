import type { Words } from '../../../locales/words.ts';
import { escapeMarkdown } from '../message/embed-text.ts';

/** Reasons that are shown, the most frequent first. */
const SHOWN = 8;

/** What a refresh has left out, by reason, a line each. */
export function leftOut(rejected: Readonly<Record<string, number>>, words: Words): string {
  const reasons = Object.entries(rejected).toSorted(([, a], [, b]) => b - a);
  if (reasons.length === 0) return words.text('admin.left-out.nothing');
  const lines = reasons
    .slice(0, SHOWN)
    .map(([reason, count]) => `${words.number(count)} · ${escapeMarkdown(reason)}`);
  const rest = reasons.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  return [...lines, ...(rest > 0 ? [words.text('admin.left-out.more', { count: rest })] : [])].join('\n');
}
