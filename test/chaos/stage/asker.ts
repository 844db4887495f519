import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { withinLimit } from '../../../src/platform/time-limit.ts';
import { Program } from '../../support/program.ts';
import {
  type Answer,
  askPage,
  DOORS,
  type Door,
  NotAnswered,
  type Question,
  type RightAnswers,
  readBatchLine,
} from './questions.ts';
import type { Variant } from './sources.ts';

/** So many ask at once through each door. */
const ASKING = 2;

/** Between two questions to the page: members are asking, but not all of them at once. */
const PAUSE_MS = 25;

/** No answer for so long is one that never comes. */
const HUNG_MS = 30_000;

/** A long-lived `ask --batch`. */
export class Batch {
  readonly program: Program;
  readonly #waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];

  constructor(settings: Record<string, string>) {
    this.program = new Program(['ask', '--batch'], { ...settings, LOG_LEVEL: 'fatal' }, null);
    createInterface({ input: this.program.child.stdout! }).on('line', (line) => {
      const next = this.#waiting.shift();
      try {
        next?.resolve(readBatchLine(line));
      } catch (error) {
        next?.reject(error as Error);
      }
    });
    this.program.child.once('close', () => {
      for (const { reject } of this.#waiting.splice(0)) reject(new NotAnswered('the batch: it has ended'));
    });
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.program.child.exitCode !== null) reject(new NotAnswered('the batch: it has ended'));
      else this.#waiting.push({ resolve, reject });
      this.program.child.stdin!.write(`${JSON.stringify(question)}\n`);
    });
  }

  async end(): Promise<void> {
    this.program.child.stdin!.end();
    await this.program.ended();
  }
}

/** What was asked, and how it was answered. */
export interface Asked {
  answers: number;
  /** Not answered while the fault had taken the database away. */
  excused: number;
  /** Not answered, and nothing excuses it. */
  failed: string[];
  /** Answers of neither variant, or of a number that had answers of the other. */
  wrong: string[];
  /** Of the page's answers, in ms. */
  times: number[];
}

/** Asks a running program without a pause, through both doors, and judges every answer. */
export class Asker {
  readonly #questions: readonly Question[];
  readonly #right: RightAnswers;
  readonly #url: string;
  readonly #batch: Batch;
  readonly #variants = new Map<number, Variant>();
  readonly #loops: Promise<unknown>;
  readonly #asked: Asked = { answers: 0, excused: 0, failed: [], wrong: [], times: [] };
  #stopped = false;
  /** While the database is away, what fails is kept until it is known whose fault it was. */
  #doubtful: string[] | null = null;

  constructor(questions: readonly Question[], right: RightAnswers, url: string, batch: Batch) {
    this.#questions = questions;
    this.#right = right;
    this.#url = url;
    this.#batch = batch;
    const loops = DOORS.flatMap((door) =>
      Array.from({ length: ASKING }, (_, place) =>
        this.#loop(door, Math.floor((place * questions.length) / ASKING)),
      ),
    );
    this.#loops = Promise.all(loops);
  }

  /** The fault may take the database away from now on. */
  mayFail(): void {
    this.#doubtful = [];
  }

  /** The database is there again. @param excused whether it had been away at all */
  mustAnswer(excused: boolean): void {
    const doubtful = this.#doubtful ?? [];
    this.#doubtful = null;
    if (excused) this.#asked.excused += doubtful.length;
    else this.#asked.failed.push(...doubtful);
  }

  /** Asks every question once. @returns why those were not answered that were not */
  async unanswered(): Promise<string[]> {
    const asked = this.#questions.flatMap((question) => DOORS.map((door) => this.#ask(door, question)));
    const ends = await Promise.allSettled(asked);
    return ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason.message)] : []));
  }

  /** Asks every question once. @returns what was not answered, or answered from another variant than the one served */
  async whole(served: Variant): Promise<string[]> {
    const problems: string[] = [];
    const asked = this.#questions.flatMap((question) =>
      DOORS.map(async (door) => {
        try {
          const variant = this.#right.variantOf(door, question, await this.#ask(door, question));
          if (variant !== served)
            problems.push(`${door} ${shown(question)} answers as ${variant ?? 'neither'}`);
        } catch (error) {
          problems.push((error as Error).message);
        }
      }),
    );
    await Promise.all(asked);
    return problems;
  }

  /** Waits for the last answers. @returns all that was asked */
  async stop(): Promise<Asked> {
    this.#stopped = true;
    await this.#loops;
    return this.#asked;
  }

  async #loop(door: Door, from: number): Promise<void> {
    for (let at = from; !this.#stopped; at++) {
      const question = this.#questions[at % this.#questions.length]!;
      const began = performance.now();
      const doubtful = this.#doubtful;
      try {
        const answer = await this.#ask(door, question);
        if (door === 'page') this.#asked.times.push(performance.now() - began);
        this.#judge(door, question, answer);
      } catch (error) {
        // Asked or failed while it was away.
        const list = this.#doubtful ?? (doubtful === null ? this.#asked.failed : null);
        if (list === null) this.#asked.excused++;
        else list.push((error as Error).message);
      }
      await delay(PAUSE_MS);
    }
  }

  #ask(door: Door, question: Question): Promise<Answer> {
    if (door === 'page') return askPage(this.#url, question);
    return withinLimit(HUNG_MS, this.#batch.ask(question), () => {
      throw new NotAnswered('the batch: no answer in 30 s');
    });
  }

  #judge(door: Door, question: Question, answer: Answer): void {
    this.#asked.answers++;
    const variant = this.#right.variantOf(door, question, answer);
    const said = `${door} ${shown(question)}`;
    if (variant === null) {
      this.#asked.wrong.push(`${said} is neither A's nor B's answer`);
      return;
    }
    const { dataSet } = answer;
    if (dataSet === null) return;
    const known = this.#variants.get(dataSet) ?? variant;
    this.#variants.set(dataSet, known);
    if (known !== variant)
      this.#asked.wrong.push(`${said} is ${variant}'s answer under the number of ${known}'s data set`);
  }
}

/** Without the users of real data. */
function shown({ command, options: { user: _, ...options } }: Question): string {
  return `${command} ${JSON.stringify(options)}`;
}
