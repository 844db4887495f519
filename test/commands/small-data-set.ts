import { Words } from '../../locales/words.ts';
import { allCommands, findCommand } from '../../src/commands/catalogue/catalogue.ts';
import type { Asker } from '../../src/commands/contract/asker.ts';
import type { Choice, CommandAnswer, CommandContext } from '../../src/commands/contract/command.ts';
import { parseCustomId, pressedOptions } from '../../src/commands/contract/custom-id.ts';
import { parseOptions } from '../../src/commands/contract/options.ts';
import { errorReply } from '../../src/commands/message/error-reply.ts';
import { DataSets } from '../../src/engine/data-set/data-sets.ts';
import { closeDataSet } from '../../src/engine/data-set/per-data-set.ts';
import { refresh } from '../../src/etl/refresh/refresh.ts';
import { createTestDatabase } from '../support/database.ts';
import { type RawFiles, writeRawFiles } from '../support/raw-files.ts';
import { type SeenReply, seenReply } from './seen-reply.ts';

/** The asker, unless a test changes it. */
export const ASKER: Asker = {
  userId: '1',
  locale: 'en-US',
  guildId: '2',
  ageRestricted: false,
  mayManageGuild: false,
};

/** The commands, which answer from a test's own raw files. */
export interface Answering {
  /** The answer that a person or a program gets. @throws as the command does */
  answer(command: string, options: Record<string, unknown>, asker?: Partial<Asker>): Promise<CommandAnswer>;
  /** The reply in Discord, also to a mistake. */
  reply(command: string, options: Record<string, unknown>, asker?: Partial<Asker>): Promise<SeenReply>;
  /** The reply to a pressed component. */
  press(customId: string, chosen?: string, asker?: Partial<Asker>): Promise<SeenReply>;
  complete(command: string, option: string, typed: string, asker?: Partial<Asker>): Promise<Choice[]>;
  remove(): Promise<void>;
}

/** @param around more that commands may use besides the data set: an administration, personal data */
export async function answeringFrom(
  files: RawFiles,
  around: Partial<CommandContext> = {},
): Promise<Answering> {
  const database = await createTestDatabase();
  const raw = await writeRawFiles(files);
  await refresh(database.direct, raw.settings);
  await raw.remove();
  const dataSets = new DataSets(database.answers);
  // Buttons have short ids, as in a program that sends replies.
  await allCommands();
  const answering: Answering = {
    async answer(name, options, more = {}) {
      const command = await findCommand(name);
      const asker = { ...ASKER, ...more };
      const context = {
        dataSet: () => dataSets.current(),
        asker,
        administration: null,
        progress: null,
        ...around,
      };
      return command.answer(context, parseOptions(command.definition, options, command.byCaller));
    },
    async reply(command, options, more = {}) {
      const asker = { ...ASKER, ...more };
      const words = Words.of(asker.locale);
      try {
        return seenReply((await answering.answer(command, options, asker)).reply(words));
      } catch (error) {
        const unexpected = ({ err }: { err: unknown }): never => {
          throw err;
        };
        return seenReply(errorReply(error, words, unexpected, { command, options, asker }));
      }
    },
    async press(customId, chosen, asker) {
      const press = parseCustomId(customId);
      if (press === null) throw new Error(`${customId} is not ours`);
      return answering.reply(
        press.command,
        pressedOptions(press, await findCommand(press.command), chosen),
        asker,
      );
    },
    async complete(name, option, typed, more = {}) {
      const command = await findCommand(name);
      const asker = { ...ASKER, ...more };
      return command.complete!(await dataSets.current(), { option, typed, others: {}, asker });
    },
    async remove() {
      await closeDataSet(await dataSets.current());
      await database.remove();
    },
  };
  return answering;
}

/** The button of a reply that has this label. @throws if there is none */
export function button(reply: SeenReply, label: string | RegExp): { custom_id: string; disabled: boolean } {
  for (const { components } of reply.components) {
    for (const component of components) {
      if (!('label' in component) || !('custom_id' in component) || component.label === undefined) continue;
      const fits = typeof label === 'string' ? component.label === label : label.test(component.label);
      if (fits) return { custom_id: component.custom_id, disabled: component.disabled ?? false };
    }
  }
  throw new Error(`There is no button ${label}: ${JSON.stringify(reply.components)}`);
}

/** The menu of a reply. @throws if there is none */
export function menu(reply: SeenReply): { custom_id: string; labels: string[]; values: string[] } {
  for (const { components } of reply.components) {
    for (const component of components) {
      if (!('options' in component)) continue;
      const { custom_id, options } = component;
      return {
        custom_id,
        labels: options.map(({ label }) => label),
        values: options.map(({ value }) => value),
      };
    }
  }
  throw new Error(`There is no menu: ${JSON.stringify(reply.components)}`);
}
