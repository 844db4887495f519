/** Texts up to this many UTF-16 units share one buffer; for longer ones a buffer is made and dropped. */
const SHARED_UNITS = 1 << 20;
const shared = new Uint16Array(SHARED_UNITS + 1);
const sharedBytes = Buffer.from(shared.buffer);

/**
 * The UTF-16 units of a text, and a 0 after them. Reading units from a typed array is about three times as fast as
 * `charCodeAt`, which finds out anew each time how V8 keeps the string.
 *
 * The array is overwritten by the next call, and may be longer than the text.
 */
export function unitsOf(text: string): Uint16Array {
  const units = text.length <= SHARED_UNITS ? shared : new Uint16Array(text.length + 1);
  const bytes = units === shared ? sharedBytes : Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}
