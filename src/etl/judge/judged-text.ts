import { createHash } from 'node:crypto';
import { languageOf } from './language.ts';
import { censoredCompound, type Judgement, judgeSentiment } from './sentiment.ts';

/** All that is kept of a text, which is not kept itself. */
export interface JudgedText extends Judgement {
  /** ISO 639-1, or `und`; null where there are too few words to ask. */
  language: string | null;
  /** The compound with Steam's censored words left in; null where there are none. */
  compoundCensored: number | null;
}

/** Depends on the text alone. */
export function judgeText(text: string): JudgedText {
  return {
    ...judgeSentiment(text),
    language: languageOf(text),
    compoundCensored: censoredCompound(text),
  };
}

/** The MD5 of a text, as hex: what is known of a text is found again by it. */
export function textHash(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
