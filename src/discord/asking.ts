import { Words } from '../../locales/words.ts';
import type { Administration } from '../commands/contract/administration.ts';
import type { Asker } from '../commands/contract/asker.ts';
import type { CommandContext } from '../commands/contract/command.ts';
import type { PersonalData } from '../commands/contract/privacy.ts';
import type { Reply } from '../commands/contract/reply.ts';
import type { CommandIds } from './command-ids.ts';
import { Progress } from './progress.ts';
import type { Question } from './question.ts';
import type { Responses } from './responses.ts';
import { SameQuestion } from './same-question.ts';

export interface AskingParts {
  commandIds: CommandIds;
  dataSet: CommandContext['dataSet'];
  administration: Administration | null;
  personalData?: PersonalData | undefined;
}

/** Asks commands for their replies. */
export class Asking {
  readonly #parts: AskingParts;
  readonly #same = new SameQuestion();

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /**
   * The reply to a question, in the asker's language. One data set answers the whole question, even if the next one is
   * published meanwhile.
   *
   * @throws the command's errors
   */
  ask(question: Question, asker: Asker, responses: Responses): Promise<Reply> {
    return question.command.scope === 'admin-guilds'
      ? this.#administer(question, asker, responses)
      : this.#askOnce(question, asker);
  }

  /**
   * The reply to a command of moderators, which acts. Each press acts by itself: two moderators never share one answer, as
   * they would share the answer to a question. The reply shows the progress until the answer is there.
   */
  async #administer({ command, options }: Question, asker: Asker, responses: Responses): Promise<Reply> {
    const { dataSet, administration } = this.#parts;
    const progress = new Progress((state: Reply) => responses.show(state));
    const report = (reply: Reply) => progress.report(reply);
    try {
      const answer = await command.answer({ dataSet, asker, administration, progress: report }, options);
      return answer.reply(Words.of(asker.locale));
    } finally {
      await progress.stop();
    }
  }

  /** The reply to an ordinary question, shared with everyone who asks the same question at the same time. */
  async #askOnce({ command, options }: Question, asker: Asker): Promise<Reply> {
    const { locale, ageRestricted } = asker;
    const { personalData, commandIds } = this.#parts;
    const current = this.#parts.dataSet();
    // Some commands need no data set. A command that needs one awaits `current` itself, and gets its error.
    const dataSetId = await current.then(
      ({ id }) => id,
      () => null,
    );
    const userId = command.personal ? asker.userId : null;
    const key = { command: command.definition.name, options, locale, ageRestricted, dataSetId, userId };
    return this.#same.once(key, async () => {
      const context: CommandContext = {
        dataSet: () => current,
        asker,
        administration: null,
        personalData,
        progress: null,
        commandId: (name) => commandIds.idOf(name, asker.guildId),
      };
      const answer = await command.answer(context, options);
      return answer.reply(Words.of(locale));
    });
  }
}
