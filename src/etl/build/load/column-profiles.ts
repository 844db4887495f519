import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';

const COLUMNS = [
  'source',
  'position',
  'column',
  'records',
  'missing',
  'kinds',
  'distinct_values',
  'least',
  'greatest',
  'shortest',
  'longest',
  'examples',
] as const;

/** Writes the figures about the columns of the raw files into the table `column_profiles`. */
export async function loadColumnProfiles(sql: Connection, tallies: readonly Tally[]): Promise<void> {
  await copyInto(sql, 'column_profiles', COLUMNS, async (copy) => {
    for (const { source, columns } of tallies) {
      for (const [position, figures] of columns.figures().entries()) {
        const { column, records, missing, kinds, distinct, least, greatest, shortest, longest, examples } =
          figures;
        copy.add([
          ...[source, position, column, records, missing],
          kinds,
          ...[distinct, least, greatest, shortest, longest],
          examples,
        ]);
      }
    }
  });
}
