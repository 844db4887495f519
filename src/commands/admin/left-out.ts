import { escapeWithin, inLines, type Markdown, markdown, own } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';

/** The number of reasons that are shown, the most frequent first. */
const SHOWN = 8;

/** The records that a refresh has left out, counted by reason, a line each. */
export function leftOut(rejected: Readonly<Record<string, number>>, words: Words): Markdown {
  const reasons = Object.entries(rejected).toSorted(([, a], [, b]) => b - a);
  if (reasons.length === 0) return words.text('admin.left-out.nothing');
  const lines = reasons
    .slice(0, SHOWN)
    .map(([reason, count]) => markdown`${words.number(count)} · ${reasonInWords(reason, words)}`);
  const rest = reasons.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  return inLines([...lines, ...(rest > 0 ? [words.text('admin.left-out.more', { count: rest })] : [])]);
}

/** The reasons about a line as a whole, by their codes in `src/etl/sources`. */
const OF_LINES = {
  'line-too-long': 'admin.reason.too-long',
  'not-utf-8': 'admin.reason.not-utf-8',
  'not-a-record': 'admin.reason.not-a-record',
} as const;

/**
 * A reason in words. Reasons about a field are codes such as `missing-item_id`, those about another kind of file
 * `looks-like-reviews`; every other code says where a line stopped being readable.
 */
function reasonInWords(reason: string, words: Words): Markdown {
  if (Object.hasOwn(OF_LINES, reason)) return words.text(OF_LINES[reason as keyof typeof OF_LINES]);
  const [, what, about] = /^(missing|invalid|looks-like)-(.+)$/s.exec(reason) ?? [];
  if (what === undefined || about === undefined) {
    return words.text('admin.reason.unreadable', { code: escapeWithin(reason) });
  }
  if (what === 'looks-like') return words.text('admin.reason.other-file', { kind: escapeWithin(about) });
  return words.text('admin.reason.field', {
    what: own(what === 'missing' ? 'missing' : 'invalid'),
    field: escapeWithin(about),
  });
}
