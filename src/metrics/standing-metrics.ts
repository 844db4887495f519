import { Counter, Gauge, Registry } from 'prom-client';
import { PROBE_MS, withinLimit } from '../platform/time-limit.ts';

/** The functions that read the program's current state. They are called at every scrape. */
export interface StandingSources {
  /** Rejects where the database does not answer. */
  database(): Promise<DatabaseStanding>;
  /** The state of the gateway's connection; null where no token is set. */
  gateway(): 'connected' | 'connecting' | null;
  /** The requests to Discord that wait for a rate limit, by their purpose; null where no token is set. */
  rateLimits(): {
    requests: Record<string, number>;
    secondsLeft: Record<string, number>;
    waits: Record<string, number>;
  } | null;
  /** The numbers of queries of answers that have a connection, and wait for one; and of connections. */
  queries(): { running: number; waiting: number; connections: number };
}

/** The figures from the database; they are the same in every process on it. */
interface DatabaseStanding {
  /** The served data set; null before the first. */
  dataSet: {
    publishedAt: Date;
    summary: { games: number; users: number; libraryRows: number; reviews: number };
  } | null;
  /**
   * `ended`: counts by outcome; `phases`: seconds by phase of the last published refresh; `confirmedAt`: the end of the last
   * refresh that found nothing to change, null where there was none.
   */
  refreshes: {
    ended: Record<string, number>;
    running: boolean;
    phases: Record<string, number>;
    confirmedAt: Date | null;
  };
}

/**
 * The metrics of the current state, in a registry of their own. Unknown figures are left out: those of the
 * gateway where no token is set, and those of the data where the database does not answer.
 */
export async function standingMetrics(sources: StandingSources): Promise<Registry> {
  const registry = new Registry();
  const gauge = (name: string, help: string, values: Figures, label?: string) =>
    fill(new Gauge({ ...described(name, help, label), registers: [registry] }), values, label);
  const database = await withinLimit(PROBE_MS, sources.database()).catch(() => null);
  gauge('database_up', 'Whether the database answers: 1 or 0.', Number(database !== null));
  const { running, waiting, connections } = sources.queries();
  gauge(
    'database_queries',
    'Queries of answers that run on a connection, or wait for one.',
    { running, waiting },
    'state',
  );
  gauge('database_connections_max', 'The most connections that answers may have.', connections);
  const gateway = sources.gateway();
  if (gateway !== null) {
    const help = 'Whether every shard of this process is connected: 1 or 0.';
    gauge('gateway_connected', help, Number(gateway === 'connected'));
  }
  const limits = sources.rateLimits();
  if (limits !== null) {
    gauge(
      'rate_limit_waiting',
      "Requests that wait for one of Discord's rate limits now, by purpose.",
      labelled(limits.requests),
      'purpose',
    );
    gauge(
      'rate_limit_seconds',
      'Seconds until the last of these requests may be sent, by purpose.',
      labelled(limits.secondsLeft),
      'purpose',
    );
    const waits = described(
      'rate_limit_waits_total',
      "Waits for one of Discord's rate limits, by purpose.",
      'purpose',
    );
    fill(new Counter({ ...waits, registers: [registry] }), labelled(limits.waits), 'purpose');
  }
  if (database === null) return registry;

  const { dataSet, refreshes } = database;
  gauge('refresh_running', 'Whether a refresh runs, in any process: 1 or 0.', Number(refreshes.running));
  gauge(
    'refresh_phase_seconds',
    'Seconds that each phase of the last published refresh took.',
    refreshes.phases,
    'phase',
  );
  const ended = described(
    'refreshes_total',
    'Refreshes of this database that have ended, by outcome.',
    'outcome',
  );
  fill(new Counter({ ...ended, registers: [registry] }), { ...NO_REFRESHES, ...refreshes.ended }, 'outcome');
  if (dataSet === null) return registry;

  const { games, users, libraryRows: library_rows, reviews } = dataSet.summary;
  const currentAt = Math.max(dataSet.publishedAt.getTime(), refreshes.confirmedAt?.getTime() ?? 0);
  gauge(
    'data_set_age_seconds',
    'Seconds since the served data set was published, or a refresh found that its sources have not changed.',
    (Date.now() - currentAt) / 1000,
  );
  gauge(
    'data_set_rows',
    'Rows of the served data set, by kind.',
    { games, users, library_rows, reviews },
    'of',
  );
  return registry;
}

/** No refresh of any outcome, since Prometheus sees no increase in a counter that begins with 1. */
const NO_REFRESHES = { published: 0, unchanged: 0, waiting: 0, failed: 0, cancelled: 0, killed: 0 };

/** The value of a metric, or its values by label. */
type Figures = number | Record<string, number>;

/** The same figures under labels such as `sending_a_reply`. */
function labelled(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name.replaceAll(' ', '_'), value]),
  );
}

function described(name: string, help: string, label: string | undefined) {
  return { name: `steamscope_${name}`, help, labelNames: label === undefined ? [] : [label] };
}

function fill(metric: Gauge | Counter, values: Figures, label = ''): void {
  if (typeof values === 'number') metric.inc(values);
  else for (const [name, value] of Object.entries(values)) metric.inc({ [label]: name }, value);
}
