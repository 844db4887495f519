import type { DataSetOrigin } from '../../../database/schema/lasting.ts';
import { SOURCE_NAMES, type SourceName } from '../../../database/schema/sources.ts';
import type { Stage } from './code-version.ts';

/** Everything that decides what a data set holds: the files, the settings and the code. */
export type Inputs = Pick<DataSetOrigin, 'files' | 'undatedReviewYear' | 'code'>;

/** Whether two inputs lead to the same data set. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    sameCode(a, b, 'whole') &&
    a.undatedReviewYear === b.undatedReviewYear &&
    SOURCE_NAMES.every((name) => sameFile(a, b, name))
  );
}

/** Whether a source is the same in both, byte by byte. A source that could not be read is never the same. */
export function sameFile(a: Inputs, b: Inputs, name: SourceName): boolean {
  return a.files[name] !== '' && a.files[name] === b.files[name];
}

/** Whether the code of a stage is the same in both. */
export function sameCode(a: Inputs, b: Inputs, stage: Stage): boolean {
  return a.code[stage] !== undefined && a.code[stage] === b.code[stage];
}
