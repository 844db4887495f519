import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { readPostmaster } from '../../../src/database/embedded/postmaster.ts';
import { DATABASE } from '../../../src/database/embedded/server-settings.ts';
import { withinLimit } from '../../../src/platform/time-limit.ts';
import { Program } from '../../support/program.ts';
import { Asker, Batch } from './asker.ts';
import { type Ending, endServer, OwnServer } from './own-server.ts';
import { kill, programsOn } from './processes.ts';
import type { Question, RightAnswers } from './questions.ts';
import type { Sources, Variant } from './sources.ts';

/** Whose the Postgres server is: the program's own, or one that `DATABASE_URL` names. */
export type StageKind = 'embedded' | 'named';

/** Room on the disk of a stage that is one of its own, while nothing has to be full. */
const ROOMY = '16g';

const LAST_WORDS = 1500;

/** How long a program that is told to end may take for it. */
const STOP_SECONDS = 20;

/** A data folder with a database, on which the program runs and is disturbed. */
export class Stage {
  readonly kind: StageKind;
  readonly dataFolder: string;
  /** It is a disk of its own, whose size can be changed. */
  readonly hasDisk: boolean;
  readonly sources: Sources;
  readonly server: OwnServer | null;
  /** Bytes that its disk has grown by in a refresh, where it is one of its own. */
  growth = 0;
  #start: Program | null = null;
  #batch: Batch | null = null;
  #asker: Asker | null = null;
  #url = '';

  private constructor(
    kind: StageKind,
    dataFolder: string,
    hasDisk: boolean,
    sources: Sources,
    server: OwnServer | null,
  ) {
    this.kind = kind;
    this.dataFolder = dataFolder;
    this.hasDisk = hasDisk;
    this.sources = sources;
    this.server = server;
  }

  /** @param ownDisk whether it is to be put on a disk of its own, where that can be made: by root, on Linux */
  static async make(kind: StageKind, folder: string, sources: Sources, ownDisk = false): Promise<Stage> {
    const dataFolder = join(folder, kind);
    await mkdir(dataFolder, { recursive: true });
    const hasDisk = ownDisk && mounted('-t', 'tmpfs', '-o', `size=${ROOMY}`, 'tmpfs', dataFolder);
    const server = kind === 'named' ? await OwnServer.make(join(dataFolder, 'server')) : null;
    return new Stage(kind, dataFolder, hasDisk, sources, server);
  }

  get clusterFolder(): string {
    return this.server?.clusterFolder ?? join(this.dataFolder, 'postgres');
  }

  /** Where the page is. */
  get url(): string {
    return this.#url;
  }

  get batch(): Batch {
    return this.#batch!;
  }

  get asker(): Asker {
    return this.#asker!;
  }

  /** How each of those who answer has ended, and its last words; empty while both run. */
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

  /** One refresh as a process of its own. */
  refresh(variant: Variant, more: Record<string, string> = {}): Program {
    return new Program(['refresh', '--json'], { ...this.settings(variant), ...more });
  }

  /** Another `npm start`. */
  start(variant: Variant, more: Record<string, string> = {}): Program {
    return new Program(['start'], { ...this.settings(variant), ...more });
  }

  /** Starts what answers: `npm start`, and a long-lived `ask --batch`. */
  async open(more: Record<string, string> = {}): Promise<void> {
    this.#start = this.start('A', more);
    this.#url = (await this.#start.said(/Steamscope is at (http:\S+?)"/))[1]!;
    this.#batch = new Batch(this.settings('A'));
  }

  /** What the program that answers says of its event loop when it is told to for that time. */
  async eventLoop(time: number): Promise<string> {
    this.#start!.child.kill('SIGUSR2');
    return (await this.#start!.said(new RegExp(`event loop ${time}: (.*)`)))[1]!;
  }

  /** From now on it is asked without a pause. */
  keepAsking(questions: readonly Question[], right: RightAnswers): void {
    this.#asker = new Asker(questions, right, this.#url, this.batch);
  }

  /** The programs that run on it and are not those that answer. */
  strays(): number[] {
    const own = [this.#start?.child.pid, this.#batch?.program.child.pid];
    return programsOn(this.dataFolder).filter((pid) => !own.includes(pid));
  }

  /** Where the database is now. @throws where none is */
  async databaseUrl(): Promise<string> {
    if (this.server !== null) return this.server.url;
    const password = (await readFile(join(this.dataFolder, 'postgres-password'), 'utf8')).trim();
    const port = readPostmaster(this.clusterFolder)?.port;
    return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
  }

  endDatabase(ending: Ending): Promise<void> {
    return endServer(this.clusterFolder, ending);
  }

  /** Bytes in use on its own disk. */
  async used(): Promise<number> {
    const { blocks, bfree, bsize } = await statfs(this.dataFolder);
    return (blocks - bfree) * bsize;
  }

  /** Leaves so many bytes free on its own disk. */
  async leaveRoom(bytes: number): Promise<void> {
    mounted('-o', `remount,size=${Math.ceil(((await this.used()) + bytes) / 4096) * 4096}`, this.dataFolder);
  }

  makeRoom(): void {
    mounted('-o', `remount,size=${ROOMY}`, this.dataFolder);
  }

  /** Stops what answers. @returns those that did not end when told to, and had to be killed */
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

  /** Ends and removes all of it. */
  async remove(): Promise<void> {
    await this.close();
    for (const pid of programsOn(this.dataFolder)) kill(pid, 'SIGKILL');
    await this.endDatabase('immediate');
    if (this.hasDisk) spawnSync('umount', [this.dataFolder]);
    await rm(this.dataFolder, { recursive: true, force: true });
  }
}

/** Whether a file system could be mounted so: not without being root. */
function mounted(...args: string[]): boolean {
  return process.platform === 'linux' && spawnSync('mount', args).status === 0;
}
