/** A name in the two forms in which it is compared with what was typed. */
export interface FoldedName {
  /** Without case, accents, punctuation and spaces: `Counter-Strike` and `counter strike` are one. */
  joined: string;
  /** The same, its words in order of the alphabet: `Strike, Counter` is that too. */
  sorted: string;
}

/**
 * Folds a name. Compatibility forms (NFKD) and combining marks go, so do `®` and `™`; letters of other
 * scripts stay.
 */
export function foldName(name: string): FoldedName {
  const words = name
    .replace(/[®™©]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { joined: words.join(''), sorted: words.toSorted().join(' ') };
}
