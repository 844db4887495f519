import { describe, expect, it } from 'vitest';
import type { Plain } from '../../../locales/markdown.ts';
import type { AnswerTable } from '../../../src/commands/contract/command.ts';
import { renderTable } from '../../../src/program/terminal/table.ts';
import { written } from '../../support/written.ts';

const TABLE = written<AnswerTable>({
  title: 'The most recommended games',
  columns: [
    { heading: 'Rank', align: 'right' },
    { heading: 'Game', align: 'left' },
    { heading: 'Recommendations', align: 'right' },
  ],
  rows: [
    ['1', 'Ember Hollow', '1,234'],
    ['2', '光荣', '7'],
  ],
  empty: 'No game was recommended.',
  notes: ['From 20 reviews.', 'The data ends in 2016.'],
});

function cellsOf(line: string): string[] {
  return line.split('│').slice(1, -1);
}

describe('an answer in a terminal', () => {
  it('is a title, a table and the basis of the answer', () => {
    const lines = renderTable(TABLE).split('\n');
    expect(lines[0]).toBe('The most recommended games');
    expect(lines.slice(-2)).toStrictEqual(TABLE.notes);
    const rows = lines
      .filter((line) => line.includes('│'))
      .map((line) => cellsOf(line).map((cell) => cell.trim()));
    expect(rows).toStrictEqual([['Rank', 'Game', 'Recommendations'], ...TABLE.rows]);
    expect(renderTable(TABLE)).not.toContain('No game was recommended.');
  });

  it('has numbers on the right and names on the left of their columns', () => {
    const row = renderTable(TABLE)
      .split('\n')
      .find((line) => line.includes('Ember'))!;
    const [rank, game, count] = cellsOf(row);
    expect(rank).toMatch(/^ +1 $/);
    expect(game).toMatch(/^ Ember Hollow +$/);
    expect(count).toMatch(/^ +1,234 $/);
  });

  it('has straight columns, also with a name in wide letters', () => {
    const row = renderTable(TABLE)
      .split('\n')
      .find((line) => line.includes('光荣'))!;
    // Two letters of two columns each, padded to the twelve columns of the longest name.
    expect(cellsOf(row)[1]).toBe(` 光荣${' '.repeat(8)} `);
  });

  it('says that there is nothing to show', () => {
    expect(renderTable({ ...TABLE, rows: [] })).toBe(
      'The most recommended games\n\nNo game was recommended.\n\nFrom 20 reviews.\nThe data ends in 2016.',
    );
  });

  it('writes no colours, because it may go into a file', () => {
    expect(renderTable(TABLE)).not.toContain('\u001b');
  });

  it('lets no name control the terminal or break its row', () => {
    const evil = 'a\u001b[2Jb\u009b31mc\nd\te\rf\u0007';
    const shown = renderTable({
      ...TABLE,
      title: written<Plain>(`Games of ${evil}`),
      rows: [['1', evil, '7']],
    });
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(shown.split('\n')[0]).toBe('Games of a�[2Jb�31mc�d�e�f�');
    expect(shown.split('\n')).toHaveLength(
      renderTable({ ...TABLE, rows: [['1', 'a', '7']] }).split('\n').length,
    );
  });
});
