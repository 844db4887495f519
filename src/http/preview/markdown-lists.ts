/** A list in Discord's Markdown. The parser `discord-markdown-parser` does not know lists. */
export interface ListItem {
  ordered: boolean;
  /** The first number of an ordered list; 1 for others. */
  start: number;
  items: { text: string; list: ListItem | null }[];
}

const CODE_BLOCK = /(```[\s\S]*?```)/;
const ENTRY = /^( *)(?:([-*])|(\d{1,9})\.) +(\S.*)$/;

interface Entry {
  depth: number;
  ordered: boolean;
  number: number;
  text: string;
}

/** Splits a text into lists and the text between them, in order. Lines in a code block never form a list. */
export function splitLists(text: string): (string | ListItem)[] {
  const blocks: (string | ListItem)[] = [];
  for (const [index, part] of text.split(CODE_BLOCK).entries()) {
    if (index % 2 === 1) addText(blocks, part);
    else
      for (const block of splitLines(part))
        typeof block === 'string' ? addText(blocks, block) : blocks.push(block);
  }
  return blocks;
}

/** Appends to the text before, if there is one: a code block in the middle of a line has to be parsed with its line. */
function addText(blocks: (string | ListItem)[], text: string): void {
  const last = blocks.at(-1);
  if (typeof last === 'string') blocks[blocks.length - 1] = last + text;
  else blocks.push(text);
}

function splitLines(text: string): (string | ListItem)[] {
  const blocks: (string | ListItem)[] = [];
  let lines: string[] = [];
  let entries: Entry[] = [];
  const endText = () => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  const endList = () => {
    if (entries.length > 0) blocks.push(...listsOf(entries));
    entries = [];
  };
  for (const line of text.split('\n')) {
    const entry = readEntry(line);
    if (entry === null) endList();
    else endText();
    if (entry === null) lines.push(line);
    else entries.push(entry);
  }
  endList();
  endText();
  return blocks;
}

function readEntry(line: string): Entry | null {
  const match = ENTRY.exec(line);
  if (match === null) return null;
  const [, indent, , number, text] = match;
  return {
    depth: Math.floor(indent!.length / 2),
    ordered: number !== undefined,
    number: Number(number ?? 1),
    text: text!,
  };
}

/** Nests each entry under the last shallower one. A change between ordered and unordered starts another list. */
function listsOf(entries: readonly Entry[]): ListItem[] {
  const lists: ListItem[] = [];
  let index = 0;
  while (index < entries.length) {
    const { depth, ordered, number, text } = entries[index]!;
    let end = index + 1;
    while (end < entries.length && entries[end]!.depth > depth) end += 1;
    const [list = null] = listsOf(entries.slice(index + 1, end));
    const last = lists.at(-1);
    if (last?.ordered === ordered) last.items.push({ text, list });
    else lists.push({ ordered, start: number, items: [{ text, list }] });
    index = end;
  }
  return lists;
}
