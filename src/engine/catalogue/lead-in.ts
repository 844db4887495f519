/** The words before the games of a list, in English and in Spanish: `I like …`, `games like …`, `me gusta …`. */
const LEAD_IN =
  /^\s*(?:i (?:really )?(?:like|love|enjoy|play)|(?:any |some)?(?:games?|thing) (?:like|similar to)|similar to|a m[ií] me (?:gustan?|encantan?)|me (?:gustan?|encantan?)(?: mucho)?|(?:alg[uú]n |unos? )?juegos? (?:como|parecidos? a|tipo)|algo (?:como|parecido a)|parecidos? a)\s*:?\s+(?=\S)/iu;

/**
 * The text without the words that lead to its first game; the text as it is where it has none.
 *
 * @param isName whether a text is the name of a game, so that a title such as `I Love You …` stays whole
 */
export function withoutLeadIn(text: string, isName: (text: string) => boolean): string {
  const [leadIn] = LEAD_IN.exec(text) ?? [];
  return leadIn === undefined || isName(text) ? text : text.slice(leadIn.length);
}
