import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { Words } from '../../locales/words.ts';
import { type Administration, administrationFor } from '../commands/contract/administration.ts';
import type { Asker } from '../commands/contract/asker.ts';
import type { AnyCommand, CommandContext } from '../commands/contract/command.ts';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { PersonalData } from '../commands/contract/privacy.ts';
import type { Reply } from '../commands/contract/reply.ts';
import { type AskedQuestion, errorReply } from '../commands/message/error-reply.ts';
import { QuestionError } from '../engine/data-set/question-error.ts';
import { withinLimit } from '../platform/time-limit.ts';
import type { AgeRestriction } from './age-restriction.ts';
import { isAcknowledged, isGone, UndeliveredError } from './api-failure.ts';
import type { AskLimit } from './ask-limit.ts';
import { Asking } from './asking.ts';
import type { CommandIds } from './command-ids.ts';
import { Completion } from './completion.ts';
import { askerOf, isCommand, userIdOf } from './interaction.ts';
import { Handling, type InteractionEvent } from './interaction-event.ts';
import { InteractionShapeError, readInteraction } from './interaction-shape.ts';
import { LatePictures } from './late-pictures.ts';
import { type Question, questionOf } from './question.ts';
import { type Acknowledgement, type InteractionApi, Responses } from './responses.ts';

export interface RouterParts {
  /** All commands, by name. */
  commands: ReadonlyMap<string, AnyCommand>;
  /** The ids of the registered commands, for mentions of them. */
  commandIds: CommandIds;
  dataSet: CommandContext['dataSet'];
  administration: Administration | null;
  personalData?: PersonalData | undefined;
  draw: DrawPicture;
  askLimit: AskLimit;
  ageRestriction: AgeRestriction;
  api: InteractionApi;
  log: Logger;
  /** Called with every interaction at its end. */
  onInteraction?: ((event: InteractionEvent) => void) | undefined;
}

/** An interaction after the check of its shape, before the first answer. */
interface Checked {
  acknowledgement: Acknowledgement;
  /** The question, or the error that is shown instead of an answer. */
  question: Question | QuestionError;
}

/** An interaction that has had its first answer and waits for the reply. */
interface Deferred {
  interaction: APIInteraction;
  responses: Responses;
  acknowledgement: Acknowledgement;
  handling: Handling;
}

/**
 * Answers interactions, each in the same five steps: check its shape, defer, authorise, ask, reply. The router reads and
 * asks nothing before it defers, because Discord waits only three seconds for that.
 */
export class Router {
  readonly #parts: RouterParts;
  readonly #completion: Completion;
  readonly #asking: Asking;
  readonly #pictures: LatePictures;
  readonly #running = new Set<Promise<void>>();
  #stopping = false;

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#completion = new Completion(parts);
    this.#asking = new Asking(parts);
    this.#pictures = new LatePictures(parts.draw);
  }

  /**
   * Starts to answer an interaction, and returns at once. Never throws: failures end in the log and in the event.
   *
   * @param received the gateway's JSON, of any shape
   */
  handle(received: unknown): void {
    const { commands, log, onInteraction } = this.#parts;
    const interaction = readInteraction(received);
    const isMalformed = interaction instanceof InteractionShapeError;
    const handling = new Handling(isMalformed ? null : interaction, commands);
    if (isMalformed) handling.became('ignored', { err: interaction });
    const running = (isMalformed ? Promise.resolve() : this.#route(interaction, handling))
      .catch((err) => {
        handling.became('failed', { err });
        return undefined;
      })
      .then(async (addPicture) => {
        const event = handling.end(log);
        onInteraction?.(event);
        await addPicture?.();
      })
      .catch((err) => log.error({ err }, 'an interaction could not be reported'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /**
   * Takes no more questions: later askers read that the bot is stopping. Resolves when all answers have ended, or after the
   * given time. After that, nothing is sent any more.
   *
   * @param patienceMs milliseconds to wait for answers that are being made
   * @returns the number of answers that had not ended
   */
  async stop(patienceMs: number): Promise<number> {
    this.#stopping = true;
    let isLate = false;
    const answered = async () => {
      while (this.#running.size > 0 && !isLate) await Promise.all(this.#running);
    };
    await withinLimit(patienceMs, answered(), () => {
      isLate = true;
    });
    this.#parts.api.delivery.stop();
    return this.#running.size;
  }

  /** Answers an interaction. @returns the way to add the picture, where one follows the text */
  async #route(interaction: APIInteraction, handling: Handling): Promise<(() => Promise<void>) | undefined> {
    const { api, log } = this.#parts;
    const responses = new Responses(api, interaction, (repeated) => handling.retried(log, repeated));
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      await this.#completion.answer(interaction, responses, handling);
      return undefined;
    }
    const checked = this.#check(interaction);
    if (checked === null) {
      handling.became('ignored');
      return undefined;
    }
    if (!(await this.#acknowledge(responses, checked.acknowledgement, handling))) return undefined;
    // When many people ask at once, every interaction gets its first answer before any gets its reply.
    await api.queue.urgentUnderWay();
    const { question, acknowledgement } = checked;
    let asked: AskedQuestion | null = null;
    try {
      if (question instanceof QuestionError) throw question;
      const asker = await this.#authorise(interaction, question);
      asked = { command: question.command.definition.name, options: question.options, asker };
      const reply = await this.#asking.ask(question, asker, responses);
      return await this.#show(reply, { interaction, responses, acknowledgement, handling });
    } catch (error) {
      await this.#refuse(error, asked, { interaction, responses, acknowledgement, handling });
      return undefined;
    }
  }

  /** Shows a reply. @returns the way to add its picture, where it is not drawn yet */
  async #show(
    reply: Reply,
    { interaction, responses, acknowledgement, handling }: Deferred,
  ): Promise<() => Promise<void>> {
    const { first, whole } = await this.#pictures.inParts(reply);
    // A hostile gateway could leave the id out.
    const changed =
      acknowledgement === 'update' && 'message' in interaction ? interaction.message?.id : undefined;
    const turn = changed === undefined ? null : await this.#pictures.takeTurn(changed);
    await responses.edit(first);
    return async () => {
      const { messageId } = responses;
      if (messageId === null) return;
      try {
        await this.#pictures.follow(messageId, turn, whole, (illustrated, signal) =>
          responses.edit(illustrated, signal),
        );
      } catch (err) {
        if (!isGone(err)) handling.note(this.#parts.log, 'error', err, 'a picture could not be added');
      }
    };
  }

  /** Checks an interaction; null for a kind that is not answered. A mistake found here is answered to the asker alone. */
  #check(interaction: APIInteraction): Checked | null {
    if (!isCommand(interaction) && interaction.type !== InteractionType.MessageComponent) return null;
    const { commands, askLimit } = this.#parts;
    try {
      if (this.#stopping) throw new QuestionError('stopping', {});
      if (!askLimit.take(userIdOf(interaction))) {
        const { questions, seconds } = askLimit;
        throw new QuestionError('too-many-questions', { questions, seconds });
      }
      const question = questionOf(interaction, commands);
      return question === null ? null : { acknowledgement: question.acknowledgement, question };
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      return { acknowledgement: 'ephemeral', question: error };
    }
  }

  /** Sends the first answer. @returns whether a reply can follow */
  async #acknowledge(responses: Responses, as: Acknowledgement, handling: Handling): Promise<boolean> {
    try {
      await responses.acknowledge(as);
    } catch (err) {
      if (err instanceof UndeliveredError && err.mayHaveArrived) {
        // Discord may show a reply that is loading, and only an edit finds that out.
        handling.doubted(err);
        return true;
      }
      if (!isAcknowledged(err)) {
        handling.became(isGone(err) ? 'too-late' : 'failed', { err });
        return false;
      }
      // Another process with the same token may have given it. If not, a reply is due.
      handling.note(this.#parts.log, 'warn', err, 'an interaction had its first answer already');
    }
    handling.acknowledged();
    return true;
  }

  /** The asker, if they may ask this question. @throws QuestionError if they may not */
  async #authorise(interaction: APIInteraction, { command }: Question): Promise<Asker> {
    const { ageRestriction, administration } = this.#parts;
    const asker = askerOf(interaction, await ageRestriction.of(interaction.channel));
    if (command.scope === 'admin-guilds') administrationFor(asker, administration);
    return asker;
  }

  /** Tells the asker alone about an error. A public reply that was deferred is removed. */
  async #refuse(
    error: unknown,
    asked: AskedQuestion | null,
    { interaction, responses, acknowledgement, handling }: Deferred,
  ): Promise<void> {
    if (isGone(error)) {
      handling.undelivered(error);
      return;
    }
    if (error instanceof QuestionError) handling.became('refused', { code: error.code });
    const words = Words.of('locale' in interaction ? interaction.locale : 'en-US');
    const reply = errorReply(
      error,
      words,
      ({ err }) => handling.became('failed', { err }),
      asked,
      handling.request,
    );
    try {
      if (acknowledgement === 'ephemeral') {
        await responses.edit(reply);
      } else {
        if (acknowledgement === 'public') await responses.remove();
        await responses.followUpPrivately(reply);
      }
    } catch (err) {
      if (!(error instanceof QuestionError)) {
        handling.note(this.#parts.log, isGone(err) ? 'warn' : 'error', err, 'an error could not be shown');
      } else if (isGone(err)) handling.undelivered(err);
      else handling.became('failed', { err });
    }
  }
}
