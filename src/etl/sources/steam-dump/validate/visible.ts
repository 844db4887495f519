/** Matches a character that leaves a mark on the screen, unlike spaces, control characters and marks of direction. */
const MARK = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text can be seen. Discord refuses a name that cannot. */
export function isVisible(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every name begins with a letter or digit of ASCII, and this check takes no time.
  return (first > 0x20 && first < 0x7f) || MARK.test(text);
}
