import { createHash } from 'node:crypto';
import { inTurns, type Steps } from '../../platform/in-turns.ts';

/** The number of characters that Discord allows in a menu's value and in a choice of a field with completion. */
export const VALUE_LENGTH = 100;

/** `#` and the first six bytes of the name's SHA-256. The chance that two of a million names share a token is 1 in 500. */
const TOKEN = /^#[\w-]{8}$/;

/**
 * The token of a name, for places where the name itself does not fit. {@link nameOfToken} finds the name again among the
 * names of the data set, so a token works after a restart.
 */
export function tokenOf(name: string): string {
  return `#${createHash('sha256').update(name).digest().subarray(0, 6).toString('base64url')}`;
}

/** The value for this name in a menu or a choice: the name, or its token where the name would not come back unchanged. */
export function valueForName(name: string): string {
  return name.length <= VALUE_LENGTH && name.isWellFormed() && name.trim() === name ? name : tokenOf(name);
}

/** The name that a value stands for: the name with this token, or else the value itself, which may have been typed. */
export async function nameOfToken(value: string, names: readonly string[]): Promise<string> {
  if (!TOKEN.test(value) || names.includes(value)) return value;
  return (await inTurns(nameWithToken(value, names))) ?? value;
}

/** The number of tokens made between two pauses, less than a millisecond of work. */
const TOKENS_A_STEP = 100;

function* nameWithToken(token: string, names: readonly string[]): Steps<string | undefined> {
  for (const [place, name] of names.entries()) {
    if (tokenOf(name) === token) return name;
    if (place % TOKENS_A_STEP === 0) yield;
  }
  return undefined;
}
