import { perDataSet } from '../../engine/data-set/per-data-set.ts';
import { Memo } from '../../platform/memo.ts';
import type { AnyCommand, Command } from '../contract/command.ts';
import type { CommandDefinition } from '../contract/definition.ts';
import { type Flat, inOrder, type Option, type OptionsOf, type ValuesOf } from '../contract/options.ts';
import { fitReply } from '../message/fit-reply.ts';

/** The number of answers that are kept for one data set, a few kB each. */
const KEPT = 5_000;

/** The kept answers of a data set. A question that is asked again needs no database. */
export const answersOf = perDataSet(() => new Memo<string, Promise<unknown>>({ max: KEPT }));

/**
 * Makes a command from its definition and its functions. The type of the options follows from the definition. The command's
 * `answer` expects options that were checked against the definition (see `parseOptions`).
 */
export function defineCommand<
  const Definition extends CommandDefinition,
  Answer,
  const ByCaller extends Option = never,
  Beside = undefined,
>(
  definition: Definition,
  command: Omit<Command<Flat<OptionsOf<Definition> & ValuesOf<ByCaller>>, Answer, Beside>, 'definition'> & {
    byCaller?: readonly ByCaller[];
  },
): AnyCommand {
  return {
    definition,
    byCaller: command.byCaller ?? [],
    visibility: 'public',
    scope: 'everywhere',
    ...(command.examples === undefined ? {} : { examples: command.examples }),
    ...(command.short === undefined ? {} : { short: command.short }),
    ...(command.shortOptions === undefined ? {} : { shortOptions: command.shortOptions }),
    async answer({ dataSet: current, asker, withoutReply = false }, given) {
      const options = given as Flat<OptionsOf<Definition> & ValuesOf<ByCaller>>;
      const dataSet = await current();
      const once = <T>(part: 'answer' | 'beside', make: () => Promise<T>) =>
        command.kept?.(options) === true
          ? (answersOf(dataSet).once(
              JSON.stringify([part, definition.name, inOrder(given), asker.ageRestricted]),
              make,
            ) as Promise<T>)
          : make();
      const answer = await once('answer', () => command.ask(dataSet, options, asker));
      const beside = withoutReply
        ? undefined
        : await once('beside', async () => command.beside?.(dataSet, answer, options, asker));
      return {
        answer,
        table: (words) => command.table(answer, words),
        reply(words) {
          if (withoutReply) throw new Error('There is no reply: the command was asked with withoutReply.');
          return fitReply(
            command.reply(answer, words, { options, asker, dataSet, beside: beside as Beside }),
          );
        },
      };
    },
    ...(command.complete === undefined ? {} : { complete: command.complete }),
  };
}
