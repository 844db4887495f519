import { isAddress } from '../../platform/source-address.ts';
import { checkStatus } from './download/download.ts';
import { httpGet, TransferError } from './download/http-get.ts';
import { openSource, SourceError, type SourceFault } from './read/open-source.ts';

/** Each fault in words that complete the sentence "… cannot be read: …". */
const FAULTS: Record<Exclude<SourceFault, 'not-a-file'>, string> = {
  'not-found': 'there is no such file',
  unreadable: 'it cannot be opened; check its permissions',
  'empty-file': 'it is empty',
  'cut-gzip': 'it is incomplete',
  'corrupt-gzip': 'it is damaged',
  'unpacks-too-far': 'it unpacks to more than 100 times its size',
};

/**
 * Tries to read the beginning of a source and keeps nothing of it.
 *
 * @param source a path or an http(s) address
 * @param silenceMs milliseconds that a server may take to answer
 * @returns the reason why it cannot be read, without the path or any part of the address; null if it can
 */
export async function whyUnreadable(source: string, silenceMs: number): Promise<string | null> {
  try {
    if (isAddress(source)) {
      const answer = await httpGet(new URL(source), {}, silenceMs);
      answer.destroy();
      checkStatus(answer);
      return null;
    }
    for await (const _ of openSource(source)) break;
    return null;
  } catch (error) {
    if (error instanceof TransferError) return error.message;
    if (error instanceof SourceError) {
      return error.reason === 'not-a-file' ? (error.cause as Error).message : FAULTS[error.reason];
    }
    throw error;
  }
}
