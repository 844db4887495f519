import type { Markdown } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import { textOfName } from '../message/text-of-name.ts';

const PHASES: Readonly<Record<string, TextKey>> = {
  download: 'admin.phase.download',
  games: 'admin.phase.games',
  libraries: 'admin.phase.libraries',
  reviews: 'admin.phase.reviews',
  derive: 'admin.phase.derive',
  fit: 'admin.phase.fit',
  publish: 'admin.phase.publish',
};

/** The name of a phase of a refresh, in the reader's language; a phase without a text keeps its own name. */
export function phaseName(phase: string, words: Words): Markdown {
  return textOfName(phase, PHASES, words);
}
