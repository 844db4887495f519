import type { Connection } from '../../database/connection.ts';

/** The unevenness of hours among games or users. */
export interface Concentration {
  /** The number of games or users. */
  count: number;
  /** The Gini coefficient: 0 for equal hours, near 1 if one has all. Null if there are no hours. */
  gini: number | null;
  /** The Lorenz curve (Lorenz 1905): shares of all hours, 0 to 1, that the lowest 0 %, 5 % … 100 % have together. */
  curve: number[];
  /** Shares of all hours, 0 to 1, that the highest hundredth and the highest tenth have. Null if there are no hours. */
  topHundredth: number | null;
  topTenth: number | null;
}

/** The concentration among games with at least one owner. */
export function readGameConcentration(sql: Connection): Promise<Concentration> {
  return concentration(sql, sql`select minutes from game_play where owners > 0`);
}

/** The concentration among users with at least one game. */
export function readUserConcentration(sql: Connection): Promise<Concentration> {
  return concentration(sql, sql`select sum(minutes) from library group by user_key`);
}

async function concentration(sql: Connection, minutes: ReturnType<Connection>): Promise<Concentration> {
  const [row] = await sql<Concentration[]>`
    with ranked as (
      select minutes::float8, row_number() over (order by minutes) as rank,
        sum(minutes::float8) over (order by minutes rows unbounded preceding) as below
      from (${minutes}) as given (minutes)
    ), total as (select count(*)::float8 as n, nullif(sum(minutes), 0) as minutes from ranked)
    select n::int as count,
      ((select 2 * sum(rank * minutes) from ranked) / (n * minutes) - (n + 1) / n)::float8 as gini,
      (select array_agg(coalesce((select below from ranked where rank = floor(part * n / 20)), 0) / minutes order by part)
        from generate_series(0, 20) as part) as curve,
      1 - (select below from ranked where rank = n - ceil(n / 100)) / minutes as "topHundredth",
      1 - (select below from ranked where rank = n - ceil(n / 10)) / minutes as "topTenth"
    from total`;
  return row!;
}
