/** A title without case, accents, apostrophes and trade marks; its other punctuation stays. */
export function plainTitle(title: string): string {
  return title
    .replace(/[™®©]|\((?:tm|r|c)\)/gi, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .trim();
}

/** The runs of letters and digits of a text. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
