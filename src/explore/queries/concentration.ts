import type { Connection } from '../../database/connection.ts';

/** How unevenly hours are spread. */
export interface Concentration {
  /** Those among whom hours are spread. */
  count: number;
  /** 0: all have the same; near 1: one has all. Null where nobody has any. */
  gini: number | null;
  /** The share of all hours, 0 to 1, that the least playing 0 %, 5 % … 100 % have together (Lorenz 1905). */
  curve: number[];
  /** The share of all hours that the most playing hundredth, and the most playing tenth, have. */
  topHundredth: number | null;
  topTenth: number | null;
}

/** Among the games that somebody owns. */
export function readGameConcentration(sql: Connection): Promise<Concentration> {
  return concentration(sql, sql`select minutes from game_play where owners > 0`);
}

/** Among the users who own a game. */
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
