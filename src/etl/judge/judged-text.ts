import { createHash } from 'node:crypto';
import { languageOf } from './language.ts';
import { censoredCompound, type Judgement, judgeSentiment } from './sentiment.ts';

/** The data kept about the text of a review. The text itself is not kept. */
export interface JudgedText extends Judgement {
  /** The language by its ISO 639-1 code, or `und`; null where the text has too few words to tell. */
  language: string | null;
  /** The compound of the text with its censored words left in; null where none is censored. */
  compoundCensored: number | null;
}

/**
 * Judges a text. The same text always gets the same judgement, so judgements can be reused by {@link textHash}.
 */
export function judgeText(text: string): JudgedText {
  return {
    ...judgeSentiment(text),
    language: languageOf(text),
    compoundCensored: censoredCompound(text),
  };
}

/** The MD5 hash of a text, in hex. A stored judgement is found again by it. */
export function textHash(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
