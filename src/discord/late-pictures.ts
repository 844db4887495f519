import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { DrawPicture } from '../commands/contract/picture.ts';
import type { Reply } from '../commands/contract/reply.ts';
import { illustrated, withoutPicture } from '../commands/message/illustrated.ts';

/** The number of messages that are remembered as changed by a press; the oldest are forgotten first. */
const MESSAGES = 10_000;

/** The right to put a picture into a message. It ends when the message is changed by another press. */
interface Turn {
  /** Aborts when the turn ends. */
  readonly end: AbortController;
  /** Settles when no request of this turn is under way. */
  done: Promise<unknown>;
}

/** A reply in two parts: what is sent at once, and the picture that follows. */
export interface InParts {
  /** The whole reply where its picture is there already, or else its text. */
  first: Reply;
  /** The whole reply once its picture is drawn; null where nothing follows, or the picture could not be drawn. */
  whole: Promise<Reply | null>;
}

/**
 * Sends pictures after their texts. Nobody waits for a picture, and no picture is lost because it takes long: it is put into
 * its message by a further edit, unless a press has changed the message meanwhile.
 */
export class LatePictures {
  readonly #draw: DrawPicture;
  readonly #turns = new LRUCache<string, Turn>({ max: MESSAGES });

  constructor(draw: DrawPicture) {
    this.#draw = draw;
  }

  /** Begins to draw the picture of a reply. */
  async inParts(reply: Reply): Promise<InParts> {
    if (reply.picture === undefined) return { first: reply, whole: Promise.resolve(null) };
    const drawing = this.#draw(reply.picture.chart).then((data) =>
      data === null ? null : illustrated(reply, data),
    );
    // A picture that was kept is there before the next turn of the event loop.
    const ready = await Promise.race([drawing, setImmediate(null)]);
    if (ready !== null) return { first: ready, whole: Promise.resolve(null) };
    return { first: withoutPicture(reply), whole: drawing };
  }

  /**
   * Takes the turn to change a message, before the edit that changes it. The picture of its earlier content is given up.
   * Resolves when no edit for that picture is under way, so that it cannot come after the edit that follows.
   */
  async takeTurn(messageId: string): Promise<Turn> {
    const before = this.#turns.get(messageId);
    const turn: Turn = { end: new AbortController(), done: Promise.resolve() };
    this.#turns.set(messageId, turn);
    before?.end.abort();
    await before?.done;
    return turn;
  }

  /**
   * Puts the picture into its message once it is drawn.
   *
   * @param turn the turn in which the text was sent; null for a new message, whose first turn it is
   * @param edit changes the message. The signal ends the request where the message is changed by somebody else
   * @throws the errors of `edit`, unless it was overtaken
   */
  async follow(
    messageId: string,
    turn: Turn | null,
    whole: Promise<Reply | null>,
    edit: (reply: Reply, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    // A press that came before the confirmation of the first text has the turn.
    if (turn === null && this.#turns.has(messageId)) return;
    const own = turn ?? (await this.takeTurn(messageId));
    const { signal } = own.end;
    const reply = await whole;
    if (reply === null || signal.aborted) return;
    const editing = edit(reply, signal);
    own.done = editing.catch(() => {});
    try {
      await editing;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
