import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { DATABASE } from '../../../src/database/embedded/server-settings.ts';
import { withinLimit } from '../../../src/platform/time-limit.ts';
import { Program } from '../../support/program.ts';
import { Asker, Batch } from './asker.ts';
import { gaugeSettings, type Turn, turnsSince } from './loop-gauge.ts';
import { discordSettings, type Members } from './members.ts';
import { type Ending, endServer, OwnServer } from './own-server.ts';
import { kill, programsOn } from './processes.ts';
import {
  type Answer,
  askPage,
  DOORS,
  type Door,
  NotAnswered,
  type Question,
  type RightAnswers,
} from './questions.ts';
import type { Sources, Variant } from './sources.ts';

/** Which Postgres server the stage has: the program's own, or one that `DATABASE_URL` names. */
export type StageKind = (typeof STAGE_KINDS)[number];
export const STAGE_KINDS = ['named', 'embedded'] as const;

/** The size of a stage's own disk while no fault fills it. */
const ROOMY = '16g';

const LAST_WORDS = 1500;

/** Milliseconds after which an answer of the batch counts as never coming. */
const HUNG_MS = 30_000;

/** Milliseconds that a probe waits for a page. */
const PROBE_MS = 5000;

/** Seconds that a program may take to end when it is told to. */
const STOP_SECONDS = 20;

/** A data folder with a database, on which the program runs and is disturbed. */
export class Stage {
  readonly kind: StageKind;
  readonly dataFolder: string;
  /** Whether the data folder is a disk of its own, whose size can be changed. */
  readonly hasDisk: boolean;
  readonly sources: Sources;
  readonly server: OwnServer | null;
  /** The members who ask `npm start` in Discord; null where it has no token. */
  readonly members: Members | null;
  /** Bytes that a refresh adds to the stage's own disk. */
  growth = 0;
  #start: Program | null = null;
  #batch: Batch | null = null;
  #asker: Asker | null = null;
  #url = '';
  /** The moment when the programs that answer were ready, in milliseconds since 1970. */
  #openedAt = 0;

  private constructor(
    kind: StageKind,
    dataFolder: string,
    hasDisk: boolean,
    sources: Sources,
    server: OwnServer | null,
    members: Members | null,
  ) {
    this.kind = kind;
    this.dataFolder = dataFolder;
    this.hasDisk = hasDisk;
    this.sources = sources;
    this.server = server;
    this.members = members;
  }

  /**
   * @param ownDisk whether to put it on a disk of its own, if that is possible: as root, on Linux
   * @param members those who ask in Discord; they leave with {@link remove}
   */
  static async make(
    kind: StageKind,
    folder: string,
    sources: Sources,
    { ownDisk = false, members = null }: { ownDisk?: boolean; members?: Members | null } = {},
  ): Promise<Stage> {
    const dataFolder = join(folder, kind);
    await mkdir(dataFolder, { recursive: true });
    const hasDisk = ownDisk && mounted('-t', 'tmpfs', '-o', `size=${ROOMY}`, 'tmpfs', dataFolder);
    const server = kind === 'named' ? await OwnServer.make(join(dataFolder, 'server')) : null;
    return new Stage(kind, dataFolder, hasDisk, sources, server, members);
  }

  get clusterFolder(): string {
    return this.server?.clusterFolder ?? join(this.dataFolder, 'postgres');
  }

  /** The address of the page. */
  get url(): string {
    return this.#url;
  }

  /** The doors through which it can be asked. */
  get doors(): readonly Door[] {
    return this.members === null ? DOORS.filter((door) => door !== 'discord') : DOORS;
  }

  /** The process of `npm start`. */
  get program(): Program {
    return this.#start!;
  }

  get asker(): Asker {
    return this.#asker!;
  }

  /** How `npm start` or the batch has ended, with its last words; empty while both run. */
  async ended(): Promise<string[]> {
    const programs = { 'npm start': this.#start!, 'the batch': this.#batch!.program };
    const gone = Object.entries(programs).filter(
      ([, { child }]) => (child.exitCode ?? child.signalCode) !== null,
    );
    return Promise.all(
      gone.map(async ([name, program]) => {
        const { stderr } = await program.ended();
        const how = program.child.signalCode ?? program.child.exitCode;
        return `${name} has ended (${how}): ${stderr.slice(-LAST_WORDS)}`;
      }),
    );
  }

  settings(variant: Variant): Record<string, string> {
    const { games, libraries, reviews } = this.sources[variant];
    return {
      DATA_FOLDER: this.dataFolder,
      HTTP_PORT: '0',
      PREVIEW: 'on',
      ...(this.server === null ? {} : { DATABASE_URL: this.server.url }),
      GAMES_SOURCE: games,
      LIBRARIES_SOURCE: libraries,
      REVIEWS_SOURCE: reviews,
    };
  }

  /** Starts one refresh as a process of its own. */
  refresh(variant: Variant, more: Record<string, string> = {}): Program {
    return new Program(['refresh', '--json'], { ...this.settings(variant), ...more });
  }

  /** Starts another `npm start`. */
  start(variant: Variant, more: Record<string, string> = {}): Program {
    return new Program(['start'], { ...this.settings(variant), ...more });
  }

  /** Starts the programs that answer: `npm start`, in Discord too where there are members, and a long-lived `ask --batch`. */
  async open(more: Record<string, string> = {}): Promise<void> {
    const discord = this.members === null ? {} : discordSettings(this.members.discord);
    this.#start = this.start('A', { ...gaugeSettings(this.#gaugeFile), ...discord, ...more });
    this.#url = (await this.#start.said(/Steamscope is at (http:\S+?)"/))[1]!;
    if (this.members !== null) await this.#start.said(/commands are (?:registered|unchanged)/);
    this.#batch = new Batch(this.settings('A'));
    // It has started when it has answered something, be it with an error.
    await this.#batch.ask({ command: 'users-recommend', options: { year: 2014 } }).catch(() => {});
    this.#openedAt = Date.now();
  }

  /** Asks a question through a door. @throws NotAnswered */
  ask(door: Door, question: Question): Promise<Answer> {
    if (door === 'page') return askPage(this.#url, question);
    if (door === 'discord') return this.members!.ask(question);
    return withinLimit(HUNG_MS, this.#batch!.ask(question), () => {
      throw new NotAnswered('the batch: no answer in 30 s');
    });
  }

  /** The text of a page of `npm start`, whatever its status. @throws fetch's errors */
  async page(path: string): Promise<string> {
    const response = await fetch(`${this.#url}${path}`, { signal: AbortSignal.timeout(PROBE_MS) });
    return response.text();
  }

  /** The parts that are missing by `/readyz` and `/metrics`; empty while none is. */
  async missing(): Promise<string[]> {
    try {
      const [ready, metrics] = await Promise.all([this.page('/readyz'), this.page('/metrics')]);
      const up = ['database_up', ...(this.members === null ? [] : ['gateway_connected'])];
      return [
        ...(JSON.parse(ready).status === 'ready' ? [] : [`/readyz: ${ready}`]),
        ...up
          .filter((name) => !metrics.includes(`steamscope_${name} 1`))
          .map((name) => `/metrics: no ${name}`),
      ];
    } catch (error) {
      return [`/readyz or /metrics: ${error}`];
    }
  }

  /** The warnings in the log of `npm start` since a moment, in milliseconds since 1970. */
  warningsSince(moment: number): string[] {
    const lines = this.#start!.written.split('\n').filter((line) => line.includes('"level":40'));
    return lines.filter(
      (line) => new Date((JSON.parse(line) as { time: number | string }).time).getTime() >= moment,
    );
  }

  /** The longer turns of the event loop of `npm start` since a moment, in milliseconds since 1970, but not those of its start. */
  turnsSince(moment: number): Turn[] {
    return turnsSince(this.#gaugeFile, Math.max(moment, this.#openedAt));
  }

  get #gaugeFile(): string {
    return `${this.dataFolder}.event-loop`;
  }

  /**
   * Sends SIGUSR2 to `npm start`, and reads the report of its event loop that a benchmark made it give.
   *
   * @param time the count in the report
   */
  async eventLoop(time: number): Promise<string> {
    this.#start!.child.kill('SIGUSR2');
    return (await this.#start!.said(new RegExp(`event loop ${time}: (.*)`)))[1]!;
  }

  /** Starts asking without a pause. */
  keepAsking(questions: readonly Question[], right: RightAnswers): void {
    this.#asker = new Asker(questions, right, this);
  }

  /** The ids of the processes on this stage that are neither `npm start` nor the batch. */
  strays(): number[] {
    const own = [this.#start?.child.pid, this.#batch?.program.child.pid];
    return programsOn(this.dataFolder).filter((pid) => !own.includes(pid));
  }

  /** The address of the database now. @throws if there is no server */
  async databaseUrl(): Promise<string> {
    if (this.server !== null) return this.server.url;
    const password = (await readFile(join(this.dataFolder, 'postgres-password'), 'utf8')).trim();
    const port = readPostmaster(this.clusterFolder)?.port;
    return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
  }

  endDatabase(ending: Ending): Promise<void> {
    return endServer(this.clusterFolder, ending);
  }

  /** Bytes in use on the stage's own disk. */
  async used(): Promise<number> {
    const { blocks, bfree, bsize } = await statfs(this.dataFolder);
    return (blocks - bfree) * bsize;
  }

  /** Leaves this number of bytes free on the stage's own disk. */
  async leaveRoom(bytes: number): Promise<void> {
    mounted('-o', `remount,size=${Math.ceil(((await this.used()) + bytes) / 4096) * 4096}`, this.dataFolder);
  }

  makeRoom(): void {
    mounted('-o', `remount,size=${ROOMY}`, this.dataFolder);
  }

  /** Stops the programs that answer. @returns the names of those that had to be killed */
  async close(): Promise<string[]> {
    const programs = { 'npm start': this.#start, 'the batch': this.#batch?.program };
    this.#start = this.#batch = null;
    const disobeyed: string[] = [];
    await Promise.all(
      Object.entries(programs).map(async ([name, program]) => {
        if (program == null) return;
        program.child.kill('SIGTERM');
        const ended = program.ended();
        await withinLimit(1000 * STOP_SECONDS, ended, () => {
          disobeyed.push(name);
          program.child.kill('SIGKILL');
          return ended;
        });
      }),
    );
    await this.#asker?.stop();
    this.#asker = null;
    return disobeyed;
  }

  /** Stops everything on the stage and removes its folder. */
  async remove(): Promise<void> {
    await this.close();
    for (const pid of programsOn(this.dataFolder)) kill(pid, 'SIGKILL');
    await this.endDatabase('immediate');
    await this.members?.close();
    if (this.hasDisk) spawnSync('umount', [this.dataFolder]);
    await rm(this.dataFolder, { recursive: true, force: true });
  }
}

/** Mounts a file system. @returns whether that worked; it does not without root */
function mounted(...args: string[]): boolean {
  return process.platform === 'linux' && spawnSync('mount', args).status === 0;
}
