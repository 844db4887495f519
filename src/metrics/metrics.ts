import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type CountedInteraction, interactionMetrics } from './interaction-metrics.ts';
import { type StandingSources, standingMetrics } from './standing-metrics.ts';

/** The body of `/metrics`, in Prometheus's text format. */
export interface MetricsPage {
  contentType: string;
  text: string;
}

/** The facts about the program that its figures show. */
export interface Build {
  /** The program's version, such as `1.2.0`. */
  version: string;
  /** The names of all commands, whose counters begin at 0. */
  commands: Iterable<string>;
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
  constructor(sources: StandingSources, { version, commands }: Build) {
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: 'steamscope_build_info',
      help: 'Always 1; the labels have the versions of the program and of Node.',
      labelNames: ['version', 'node'],
      registers: [this.#registry],
    }).set({ version, node: process.versions.node }, 1);
    this.count = interactionMetrics(this.#registry, commands);
    this.#sources = sources;
  }

  /** The current metrics. Without the database, those that need it are left out. */
  async page(): Promise<MetricsPage> {
    const standing = await standingMetrics(this.#sources);
    const all = Registry.merge([standing, this.#registry]);
    return { contentType: all.contentType, text: await all.metrics() };
  }
}
