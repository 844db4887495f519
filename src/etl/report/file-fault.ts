import type { SourceName } from '../../database/schema/sources.ts';
import { RefreshError, type RefreshFailure } from './refresh-error.ts';

/** A fault of a source's file, in words for the operator. */
export interface FileFault {
  /** Completes the sentence "The games file …", such as `is a zip archive`. */
  says: string;
  /** The remedy as an order in lower case, such as `unpack it`; null where the fault itself says it. */
  cure: string | null;
}

/** Thrown when the file of a source is not fit to be loaded. */
export class FileRefused extends RefreshError {
  readonly fault: FileFault;

  /** @param place the path or the address of the file, as the operator may see it */
  constructor(
    failure: RefreshFailure,
    source: SourceName,
    fault: FileFault,
    place: string,
    options?: ErrorOptions,
  ) {
    const { says, cure } = fault;
    super(failure, `The ${source} file ${says}${cure === null ? '' : `; ${cure}`}: ${place}`, options);
    this.fault = fault;
  }
}
