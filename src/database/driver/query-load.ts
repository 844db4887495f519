import type postgres from 'postgres';

/** The load of a pool of connections at one moment. */
export interface QueryLoad {
  /** The number of queries that have a connection. */
  running: number;
  /** The number of queries that wait for a free connection. */
  waiting: number;
  /** The number of connections that the pool may open. */
  connections: number;
}

/** A pool whose queries are counted. */
export interface CountedPool {
  /**
   * The pool, to be given to Drizzle. Only queries through `unsafe` are counted; Drizzle sends all of its
   * queries that way.
   */
  client: postgres.Sql;
  load(): QueryLoad;
}

/**
 * Counts the queries of a pool that run or wait. postgres.js does not say how many there are: its `debug`
 * option reports only that a query has begun, and only once the query has a connection.
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
    // `then` starts a query in the next microtask only, so the caller can still set the form of
    // the rows, as by `.values()`.
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
