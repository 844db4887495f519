import type { Connection } from '../../database/connection.ts';

/** How well the compound score separates recommending reviews from others, within one group of reviews. */
export interface SentimentQuality {
  among: 'all' | 'all-censored' | 'with-censored' | 'with-censored-censored' | 'english' | 'other';
  reviews: number;
  recommending: number;
  /**
   * In random pairs of a recommending and another review, the share of pairs whose recommending review has the higher
   * compound; ties count half (Mann & Whitney 1947). 0.5 is chance, 1 is always. Null if all verdicts are the same.
   */
  auc: number | null;
}

/**
 * The area under the ROC curve of VADER's compound against the writer's own verdict. The groups are all reviews, reviews
 * with words that Steam has censored, both again with those words left in (as VADER was published), English, and others.
 */
export function readSentimentQuality(sql: Connection): Promise<SentimentQuality[]> {
  return sql<SentimentQuality[]>`
    with judged as (
      select among, place, compounds.compound, recommend
      from reviews, lateral (values
        ('all', 1, true, reviews.compound),
        ('all-censored', 2, true, coalesce(compound_censored, reviews.compound)),
        ('with-censored', 3, compound_censored is not null, reviews.compound),
        ('with-censored-censored', 4, compound_censored is not null, compound_censored),
        ('english', 5, language = 'en', reviews.compound),
        ('other', 6, language not in ('en', 'und'), reviews.compound)) as compounds (among, place, taken, compound)
      where taken
    ), tied as (
      select among, place, compound, count(*) filter (where recommend) as yes, count(*) filter (where not recommend) as no
      from judged group by among, place, compound
    ), ranked as (
      select *, sum(no) over (partition by place order by compound) - no as no_below from tied
    )
    select among, sum(yes + no)::int as reviews, sum(yes)::int as recommending,
      (sum(yes * (no_below + no / 2.0)) / nullif(sum(yes) * sum(no), 0))::float8 as auc
    from ranked group by among, place order by place`;
}
