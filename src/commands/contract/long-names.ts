import { createHash } from 'node:crypto';

/** So many characters fit in an option of a menu and in a choice of autocomplete. */
export const VALUE_LENGTH = 100;

/** `#` and six bytes of the name's SHA-256: among a million names the chance that two share one is 1 in 500. */
const TOKEN = /^#[\w-]{8}$/;

/**
 * Stands for a name where the name itself does not fit. It is looked for among the names of the data set when it comes back
 * ({@link nameOfToken}), so it works after a restart.
 */
export function tokenOf(name: string): string {
  return `#${createHash('sha256').update(name).digest().subarray(0, 6).toString('base64url')}`;
}

/** What a menu or a choice becomes for this name: the name, or its token where it does not fit. */
export function valueForName(name: string): string {
  return name.length <= VALUE_LENGTH && name.isWellFormed() && name.trim() === name ? name : tokenOf(name);
}

/** The name that a value stands for: the name with this token, else the value as it is, which may be typed. */
export function nameOfToken(value: string, names: readonly string[]): string {
  if (!TOKEN.test(value) || names.includes(value)) return value;
  return names.find((name) => tokenOf(name) === value) ?? value;
}
