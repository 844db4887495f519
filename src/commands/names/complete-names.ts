import type { NameIndex } from '../../engine/search/name-index.ts';
import { inTurns } from '../../platform/in-turns.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { VALUE_LENGTH, valueForName } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';

/** The names that the typed text may mean, best first. */
export async function completeNames(index: NameIndex, typed: string): Promise<Choice[]> {
  const names = await inTurns(index.complete(typed, MOST_CHOICES));
  return names.map((name) => ({ name: plainName(name, VALUE_LENGTH), value: valueForName(name) }));
}
