import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Program } from '../../support/program.ts';
import {
  type Answer,
  type Door,
  NotAnswered,
  type Question,
  type RightAnswers,
  readBatchLine,
  shown,
} from './questions.ts';
import type { Variant } from './sources.ts';

/** The number of questions that are open at once through each door. */
const ASKING = 2;

/** Milliseconds between an answer and the next question: members ask all the time, but not all of them at once. */
const PAUSE_MS = 25;

/** An `ask --batch` process that stays open for many questions. */
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

/** Totals of the questions that were asked, and of their answers. */
export interface Asked {
  answers: number;
  /** Questions without an answer while the fault had taken the database away. */
  excused: number;
  /** Errors of questions that had no such excuse. */
  failed: string[];
  /** Answers that match neither variant, or that name a data set whose other answers match the other variant. */
  wrong: string[];
  /** Milliseconds that each answer of the page took. */
  times: number[];
}

/** A time in which a fault may take the answers of some doors away. */
interface Doubtful {
  doors: readonly Door[];
  /** The errors in it. They are kept until it is clear whether the fault did so. */
  errors: string[];
  /** Its end, in milliseconds of `performance.now()`; infinity before it. */
  until: number;
  excused: boolean;
}

/** Something that answers questions through doors. */
interface Asks {
  doors: readonly Door[];
  /** @throws NotAnswered */
  ask(door: Door, question: Question): Promise<Answer>;
}

/** Asks a running program without a pause, through all of its doors, and judges every answer. */
export class Asker {
  readonly #questions: readonly Question[];
  readonly #right: RightAnswers;
  readonly #asks: Asks;
  readonly #variants = new Map<number, Variant>();
  readonly #loops: Promise<unknown>;
  readonly #asked: Asked = { answers: 0, excused: 0, failed: [], wrong: [], times: [] };
  #stopped = false;
  /** The last time in which the fault may have taken answers away; null before {@link mayFail}. */
  #doubtful: Doubtful | null = null;

  constructor(questions: readonly Question[], right: RightAnswers, asks: Asks) {
    this.#questions = questions;
    this.#right = right;
    this.#asks = asks;
    const loops = asks.doors.flatMap((door) =>
      Array.from({ length: ASKING }, (_, place) =>
        this.#loop(door, Math.floor((place * questions.length) / ASKING)),
      ),
    );
    this.#loops = Promise.all(loops);
  }

  /** From now on the fault may take the answers away: with the database those of all doors. */
  mayFail(doors = this.#asks.doors): void {
    this.#doubtful = { doors, errors: [], until: Number.POSITIVE_INFINITY, excused: false };
  }

  /** The answers are back. @param excused whether they had been away at all */
  mustAnswer(excused: boolean): void {
    const doubtful = this.#doubtful;
    if (doubtful === null) return;
    Object.assign(doubtful, { until: performance.now(), excused });
    if (excused) this.#asked.excused += doubtful.errors.length;
    else this.#asked.failed.push(...doubtful.errors);
  }

  /** Asks every question once through each door, up to the first without an answer. @returns the errors */
  async unanswered(): Promise<string[]> {
    return this.#throughEachDoor(async (door, question) => {
      await this.#asks.ask(door, question);
      return null;
    });
  }

  /**
   * Asks every question once through each door, up to the first wrong answer.
   *
   * @returns the errors, and the answers of another variant than the served
   */
  async whole(served: Variant): Promise<string[]> {
    return this.#throughEachDoor(async (door, question) => {
      const variant = this.#right.variantOf(door, question, await this.#asks.ask(door, question));
      return variant === served ? null : `${door} ${shown(question)} answers as ${variant ?? 'neither'}`;
    });
  }

  /** One question after the other through each door, up to the door's first problem: all at once would be a burst. */
  async #throughEachDoor(
    look: (door: Door, question: Question) => Promise<string | null>,
  ): Promise<string[]> {
    const problems = this.#asks.doors.map(async (door) => {
      for (const question of this.#questions) {
        const problem = await look(door, question).catch((error: Error) => error.message);
        if (problem !== null) return [problem];
      }
      return [];
    });
    return (await Promise.all(problems)).flat();
  }

  /** Stops asking and waits for the last answers. @returns the totals */
  async stop(): Promise<Asked> {
    this.#stopped = true;
    await this.#loops;
    return this.#asked;
  }

  async #loop(door: Door, from: number): Promise<void> {
    for (let at = from; !this.#stopped; at++) {
      const question = this.#questions[at % this.#questions.length]!;
      const began = performance.now();
      try {
        const answer = await this.#asks.ask(door, question);
        if (door === 'page') this.#asked.times.push(performance.now() - began);
        this.#judge(door, question, answer);
      } catch (error) {
        this.#noteFailure(door, began, (error as Error).message);
      }
      await delay(PAUSE_MS);
    }
  }

  /** Notes a question without an answer. The answers may have been away at any moment since it was asked. */
  #noteFailure(door: Door, askedAt: number, message: string): void {
    const doubtful = this.#doubtful;
    const concerned = doubtful?.doors.includes(door) === true && doubtful.until >= askedAt;
    if (concerned && doubtful.until === Number.POSITIVE_INFINITY) doubtful.errors.push(message);
    else if (concerned && doubtful.excused) this.#asked.excused++;
    else this.#asked.failed.push(message);
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
