import type { Connection } from '../../database/connection.ts';

/** Reviews in one language, and VADER's judgement of them; VADER reads English only. */
export interface LanguageReviews {
  /** ISO 639-1; `und` if the language could not be detected; null if the text is too short for detection. */
  language: string | null;
  reviews: number;
  /** Reviews that VADER judges neutral; in other languages mostly because it knows none of the words. */
  neutral: number;
  recommending: number;
}

/** Reviews by language, the most frequent language first. */
export function readLanguages(sql: Connection): Promise<LanguageReviews[]> {
  return sql<LanguageReviews[]>`
    select language, count(*)::int as reviews, count(*) filter (where sentiment = 1)::int as neutral,
      count(*) filter (where recommend)::int as recommending
    from reviews group by language order by reviews desc, language collate "C"`;
}
