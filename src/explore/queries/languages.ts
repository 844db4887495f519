import type { Connection } from '../../database/connection.ts';

/** Reviews in one language, and how VADER, which reads English, judges them. */
export interface LanguageReviews {
  /** ISO 639-1; `und`: none that can be told; null: too few words to ask. */
  language: string | null;
  reviews: number;
  /** Judged neutral, mostly because no word is known. */
  neutral: number;
  recommending: number;
}

/** By language, the most reviews first. */
export function readLanguages(sql: Connection): Promise<LanguageReviews[]> {
  return sql<LanguageReviews[]>`
    select language, count(*)::int as reviews, count(*) filter (where sentiment = 1)::int as neutral,
      count(*) filter (where recommend)::int as recommending
    from reviews group by language order by reviews desc, language collate "C"`;
}
