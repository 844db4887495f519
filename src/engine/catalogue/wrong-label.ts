import type { WrongOption } from '../data-set/question-error.ts';
import { isAdultTag } from './adult-tags.ts';

/** A wrong option that could have one of these genres or tags as its value. */
export function wrongLabel(option: string, labels: readonly string[]): WrongOption {
  const choices = labels.map((name) => ({
    name,
    value: name,
    ...(isAdultTag(name) ? { adult: true, named: name } : {}),
  }));
  return { option, choices };
}
