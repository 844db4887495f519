import { stat } from 'node:fs/promises';
import { isAddress } from '../../platform/source-address.ts';
import { checkStatus } from './download/download.ts';
import { httpGet, TransferError } from './download/http-get.ts';
import { openSource, SourceError, type SourceFault } from './read/open-source.ts';

const FAULTS: Record<SourceFault, string> = {
  'not-found': 'there is no such file',
  unreadable: 'this user has no right to it',
  'empty-file': 'it is empty',
  'cut-gzip': 'it ends before its end',
  'corrupt-gzip': 'it is damaged',
};

/**
 * Tries to read the beginning of a source, a path or an http(s) address; nothing is kept.
 *
 * @param silenceMs that a server may be silent for
 * @returns why it cannot be read, without the path or any part of the address; null where it can
 */
export async function whyUnreadable(source: string, silenceMs: number): Promise<string | null> {
  try {
    if (isAddress(source)) {
      const answer = await httpGet(new URL(source), {}, silenceMs);
      answer.destroy();
      checkStatus(answer);
      return null;
    }
    // To open a pipe may take for ever.
    if ((await stat(source).catch(() => null))?.isFile() === false) return 'it is no file';
    for await (const _ of openSource(source)) break;
    return null;
  } catch (error) {
    if (error instanceof TransferError) return error.message;
    if (error instanceof SourceError) return FAULTS[error.reason];
    throw error;
  }
}
