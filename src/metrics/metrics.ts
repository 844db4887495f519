import { collectDefaultMetrics, Registry } from 'prom-client';
import { type CountedInteraction, interactionMetrics } from './interaction-metrics.ts';
import { type StandingSources, standingMetrics } from './standing-metrics.ts';

/** The body of `/metrics`, in Prometheus's text format. */
export interface MetricsPage {
  contentType: string;
  text: string;
}

/**
 * The metrics of one process: interactions, the current state, and Node's own figures
 * (memory, event-loop delay …).
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #sources: StandingSources;
  /** Counts an interaction that has ended. */
  readonly count: (interaction: CountedInteraction) => void;

  /** @param sources functions that read the current state at every scrape */
  constructor(sources: StandingSources) {
    collectDefaultMetrics({ register: this.#registry });
    this.count = interactionMetrics(this.#registry);
    this.#sources = sources;
  }

  /** The current metrics. Without the database, those that need it are left out. */
  async page(): Promise<MetricsPage> {
    const standing = await standingMetrics(this.#sources);
    const all = Registry.merge([standing, this.#registry]);
    return { contentType: all.contentType, text: await all.metrics() };
  }
}
