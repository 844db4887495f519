import type { TextKey, Words } from '../../../locales/words.ts';

const PHASES: Readonly<Record<string, TextKey>> = {
  download: 'admin.phase.download',
  games: 'admin.phase.games',
  libraries: 'admin.phase.libraries',
  reviews: 'admin.phase.reviews',
  derive: 'admin.phase.derive',
  fit: 'admin.phase.fit',
  publish: 'admin.phase.publish',
};

/** A phase of a refresh in words; one that has none, by its own name. */
export function phaseName(phase: string, words: Words): string {
  const key = Object.hasOwn(PHASES, phase) ? PHASES[phase] : undefined;
  return key === undefined ? phase : words.text(key);
}
