/** The greatest app id that is accepted, which is the greatest Postgres `integer`. */
const MAX_GAME_ID = 2 ** 31 - 1;

/** Reads an app id from decimal digits; null if the text is not a valid id. */
export function gameId(text: string): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const id = Number(text);
  return id > 0 && id <= MAX_GAME_ID ? id : null;
}

/**
 * Reads an app id that may have `.0` behind it, as pandas writes ids beside missing ones, or spaces around it.
 *
 * @param rewritten called if the id is not written in digits alone
 * @returns null if the text is not a valid id in either form
 */
export function gameIdInAnyForm(text: string, rewritten: () => void): number | null {
  const id = gameId(text);
  if (id !== null) return id;
  const digits = /^\s*(\d{1,10})(?:\.0*)?\s*$/.exec(text)?.[1];
  const found = digits === undefined ? null : gameId(digits);
  if (found !== null) rewritten();
  return found;
}

/** Reads the app id in a store address (`http://store.steampowered.com/app/200260/…`); null if there is none. */
export function gameIdFromUrl(url: string): number | null {
  const match = /\/app\/(\d+)(?=[/?#]|$)/.exec(url);
  return match ? gameId(match[1]!) : null;
}
