/** An address of a game in Steam's store or community, with or without the rest of the address. */
const GAME_ADDRESS =
  /(?:https?:\/\/)?(?:www\.)?(?:store\.steampowered|steamcommunity)\.com\/(?:agecheck\/)?(?:app|games)\/(?<id>\d{1,10})(?:[/?#][^\s,;]*)?/gi;

/** An address of a profile: `/profiles/` and the id of the account, or `/id/` and the custom name. */
const PROFILE_ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?steamcommunity\.com\/(?:profiles|id)\/(?<user>[^\s/?#]{1,100})(?:[/?#].*)?$/is;

/** The text with the id of the game in place of each address of a game. */
export function withIdsForAddresses(text: string): string {
  return text.replace(GAME_ADDRESS, '$<id>');
}

/** The user that a text names: the user of a profile's address, or else the text without the spaces around it. */
export function userOfAddress(text: string): string {
  const typed = text.trim();
  return PROFILE_ADDRESS.exec(typed)?.groups?.user ?? typed;
}
