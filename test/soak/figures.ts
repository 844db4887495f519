import { readdirSync } from 'node:fs';
import postgres from 'postgres';

/** The resources of a running program at one moment. */
export interface Held {
  /** Mebibytes of memory that the machine has given it. */
  rss: number;
  /** Mebibytes of live and not yet collected objects. */
  heap: number;
  /** Mebibytes of buffers and of other memory outside the heap. */
  external: number;
  /** Connections to Postgres, of all programs on its database. */
  connections: number;
  /** Open files and sockets. */
  files: number;
  threads: number;
  /** Node's own open handles: sockets, timers of libuv, workers. */
  handles: number;
}

/** The delay of its event loop since the last look, in milliseconds, as prom-client measures it. */
export interface LoopDelay {
  p50: number;
  p99: number;
  max: number;
}

/** Reads what a program holds: from its page `/metrics`, from /proc and from its database. */
export class Figures {
  readonly #pid: number;
  readonly #metrics: () => Promise<string>;
  readonly #sql: postgres.Sql;

  /** @param metrics the text of `/metrics` @param databaseUrl the address of the database */
  constructor(pid: number, metrics: () => Promise<string>, databaseUrl: string) {
    this.#pid = pid;
    this.#metrics = metrics;
    this.#sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  }

  async look(): Promise<{ held: Held; loop: LoopDelay }> {
    const [text, [row]] = await Promise.all([
      this.#metrics(),
      this.#sql<{ count: number }[]>`
        select count(*)::int from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    ]);
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    const mebibytes = (name: string) => value(name) / 2 ** 20;
    const loop = (name: string) => 1000 * value(`nodejs_eventloop_lag_${name}_seconds`);
    return {
      held: {
        rss: mebibytes('process_resident_memory_bytes'),
        heap: mebibytes('nodejs_heap_size_used_bytes'),
        external: mebibytes('nodejs_external_memory_bytes'),
        connections: row!.count,
        files: entries(`/proc/${this.#pid}/fd`),
        threads: entries(`/proc/${this.#pid}/task`),
        handles: value('nodejs_active_handles_total'),
      },
      loop: { p50: loop('p50'), p99: loop('p99'), max: loop('max') },
    };
  }

  end(): Promise<void> {
    return this.#sql.end({ timeout: 1 });
  }
}

function entries(folder: string): number {
  return readdirSync(folder).length;
}
