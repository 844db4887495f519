import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../scripts/sample/random.ts';
import { answerTo, GUILD, type Members } from '../chaos/stage/members.ts';
import { askPage, NotAnswered, type Question, shown } from '../chaos/stage/questions.ts';
import type { Reply } from '../support/discord/reply.ts';

/** The share of answers under which the member presses a button. */
const PRESSES = 0.3;

/** Milliseconds after which a whole answer is late. A first answer that is late is refused by the stand-in, and so fails. */
const LATE_MS = 10_000;

/** Milliseconds in which a picture may follow its text. */
const PICTURE_MS = 30_000;

/** The kinds of questions, and the share of each. */
const KINDS = { command: 0.4, completion: 0.4, page: 0.2 } as const;

/** Totals of the load, and the times since the last {@link Load.times}. */
export interface Counts {
  asked: number;
  answered: number;
  /** Messages that have shown a picture by the last {@link Load.countPictures}. */
  pictures: number;
  failed: string[];
  wrong: string[];
  late: number;
}

/** Asks a running program at a steady rate, whether it has answered the last question or not. */
export class Load {
  counts: Counts = { asked: 0, answered: 0, pictures: 0, failed: [], wrong: [], late: 0 };
  readonly #members: Members;
  readonly #url: string;
  readonly #questions: readonly Question[];
  readonly #random: Random;
  /** The first answer to each question. The data stay the same, so every later answer must be equal. */
  readonly #answers = new Map<string, string>();
  readonly #running = new Set<Promise<void>>();
  /** The answered messages that show no picture yet, by id. A picture follows its text, if there is one. */
  readonly #unseen = new Map<string, { reply: Reply; since: number }>();
  #times: Record<'first' | 'whole' | 'page', number[]> = { first: [], whole: [], page: [] };
  #stopped = false;

  constructor(members: Members, url: string, questions: readonly Question[], random: Random) {
    this.#members = members;
    this.#url = url;
    this.#questions = questions;
    this.#random = random;
  }

  /** Asks `rate` times a second until {@link stop}. */
  async run(rate: number): Promise<void> {
    const began = performance.now();
    for (let n = 0; !this.#stopped; n++) {
      const running: Promise<void> = this.#ask()
        .catch((error: Error) => void this.counts.failed.push(error.message))
        .finally(() => this.#running.delete(running));
      this.#running.add(running);
      this.counts.asked++;
      await delay(Math.max(0, began + ((n + 1) * 1000) / rate - performance.now()));
    }
    await Promise.all(this.#running);
  }

  /** Counts anew from now on, when the program is warm. Wrong answers stay counted. */
  isWarm(): void {
    this.#unseen.clear();
    this.counts = { ...this.counts, asked: 0, answered: 0, pictures: 0, failed: [], late: 0 };
  }

  /** Counts the pictures that have come since the last call, and gives up those of messages that have none for too long. */
  countPictures(): void {
    for (const [id, { reply, since }] of this.#unseen) {
      const isThere = (reply.shown?.files.size ?? 0) > 0;
      if (isThere) this.counts.pictures++;
      if (isThere || performance.now() - since > PICTURE_MS) this.#unseen.delete(id);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Milliseconds of the answers since the last call, in no order. */
  times(): Record<'first' | 'whole' | 'page', number[]> {
    const times = this.#times;
    this.#times = { first: [], whole: [], page: [] };
    return times;
  }

  async #ask(): Promise<void> {
    const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
    const kind = kinds[this.#random.weighted(kinds.map((each) => KINDS[each]))]!;
    if (kind === 'completion') return this.#complete();
    const question = this.#random.pick(this.#questions);
    if (kind === 'page') return this.#askPage(question);
    const reply = await this.#members.send(question);
    await this.#take(reply, `discord ${JSON.stringify(question)}`, `discord ${shown(question)}`);
    const buttons = reply.shown?.buttons.filter(({ disabled }) => disabled !== true) ?? [];
    if (buttons.length === 0 || !this.#random.chance(PRESSES)) return;
    this.counts.asked++;
    const { custom_id: id } = this.#random.pick(buttons);
    const presser = this.#members.discord.member({ guildId: GUILD });
    await this.#take(await presser.press(reply, id), `button ${id}`, `a button under ${shown(question)}`);
  }

  async #take(reply: Reply, key: string, said: string): Promise<void> {
    const began = performance.now();
    const { text } = await answerTo(reply);
    this.#times.first.push(reply.acknowledgedAfterMs!);
    this.#note('whole', began);
    this.#unseen.set(reply.shown!.data.id, { reply, since: began });
    this.#judge(key, text, said);
  }

  async #askPage(question: Question): Promise<void> {
    const began = performance.now();
    const { text } = await askPage(this.#url, question);
    this.#note('page', began);
    this.#judge(`page ${JSON.stringify(question)}`, text, `page ${shown(question)}`);
  }

  async #complete(): Promise<void> {
    const { command, options } = this.#random.pick(this.#questions);
    const [option, value] = Object.entries(options)[0]!;
    const registered = this.#members.discord.commands.global.find(({ name }) => name === command)!;
    const fields = (registered.options ?? []) as { name: string; autocomplete?: boolean }[];
    if (fields.find(({ name }) => name === option)?.autocomplete !== true)
      return this.#askPage({ command, options });
    const typed = String(value).slice(0, this.#random.integer(0, 6));
    const member = this.#members.discord.member({ guildId: GUILD });
    const reply = await member.type(command, { [option]: typed }, option);
    await reply.settled().catch(() => {
      throw new NotAnswered(`Discord: no choices for ${command} ${option}`);
    });
    this.#times.first.push(reply.acknowledgedAfterMs!);
    const key = `choices ${command} ${option} ${typed}`;
    this.#judge(key, JSON.stringify(reply.choices), `choices ${command} ${option}`);
  }

  #note(kind: 'whole' | 'page', began: number): void {
    const took = performance.now() - began;
    this.#times[kind].push(took);
    if (took > LATE_MS) this.counts.late++;
  }

  /** @param said what is asked, without a user */
  #judge(key: string, text: string, said: string): void {
    this.counts.answered++;
    const first = this.#answers.get(key) ?? text;
    this.#answers.set(key, first);
    if (first !== text) this.counts.wrong.push(`${said} is answered otherwise than before`);
  }
}
