/** The greatest app id that is taken: what a Postgres `integer` holds. */
const MAX_GAME_ID = 2 ** 31 - 1;

/** An app id from its decimal digits; null where it is not one. */
export function gameId(text: string): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const id = Number(text);
  return id > 0 && id <= MAX_GAME_ID ? id : null;
}

/** The app id in a store address (`http://store.steampowered.com/app/200260/…`); null where there is none. */
export function gameIdFromUrl(url: string): number | null {
  const match = /\/app\/(\d+)(?=[/?#]|$)/.exec(url);
  return match ? gameId(match[1]!) : null;
}
