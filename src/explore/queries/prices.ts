import type { Connection } from '../../database/connection.ts';

/** The distribution of prices among recorded games. */
export interface Prices {
  /** Games without a price (`unknown`), and free games. */
  unknown: number;
  free: number;
  /** Paid games up to each of {@link PRICE_BOUNDS}, the bound included, and then those above the last bound. */
  counts: number[];
  /** Prices of paid games, in dollars. */
  median: number | null;
  most: number | null;
}

/** Bounds of the steps, in US dollars. Steam's usual prices end in 99 cents. */
export const PRICE_BOUNDS = [0.99, 1.99, 4.99, 9.99, 14.99, 19.99, 29.99, 49.99, 99.99];

/** Recorded games by price. */
export async function readPrices(sql: Connection): Promise<Prices> {
  const [prices] = await sql<Prices[]>`
    with paid as (select price from games where recorded and price > 0),
    bins as (
      select (select count(*) from unnest(${PRICE_BOUNDS}::float8[]) as bound where bound < price) as place,
        count(*)::int as count
      from paid group by place
    )
    select (select count(*) from games where recorded and price is null)::int as unknown,
      (select count(*) from games where recorded and price = 0)::int as free,
      (select array_agg(coalesce(count, 0) order by places) from generate_series(0, ${PRICE_BOUNDS.length}::int) as places
        left join bins on place = places) as counts,
      percentile_cont(0.5) within group (order by price) as median, max(price) as most
    from paid`;
  return prices!;
}
