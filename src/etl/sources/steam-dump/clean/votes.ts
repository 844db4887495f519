/** What other users said of a review. */
export interface HelpfulVotes {
  /** Users who found it helpful. */
  helpful: number;
  /** Users who voted. */
  rated: number;
}

/** Reads `1,234 of 2,000 people (62%) found this review helpful`; no votes in any other text (`No ratings yet`). */
export function helpfulVotes(text: string): HelpfulVotes {
  const match = /^([\d,]+) of ([\d,]+) (?:people|person)/.exec(text);
  return match ? { helpful: count(match[1]!), rated: count(match[2]!) } : { helpful: 0, rated: 0 };
}

/** Reads `3 people found this review funny`; 0 in any other text. */
export function funnyVotes(text: string): number {
  const match = /^([\d,]+) (?:people|person)/.exec(text);
  return match ? count(match[1]!) : 0;
}

function count(digits: string): number {
  return Math.min(Number(digits.replaceAll(',', '')), 2 ** 31 - 1);
}
