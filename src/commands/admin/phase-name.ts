import { en } from '../../../locales/en.ts';
import type { TextKey, Words } from '../../../locales/words.ts';

/** A phase of a refresh in words; a phase that has none, by its own name. */
export function phaseName(phase: string, words: Words): string {
  const key = `admin.phase.${phase}`;
  return Object.hasOwn(en, key) ? words.text(key as TextKey) : phase;
}
