/**
 * The greatest length, in UTF-16 units, of a text that goes into the shared buffer. A longer text gets a buffer
 * of its own.
 */
const SHARED_UNITS = 1 << 20;
const shared = new Uint16Array(SHARED_UNITS + 1);
const sharedBytes = Buffer.from(shared.buffer);

/**
 * The UTF-16 units of a text, followed by a 0. Reading units from a typed array is about three times as fast as
 * `charCodeAt`, which has to find out each time how V8 stores the string.
 *
 * The next call overwrites the array, which may be longer than the text.
 */
export function unitsOf(text: string): Uint16Array {
  const units = text.length <= SHARED_UNITS ? shared : new Uint16Array(text.length + 1);
  const bytes = units === shared ? sharedBytes : Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}
