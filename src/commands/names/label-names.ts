import { LANGUAGES, languageOf } from '../../../locales/locales.ts';
import { Words } from '../../../locales/words.ts';
import { isAdultTag } from '../../engine/catalogue/adult-tags.ts';
import { NameIndex, type Resolution } from '../../engine/search/name-index.ts';
import { atOnce, inTurns } from '../../platform/in-turns.ts';
import { memoized } from '../../platform/memo.ts';
import type { Asker } from '../contract/asker.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { VALUE_LENGTH, valueForName } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';

/** The most written forms that are looked up for each choice: a label has a few in every language. */
const FORMS_A_CHOICE = 4;

/** Labels, which are genres and tags, with their names and everyday synonyms in every language. */
interface WrittenLabels {
  /** All forms of all labels. */
  forms: NameIndex;
  /** The labels that each form may stand for. */
  labelsOf: ReadonlyMap<string, readonly string[]>;
}

/** The forms are as many as a few hundred labels have, so they are made without pauses, in some milliseconds. */
const writtenLabels = memoized(({ names }: NameIndex): WrittenLabels => {
  const labelsOf = new Map<string, string[]>();
  const weights = new Map<string, number>();
  for (const [place, label] of names.entries()) {
    for (const form of formsOf(label)) {
      const labels = labelsOf.get(form) ?? [];
      labelsOf.set(form, labels.includes(label) ? labels : [...labels, label]);
      weights.set(form, Math.max(weights.get(form) ?? 0, names.length - place));
    }
  }
  const forms = NameIndex.build(Array.from(weights, ([name, weight]) => ({ name, weight })));
  return { forms: atOnce(forms), labelsOf };
});

/** The label itself, and its names and synonyms in every language. */
function formsOf(label: string): Set<string> {
  const forms = new Set([label]);
  for (const code of LANGUAGES) {
    const { names = {}, synonyms = {} } = languageOf(code).labels ?? {};
    if (Object.hasOwn(names, label)) forms.add(names[label]!);
    if (Object.hasOwn(synonyms, label)) for (const synonym of synonyms[label]!) forms.add(synonym);
  }
  return forms;
}

/**
 * The label that a typed text stands for, in whichever language it was typed: `carreras` for `Racing`. The names are those of
 * the data.
 *
 * @param labels the genres, or the genres and tags, of a data set
 */
export async function resolveLabel(labels: NameIndex, typed: string): Promise<Resolution> {
  const own = labels.find(typed);
  if (own !== undefined) return { kind: 'found', name: own };
  const { forms, labelsOf } = writtenLabels(labels);
  const resolution = await inTurns(forms.resolve(typed));
  const labelsOfAll = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => labelsOf.get(name)!)),
  ];
  if (resolution.kind === 'unknown') {
    return { kind: 'unknown', suggestions: labelsOfAll(resolution.suggestions) };
  }
  const names = labelsOfAll(resolution.kind === 'found' ? [resolution.name] : resolution.names);
  return names.length === 1 ? { kind: 'found', name: names[0]! } : { kind: 'ambiguous', names };
}

/**
 * The labels that the typed text may mean, best first, with their names in the asker's language. Tags for adults are left out,
 * unless the channel is age-restricted.
 */
export async function completeLabels(labels: NameIndex, typed: string, asker: Asker): Promise<Choice[]> {
  const found = typed.trim() === '' ? labels.names : await labelsBegun(labels, typed);
  const words = Words.of(asker.locale);
  return found
    .filter((label) => mayNameLabel(label, asker))
    .slice(0, MOST_CHOICES)
    .map((label) => ({ name: plainName(words.label(label), VALUE_LENGTH), value: valueForName(label) }));
}

/**
 * The label of which one form differs from the typed text in writing alone, with that form. Nothing is suggested, so it costs
 * much less than {@link resolveLabel}.
 */
export function findLabel(labels: NameIndex, typed: string): { label: string; form: string } | undefined {
  const own = labels.find(typed);
  if (own !== undefined) return { label: own, form: own };
  const { forms, labelsOf } = writtenLabels(labels);
  const form = forms.find(typed);
  const [label, ...others] = form === undefined ? [] : labelsOf.get(form)!;
  return label === undefined || others.length > 0 ? undefined : { label, form: form! };
}

/** The labels that a text typed so far may stand for, best first. */
async function labelsBegun(labels: NameIndex, typed: string): Promise<string[]> {
  const { forms, labelsOf } = writtenLabels(labels);
  const found = await inTurns(forms.complete(typed, MOST_CHOICES * FORMS_A_CHOICE));
  return [...new Set(found.flatMap((form) => labelsOf.get(form)!))];
}

/** Whether a genre or tag may be named in the asker's channel. */
export function mayNameLabel(label: string, { ageRestricted }: Asker): boolean {
  return ageRestricted || !isAdultTag(label);
}
