import { type ChildProcess, spawn } from 'node:child_process';
import type { Logger } from 'pino';
import type { LanguageCode } from '../../locales/locales.ts';
import type { ServedDataSet } from '../database/served-data-set.ts';
import { readReport, reportPath } from '../explore/report/report-file.ts';
import { withWayBack } from '../explore/report/way-back.ts';
import type { Report } from '../http/preview/sources.ts';
import { endChild } from './end-child.ts';
import { EXIT } from './exit.ts';
import { CHILD_MS } from './stop.ts';

/**
 * The data report on the served data set, for the local page. It is read from the file of the last one that was
 * computed. Where that is missing or of another data set, a new one is computed while the page waits.
 */
export class DataReports {
  readonly #dataFolder: string;
  readonly #served: () => Promise<ServedDataSet | null>;
  readonly #log: Logger;
  /**
   * The process that computes a report. There is one at a time, so a report in another
   * language waits for its end.
   */
  #computing: ChildProcess | null = null;
  /** The languages whose report could not be computed, until a page has shown that failure once. */
  readonly #failed = new Set<LanguageCode>();

  constructor(dataFolder: string, served: () => Promise<ServedDataSet | null>, log: Logger) {
    this.#dataFolder = dataFolder;
    this.#served = served;
    this.#log = log;
  }

  /** The report in a language, or its state where it is not ready; a missing one begins to be computed. */
  async report(language: LanguageCode): Promise<Report> {
    const dataSet = await this.#served();
    if (dataSet === null) return { state: 'none' };
    const report = await readReport(reportPath(this.#dataFolder, language), dataSet, language);
    if (report !== null) return { state: 'ready', html: withWayBack(report, language) };
    if (this.#failed.delete(language)) return { state: 'failed' };
    if (this.#computing === null) this.#compute(language);
    return { state: 'computing' };
  }

  /** Ends the process that computes a report, and waits for that, because it uses the database server until then. */
  async stop(): Promise<void> {
    if (this.#computing !== null) await endChild(this.#computing, CHILD_MS);
  }

  /** Computes a report in a process of its own, so that answers and the gateway's heartbeats never wait for it. */
  #compute(language: LanguageCode): void {
    const args = [...process.execArgv, process.argv[1]!, 'explore', '--language', language];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#computing = child;
    let said = '';
    child.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-2000);
    });
    child.once('error', (err) => this.#log.error({ err }, 'the data report could not be started'));
    child.once('close', (status) => {
      this.#computing = null;
      if (status === EXIT.ok) return;
      this.#failed.add(language);
      if (!child.killed) this.#log.error({ status, said }, 'the data report failed');
    });
  }
}
