/** An encoding of text that is not UTF-8. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32';

/** The number of bytes that tell an encoding. */
const TOLD_BY = 16;

/**
 * Recognises UTF-16 and UTF-32 by a byte-order mark; or, without one, by its first letters if they are as certain:
 * a raw file begins with a bracket and ASCII letters, and no UTF-8 text of that kind has a NUL beside each letter.
 *
 * @param head the first bytes, at least 16 if there are as many
 * @returns null for any other encoding, UTF-8 among them
 */
export function wideEncoding(head: Buffer): WideEncoding | null {
  const hex = head.toString('hex', 0, 4);
  if (hex === 'fffe0000' || hex === '0000feff') return 'utf-32';
  if (hex.startsWith('fffe')) return 'utf-16le';
  if (hex.startsWith('feff')) return 'utf-16be';
  const units = head.subarray(0, TOLD_BY);
  if (units.length < 4) return null;
  const zeros = (rest: number, width: number) =>
    units.every((byte, at) => (byte === 0) === (at % width !== rest));
  if (zeros(0, 4) || zeros(3, 4)) return 'utf-32';
  if (zeros(0, 2)) return 'utf-16le';
  return zeros(1, 2) ? 'utf-16be' : null;
}

/** Thrown when a text ends within a letter. */
export class CutLetterError extends Error {}

/**
 * Turns UTF-16 into UTF-8, chunk by chunk. The byte-order mark is removed; half of a surrogate pair becomes U+FFFD.
 *
 * @throws CutLetterError at the end, if it comes within a letter
 */
export async function* asUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text);
  }
  if (bytes % 2 === 1) throw new CutLetterError();
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}
