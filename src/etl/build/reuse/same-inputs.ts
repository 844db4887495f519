import type { DataSetOrigin } from '../../../database/schema/lasting.ts';
import { SOURCE_NAMES, type SourceName } from '../../../database/schema/sources.ts';
import type { Stage } from './code-version.ts';

/** All that decides what a data set will hold: the files, the settings and the code. */
export type Inputs = Pick<DataSetOrigin, 'files' | 'undatedReviewYear' | 'code'>;

/** Whether the same data set would come out. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    sameCode(a, b, 'whole') &&
    a.undatedReviewYear === b.undatedReviewYear &&
    SOURCE_NAMES.every((name) => sameFile(a, b, name))
  );
}

/** Whether a source is the same, byte by byte, or is missing in both. */
export function sameFile(a: Inputs, b: Inputs, name: SourceName): boolean {
  return a.files[name] !== '' && a.files[name] === b.files[name];
}

/** Whether a stage would do the same. */
export function sameCode(a: Inputs, b: Inputs, stage: Stage): boolean {
  return a.code[stage] !== undefined && a.code[stage] === b.code[stage];
}
