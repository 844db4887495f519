import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LastingTable } from '../../src/community/lasting-table.ts';
import { BACKUP_TABLES, LASTING_TABLES } from '../../src/community/tables.ts';

const privacy = readFileSync('docs/privacy.md', 'utf8');

/** The cells of the document's table, without its head. */
const rows = privacy
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, ...cells]) => cells.slice(0, -1))
  .slice(2);

/** The cells that the document needs for a row that these tables share. */
function cellsOf(tables: readonly LastingTable[]): string[] {
  const { what, purpose, kept, code } = tables[0]!.told;
  const names = tables.map(({ name }) => `\`${name}\``).join(', ');
  return [what, purpose, kept, `table${tables.length > 1 ? 's' : ''} ${names}; \`${code}\``];
}

test('docs/privacy.md describes every table that no refresh replaces, in the words of its description', () => {
  for (const told of new Set(LASTING_TABLES.map((table) => table.told))) {
    expect(rows).toContainEqual(cellsOf(LASTING_TABLES.filter((table) => table.told === told)));
  }
});

test('docs/privacy.md names the tables that are backed up', () => {
  const [, named] = /\*\*Back-ups\*\*[^.]*? hold the tables ([^.]*)\./.exec(privacy)!;
  const tables = [...named!.matchAll(/`(\w+)`/g)].map(([, table]) => table);
  expect(tables).toEqual(BACKUP_TABLES.map(({ name }) => name));
});

test('docs/privacy.md names only files that exist', () => {
  const files = [...privacy.matchAll(/`(src\/[^`]+)`/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(file), file).toBe(true);
});
