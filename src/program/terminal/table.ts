import Table from 'cli-table3';
import type { AnswerTable } from '../../commands/contract/command.ts';

/** An answer as text for a terminal: a title, a table, and notes. */
export function renderTable({ title, columns, rows, empty, notes }: AnswerTable): string {
  const parts = [printable(title), ''];
  if (rows.length > 0) {
    const table = new Table({
      head: columns.map(({ heading }) => heading),
      colAligns: columns.map(({ align }) => align),
      style: { head: [], border: [], compact: true },
    });
    table.push(...rows.map((row) => row.map(printable)));
    parts.push(table.toString());
  } else if (empty !== undefined) {
    parts.push(empty);
  }
  if (notes.length > 0) parts.push('', ...notes);
  return parts.join('\n');
}

/** Replaces control characters, because a name from the data could control the terminal with them. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '�');
}
