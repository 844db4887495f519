import { joined, plainLine } from '../../../locales/markdown.ts';
import { isSplit, partsOf } from '../../engine/catalogue/split-list.ts';
import type { NameIndex, Resolution } from '../../engine/search/name-index.ts';
import type { Asker } from '../contract/asker.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { nameOfToken, VALUE_LENGTH } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';
import { completeLabels, resolveLabel } from './label-names.ts';

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
 * The entries of a typed list of genres and tags, parted as a list of likes is. The longest run of parts that is a label counts as
 * one entry.
 */
export async function resolveLabelList(labels: NameIndex, typed: string): Promise<ListedLabel[]> {
  const entryOf = async (text: string): Promise<ListedLabel> => ({
    text,
    resolution: await resolveLabel(labels, await nameOfToken(text, labels.names)),
  });
  const parts = partsOf(typed, MOST_LABELS);
  if (parts === null || parts.length < 2) return [await entryOf(typed.trim())];
  const entries: ListedLabel[] = [];
  for (let place = 0; place < parts.length; ) {
    for (let taken = Math.min(MOST_PARTS, parts.length - place); taken > 0; taken--) {
      const entry = await entryOf(typed.slice(parts[place]!.from, parts[place + taken - 1]!.to).trim());
      if (taken > 1 && entry.resolution.kind !== 'found') continue;
      entries.push(entry);
      place += taken;
      break;
    }
  }
  return entries;
}

/** The choices for a list of labels whose last one is being typed. Each choice keeps what was typed before it. */
export async function completeLabelList(labels: NameIndex, typed: string, asker: Asker): Promise<Choice[]> {
  const whole = await completeLabels(labels, typed, asker);
  const parts = partsOf(typed, MOST_LABELS) ?? [];
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return whole;
  const before = parts.slice(0, -1).map(({ from, to }) => typed.slice(from, to).trim());
  const lists = (await completeLabels(labels, typed.slice(last.from), asker)).map(({ name, value }) => ({
    name: plainName(joined([...before.map(plainLine), name], ', '), VALUE_LENGTH),
    value: [...before, String(value)].join(', '),
  }));
  // The whole text may be the beginning of one label with a separator in its name.
  const split = whole.filter(({ value }) => isSplit(String(value)));
  return [...split, ...lists.filter(({ value }) => value.length <= VALUE_LENGTH)].slice(0, MOST_CHOICES);
}
