import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { LanguageCode } from '../../locales/locales.ts';
import type { ServedDataSet } from '../database/served-data-set.ts';
import { readReport, reportPath } from '../explore/report/report-file.ts';
import { withWayBack } from '../explore/report/way-back.ts';
import type { Report } from '../http/preview/sources.ts';
import { EXIT } from './exit.ts';

/** The look at the data that is being served: from the file it was last computed into, or computed when it is asked for. */
export class DataReports {
  readonly #dataFolder: string;
  readonly #served: () => Promise<ServedDataSet | null>;
  readonly #log: Logger;
  /** One at a time: whoever asks for another language meanwhile waits, too. */
  #computing: ChildProcess | null = null;
  /** Those of which nobody was told yet that they failed. */
  readonly #failed = new Set<LanguageCode>();

  constructor(dataFolder: string, served: () => Promise<ServedDataSet | null>, log: Logger) {
    this.#dataFolder = dataFolder;
    this.#served = served;
    this.#log = log;
  }

  async report(language: LanguageCode): Promise<Report> {
    const dataSet = await this.#served();
    if (dataSet === null) return { state: 'none' };
    const report = await readReport(reportPath(this.#dataFolder, language), dataSet, language);
    if (report !== null) return { state: 'ready', html: withWayBack(report, language) };
    if (this.#failed.delete(language)) return { state: 'failed' };
    if (this.#computing === null) this.#compute(language);
    return { state: 'computing' };
  }

  /** Ends what is being computed, and waits until it is gone: until then it uses the database server. */
  async stop(): Promise<void> {
    const child = this.#computing;
    if (child === null) return;
    child.kill('SIGTERM');
    await once(child, 'close');
  }

  /** In a process of its own, so that answers and heartbeats never wait for it. */
  #compute(language: LanguageCode): void {
    const args = [...process.execArgv, process.argv[1]!, 'explore', '--language', language];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#computing = child;
    let said = '';
    child.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-2000);
    });
    child.once('error', (err) => this.#log.error({ err }, 'the look at the data could not be started'));
    child.once('close', (status) => {
      this.#computing = null;
      if (status === EXIT.ok) return;
      this.#failed.add(language);
      if (!child.killed) this.#log.error({ status, said }, 'the look at the data failed');
    });
  }
}
