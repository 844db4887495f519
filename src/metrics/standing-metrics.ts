import { Counter, Gauge, Registry } from 'prom-client';
import { PROBE_MS, withinLimit } from '../platform/time-limit.ts';

/** How the program stands at a moment; asked anew for every scrape. */
export interface StandingSources {
  /** @throws where the database does not answer */
  database(): Promise<DatabaseStanding>;
  /** Null where no token is set. */
  gateway(): 'connected' | 'connecting' | null;
  queries(): { running: number; waiting: number; connections: number };
}

/** What the database says; every process on it says the same. */
interface DatabaseStanding {
  /** What is served; null before the first data set. */
  dataSet: {
    publishedAt: Date;
    summary: { games: number; users: number; libraryRows: number; reviews: number };
  } | null;
  refreshes: { ended: Record<string, number>; running: boolean; phases: Record<string, number> };
}

/**
 * The figures of now, in a registry of their own. What is not known is not there: of the gateway where no token is set, of
 * the data where the database does not answer.
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
    'Queries of answers, each on a connection or waiting.',
    { running, waiting },
    'state',
  );
  gauge('database_connections_max', 'Connections that answers have at most.', connections);
  const gateway = sources.gateway();
  if (gateway !== null) {
    const help = 'Whether every shard of this process is connected: 1 or 0.';
    gauge('gateway_connected', help, Number(gateway === 'connected'));
  }
  if (database === null) return registry;

  const { dataSet, refreshes } = database;
  gauge('refresh_running', 'Whether a refresh runs, in whatever process: 1 or 0.', Number(refreshes.running));
  gauge('refresh_phase_seconds', 'Of the refresh that was published last.', refreshes.phases, 'phase');
  const ended = described('refreshes_total', 'Refreshes of this database that have ended.', 'outcome');
  fill(new Counter({ ...ended, registers: [registry] }), refreshes.ended, 'outcome');
  if (dataSet === null) return registry;

  const { games, users, libraryRows: library_rows, reviews } = dataSet.summary;
  const age = (Date.now() - dataSet.publishedAt.getTime()) / 1000;
  gauge('data_set_age_seconds', 'Since the data set that is served was published.', age);
  gauge(
    'data_set_rows',
    'What the data set that is served holds.',
    { games, users, library_rows, reviews },
    'of',
  );
  return registry;
}

/** One value, or one for each value of a label. */
type Figures = number | Record<string, number>;

function described(name: string, help: string, label: string | undefined) {
  return { name: `steamscope_${name}`, help, labelNames: label === undefined ? [] : [label] };
}

function fill(metric: Gauge | Counter, values: Figures, label = ''): void {
  if (typeof values === 'number') metric.inc(values);
  else for (const [name, value] of Object.entries(values)) metric.inc({ [label]: name }, value);
}
