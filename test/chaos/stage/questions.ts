import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Variant } from './sources.ts';

/** A question in the form that every door takes. */
export interface Question {
  command: string;
  options: Record<string, string | number>;
}

/** The doors: the reply on the page, the line that `ask --batch` writes, and the message that a member sees in Discord. */
export const DOORS = ['page', 'batch', 'discord'] as const;
export type Door = (typeof DOORS)[number];

/** An answer to a question through one door. */
export interface Answer {
  text: string;
  /** The number of the data set that the answer names; null if the door names none. */
  dataSet: number | null;
}

/** The reason why a question got no answer. */
export class NotAnswered extends Error {}

/** Milliseconds to wait for an answer of the page. */
const PATIENCE_MS = 30_000;

/** Asks in the way of the page's script. @throws NotAnswered */
export async function askPage(url: string, { command, options }: Question): Promise<Answer> {
  const query = new URLSearchParams({ command, locale: 'en-US' });
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  let body: { refused?: boolean; reply?: unknown; error?: string };
  let status: number;
  try {
    const response = await fetch(`${url}/api/ask?${query}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    status = response.status;
    const text = await response.text();
    body = status === 200 ? JSON.parse(text) : { error: text };
  } catch (error) {
    const { name, cause } = error as Error;
    throw new NotAnswered(
      `the page: ${name === 'TimeoutError' ? 'no answer in 30 s' : String(cause ?? error)}`,
    );
  }
  if (status !== 200 || body.refused !== false) {
    throw new NotAnswered(`the page: ${status} ${body.error ?? JSON.stringify(body.reply).slice(0, 200)}`);
  }
  return { text: JSON.stringify(withoutPicture(body.reply as APIMessage)), dataSet: null };
}

/** The reply without its picture, which follows the text. Footers are apart, because one stands under its picture. */
export function withoutPicture({
  embeds,
  components = [],
}: Pick<APIMessage, 'embeds' | 'components'>): unknown {
  const texts = embeds.map(({ title, description, fields, url }) => [title, description, fields, url]);
  return {
    texts: texts.filter((embed) => embed.some((text) => text !== undefined)),
    footers: embeds.flatMap(({ footer }) => footer?.text ?? []),
    components: components.filter(({ type }) => type !== ComponentType.MediaGallery),
  };
}

/** The answer in a line of `ask --batch`. @throws NotAnswered */
export function readBatchLine(line: string): Answer {
  const { dataSet, error, ...answer } = JSON.parse(line) as {
    dataSet?: { id: number };
    error?: { code: string; message: string };
  };
  if (error !== undefined) throw new NotAnswered(`the batch: ${error.code} ${error.message}`);
  return { text: JSON.stringify(answer), dataSet: dataSet?.id ?? null };
}

/** Questions of every kind about the served data, made from the completions that the page offers. */
export async function candidateQuestions(url: string, users: readonly string[]): Promise<Question[]> {
  const [genres, developers, games] = await Promise.all([
    complete(url, 'playtime-genre', 'genre', 6),
    complete(url, 'sentiment-analysis', 'developer', 10),
    complete(url, 'recommend-game', 'game', 6),
  ]);
  return [
    ...genres.flatMap((genre) => [
      { command: 'playtime-genre', options: { genre } },
      { command: 'user-for-genre', options: { genre } },
    ]),
    ...[2011, 2012, 2013, 2014, 2015].flatMap((year) => [
      { command: 'users-recommend', options: { year } },
      { command: 'users-worst-developer', options: { year } },
    ]),
    ...developers.map((developer) => ({ command: 'sentiment-analysis', options: { developer } })),
    ...games.flatMap((game) => [
      { command: 'recommend-game', options: { game } },
      { command: 'recommend-user', options: { likes: game } },
    ]),
    ...users.map((user) => ({ command: 'recommend-user', options: { user } })),
  ];
}

async function complete(url: string, command: string, option: string, count: number): Promise<string[]> {
  const query = new URLSearchParams({ command, option, typed: '', locale: 'en-US' });
  const response = await fetch(`${url}/api/complete?${query}`);
  const { choices } = (await response.json()) as { choices: { value: string }[] };
  return choices.slice(0, count).map(({ value }) => value);
}

/** The right answers: those that each variant gave undisturbed. */
export class RightAnswers {
  readonly #texts = new Map<string, Partial<Record<Variant, string>>>();

  record(variant: Variant, door: Door, question: Question, { text }: Answer): void {
    const key = keyOf(door, question);
    this.#texts.set(key, { ...this.#texts.get(key), [variant]: text });
  }

  /** Whether the answers to a question tell one variant from the other, through each of the doors. */
  tells(question: Question, doors: readonly Door[]): boolean {
    return doors.every((door) => {
      const { A, B } = this.#texts.get(keyOf(door, question)) ?? {};
      return A !== undefined && B !== undefined && A !== B;
    });
  }

  /** The variant that gives this answer; null if neither does, so the answer is wrong. */
  variantOf(door: Door, question: Question, { text }: Answer): Variant | null {
    const { A, B } = this.#texts.get(keyOf(door, question))!;
    return text === A ? 'A' : text === B ? 'B' : null;
  }
}

function keyOf(door: Door, { command, options }: Question): string {
  return `${door} ${command} ${JSON.stringify(options)}`;
}

/** A question in words. It leaves out the user, who may be one of real data. */
export function shown({ command, options: { user: _, ...options } }: Question): string {
  return `${command} ${JSON.stringify(options)}`;
}
