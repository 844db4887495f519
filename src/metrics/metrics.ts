import { collectDefaultMetrics, Registry } from 'prom-client';
import { type CountedInteraction, interactionMetrics } from './interaction-metrics.ts';
import { type StandingSources, standingMetrics } from './standing-metrics.ts';

/** What `/metrics` answers, in Prometheus's text format. */
export interface MetricsPage {
  contentType: string;
  text: string;
}

/** The figures of one process: its interactions, how it stands, and Node's own (memory, event-loop delay, …). */
export class Metrics {
  readonly #registry = new Registry();
  readonly #sources: StandingSources;
  /** Told of every interaction that is through. */
  readonly count: (interaction: CountedInteraction) => void;

  constructor(sources: StandingSources) {
    collectDefaultMetrics({ register: this.#registry });
    this.count = interactionMetrics(this.#registry);
    this.#sources = sources;
  }

  /** The figures of now. It comes without the database too. */
  async page(): Promise<MetricsPage> {
    const standing = await standingMetrics(this.#sources);
    const all = Registry.merge([standing, this.#registry]);
    return { contentType: all.contentType, text: await all.metrics() };
  }
}
