import type postgres from 'postgres';

/** How busy a pool of connections is at a moment. */
export interface QueryLoad {
  /** The number of queries that each have a connection of their own. */
  running: number;
  /** The number of queries that wait, since every connection is taken. */
  waiting: number;
  connections: number;
}

/** A pool whose queries are counted. */
export interface CountedPool {
  /** The pool, for Drizzle, which asks everything through `unsafe`. Queries asked in another way are not counted. */
  client: postgres.Sql;
  load(): QueryLoad;
}

/**
 * Counts the queries of a pool. postgres.js does not tell how many there are: its `debug` hears of the beginning of a query
 * alone, and not before it has a connection.
 *
 * @param connections the number of connections that the pool may open
 */
export function countQueries(pool: postgres.Sql, connections: number): CountedPool {
  let underWay = 0;
  const ended = () => {
    underWay -= 1;
  };
  const unsafe = <Rows extends unknown[]>(...asked: Parameters<typeof pool.unsafe>) => {
    underWay += 1;
    const query = pool.unsafe<Rows>(...asked);
    // A query starts in the next microtask: the caller still says in this one how the rows are to come.
    query.then(ended, ended);
    return query;
  };
  return {
    client: new Proxy(pool, {
      get: (target, name, receiver) => (name === 'unsafe' ? unsafe : Reflect.get(target, name, receiver)),
    }),
    load: () => ({
      running: Math.min(underWay, connections),
      waiting: Math.max(0, underWay - connections),
      connections,
    }),
  };
}
