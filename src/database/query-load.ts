import type postgres from 'postgres';

/** How busy a pool of connections is at a moment. */
export interface QueryLoad {
  /** Queries that each have a connection of their own. */
  running: number;
  /** Queries that wait for one of those, since every connection is taken. */
  waiting: number;
  connections: number;
}

/** Counts the queries of a pool from now on. postgres.js itself does not tell how many there are. */
export function watchQueries(pool: postgres.Sql, connections: number): () => QueryLoad {
  let underWay = 0;
  const unsafe = pool.unsafe.bind(pool);
  pool.unsafe = <Rows extends unknown[]>(...[query, parameters, options]: Parameters<typeof unsafe>) => {
    underWay += 1;
    const asked = unsafe<Rows>(query, parameters, options);
    const ended = () => {
      underWay -= 1;
    };
    // It starts the query in the next microtask: whoever asked still says in this one how they want the rows.
    asked.then(ended, ended);
    return asked;
  };
  return () => ({
    running: Math.min(underWay, connections),
    waiting: Math.max(0, underWay - connections),
    connections,
  });
}
