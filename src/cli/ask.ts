import { createInterface } from 'node:readline';
import { Words } from '../../locales/words.ts';
import { findCommand } from '../commands/catalogue/catalogue.ts';
import type { CommandAnswer } from '../commands/contract/command.ts';
import { parseOptions } from '../commands/contract/options.ts';
import { describeError, type ErrorBody } from '../commands/message/describe-error.ts';
import { dataSetNotes } from '../commands/message/rests-on.ts';
import { readConfig } from '../config/config.ts';
import { PublishWatch } from '../database/publish-watch.ts';
import type { DataSet } from '../engine/data-set/data-set.ts';
import { DataSets } from '../engine/data-set/data-sets.ts';
import { QuestionError } from '../engine/data-set/question-error.ts';
import { createLog } from '../platform/log.ts';
import { memoized } from '../platform/memo.ts';
import { EXIT } from '../program/exit.ts';
import { readQuestion } from '../program/terminal/question-arguments.ts';
import { printable, renderTable } from '../program/terminal/table.ts';
import { withDatabase } from '../program/with-database.ts';

/** The number of questions of a batch that are answered at the same time. */
const AT_ONCE = 8;

interface Question {
  command: string;
  options: Record<string, unknown>;
}

/**
 * `ask <command> --<option> <value> [--locale es-ES] [--json]` answers one question; `ask --batch` answers one
 * question for each line of standard input.
 */
export async function run(args: string[]): Promise<number> {
  const { question, settings } = readQuestion(args);
  const words = Words.of(settings.locale);
  const config = readConfig();
  const log = createLog(config.logLevel);
  return withDatabase(config, { log, makes: 'nothing' }, async (database) => {
    const { answers } = database;
    const describe = (error: unknown) =>
      describeError(error, words, ({ reference, err }) =>
        log.error({ request: reference, err }, 'a question failed'),
      );
    if (settings.batch) {
      // A batch may have thousands of questions. The watch saves the query for the served
      // data set with each of them.
      const watch = new PublishWatch(() => database.directUrl);
      watch.start();
      return await askBatch(new DataSets(answers, watch), describe).finally(() => watch.stop());
    }
    const dataSets = new DataSets(answers);
    try {
      const { answer, dataSet } = await ask(dataSets, question, words.locale);
      print(settings.json ? toJson(answer, dataSet) : tableOf(answer, dataSet, words));
      return EXIT.ok;
    } catch (error) {
      const body = describe(error);
      if (settings.json) print(JSON.stringify(body));
      else process.stderr.write(`${printable(body.error.message)}\n`);
      return error instanceof QuestionError ? EXIT.failure : EXIT.internal;
    }
  });
}

/** An answer, and the data set that it comes from; null where the question needs no data set. */
interface Answered {
  answer: CommandAnswer;
  dataSet: DataSet | null;
}

/** Answers one question. @throws QuestionError, and the database's errors */
async function ask(
  dataSets: DataSets,
  { command: name, options }: Question,
  locale: string,
): Promise<Answered> {
  const dataSet = memoized(() => dataSets.current());
  const command = await findCommand(name);
  const asker = { userId: 'terminal', locale, guildId: null, ageRestricted: false, mayManageGuild: false };
  const context = { dataSet, asker, administration: null, progress: null, withoutReply: true };
  const answer = await command.answer(context, parseOptions(command.definition, options, command.byCaller));
  return { answer, dataSet: (await dataSet.kept()) ?? null };
}

/**
 * Prints one line of JSON for each line of standard input, in order: the answer, or the
 * error. Blank lines are skipped.
 */
async function askBatch(dataSets: DataSets, describe: (error: unknown) => ErrorBody): Promise<number> {
  const answerLine = async (line: string): Promise<string> => {
    try {
      const { answer, dataSet } = await ask(dataSets, questionOf(line), 'en-US');
      return toJson(answer, dataSet);
    } catch (error) {
      return JSON.stringify(describe(error));
    }
  };
  // An answer is printed as soon as those before it are, so that a caller can wait for it before
  // asking the next question.
  const pending: Promise<void>[] = [];
  let printed = Promise.resolve();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerLine(line);
    printed = printed.then(async () => print(await answer));
    pending.push(printed);
    if (pending.length >= AT_ONCE) await pending.shift();
  }
  await printed;
  return EXIT.ok;
}

/** Reads a question from a line of a batch. @throws QuestionError where the line is not one */
function questionOf(line: string): Question {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new QuestionError('not-a-question', {});
  }
  if (
    typeof parsed !== 'object' ||
    parsed === null ||
    !('command' in parsed) ||
    typeof parsed.command !== 'string'
  ) {
    throw new QuestionError('not-a-question', {});
  }
  const options = 'options' in parsed ? parsed.options : {};
  if (typeof options !== 'object' || options === null) throw new QuestionError('not-a-question', {});
  return { command: parsed.command, options: { ...options } };
}

/** The engine's answer as JSON, with the data set that it comes from. */
function toJson({ answer }: CommandAnswer, dataSet: DataSet | null): string {
  if (dataSet === null) return JSON.stringify(answer);
  const {
    id,
    summary: { invented, span },
  } = dataSet;
  return JSON.stringify({ ...(answer as object), dataSet: { id, invented, span } });
}

/** The answer as a table, with notes on the data set that it comes from. */
function tableOf({ table }: CommandAnswer, dataSet: DataSet | null, words: Words): string {
  const shown = table(words);
  const about = dataSet === null ? [] : dataSetNotes(dataSet.summary, shown.fromReviews === true, words);
  return renderTable({ ...shown, notes: [...shown.notes, ...about] });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
