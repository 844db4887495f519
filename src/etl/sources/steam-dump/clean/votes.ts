/** The votes of other users on a review. */
export interface HelpfulVotes {
  /** The number of users that found it helpful. */
  helpful: number;
  /** The number of users that voted. */
  rated: number;
}

/**
 * Reads `1,234 of 2,000 people (62%) found this review helpful`. Any other text (`No ratings yet`) means no votes.
 */
export function helpfulVotes(text: string): HelpfulVotes {
  const match = /^([\d,]+) of ([\d,]+) (?:people|person)/.exec(text);
  return match ? { helpful: count(match[1]!), rated: count(match[2]!) } : { helpful: 0, rated: 0 };
}

/** Reads `3 people found this review funny`. Any other text means 0. */
export function funnyVotes(text: string): number {
  const match = /^([\d,]+) (?:people|person)/.exec(text);
  return match ? count(match[1]!) : 0;
}

/** The number in digits with commas, at most the greatest Postgres `integer`. */
function count(digits: string): number {
  return Math.min(Number(digits.replaceAll(',', '')), 2 ** 31 - 1);
}
