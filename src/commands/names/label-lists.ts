import { joined, plainLine } from '../../../locales/markdown.ts';
import { Words } from '../../../locales/words.ts';
import { endsWithSeparator, isSplit, partsOf } from '../../engine/catalogue/split-list.ts';
import type { NameIndex, Resolution } from '../../engine/search/name-index.ts';
import type { Asker } from '../contract/asker.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { nameOfToken, VALUE_LENGTH } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';
import { completeLabels, findLabel, resolveLabel } from './label-names.ts';

/** The most labels of a list. */
const MOST_LABELS = 10;

/** The most parts of a list that are one label with separators in its name: `Hack and Slash`, `Design & Illustration`. */
const MOST_PARTS = 3;

/** One entry of a typed list of labels. */
export interface ListedLabel {
  text: string;
  resolution: Resolution;
}

/**
 * The entries of a typed list of genres and tags, parted as a list of likes is. A run of parts that makes a label with a separator
 * in its name counts as one entry: `action, rpg` is no Action RPG.
 */
export async function resolveLabelList(labels: NameIndex, typed: string): Promise<ListedLabel[]> {
  const parts = partsOf(typed, MOST_LABELS);
  if (parts === null) return [await entryOf(labels, typed.trim())];
  const entries: ListedLabel[] = [];
  for (let place = 0; place < parts.length; ) {
    const run = (taken: number) => typed.slice(parts[place]!.from, parts[place + taken - 1]!.to).trim();
    let taken = Math.min(MOST_PARTS, parts.length - place);
    while (taken > 1 && !isSplit(findLabel(labels, run(taken))?.form ?? '')) taken--;
    entries.push(await entryOf(labels, run(taken)));
    place += taken;
  }
  return entries;
}

async function entryOf(labels: NameIndex, text: string): Promise<ListedLabel> {
  return { text, resolution: await resolveLabel(labels, await nameOfToken(text, labels.names)) };
}

/**
 * The choices for a list of labels whose last one is being typed. Each choice keeps what was typed before it, and none names a
 * label twice.
 */
export async function completeLabelList(labels: NameIndex, typed: string, asker: Asker): Promise<Choice[]> {
  const entries = await resolveLabelList(labels, typed);
  const isFinished = endsWithSeparator(typed);
  const before = isFinished ? entries : entries.slice(0, -1);
  const last = isFinished ? '' : (entries.at(-1)?.text ?? '');
  if (before.length === 0) return completeLabels(labels, last, asker);
  const words = Words.of(asker.locale);
  const names = before.map(({ text, resolution }) => (resolution.kind === 'found' ? resolution.name : text));
  const shown = before.map(({ text, resolution }) =>
    resolution.kind === 'found' ? plainLine(words.label(resolution.name)) : plainLine(text),
  );
  const whole = await completeLabels(labels, typed, asker);
  const lists = (await completeLabels(labels, last, asker))
    .filter(({ value }) => !names.includes(String(value)))
    .map(({ name, value }) => ({
      name: plainName(joined([...shown, plainLine(name)], ', '), VALUE_LENGTH),
      value: [...names, String(value)].join(', '),
    }));
  // The whole text may be the beginning of one label with a separator in its name.
  const split = isFinished ? [] : whole.filter(({ value }) => isSplit(String(value)));
  return [...split, ...lists.filter(({ value }) => value.length <= VALUE_LENGTH)].slice(0, MOST_CHOICES);
}
