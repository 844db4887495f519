import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type APIChannel, ChannelType, Routes } from 'discord-api-types/v10';
import { Memo } from '../platform/memo.ts';
import { withinLimit } from '../platform/time-limit.ts';

/**
 * Asks Discord whether a channel is age-restricted; false where the bot may not see the channel.
 *
 * @throws where Discord does not tell at the moment
 */
export type ReadRestriction = (channelId: string) => Promise<boolean>;

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Milliseconds for which the restriction of a thread's parent channel is remembered: ten minutes. */
const PARENT_TTL_MS = 600_000;

/** Milliseconds that a question waits for the restriction of a parent channel. */
const PATIENCE_MS = 3000;

/**
 * Finds out whether an interaction comes from an age-restricted channel. The interaction says so of a channel. A thread
 * has the restriction of its parent channel, which the interaction does not carry: this class reads the parent from Discord
 * and remembers the result for ten minutes. Where Discord does not tell, or not in time, the one question is answered as in a
 * channel without a restriction, and the next one asks again.
 */
export class AgeRestriction {
  readonly #parents = new Memo<string, Promise<boolean>>({ max: 5000, ttlMs: PARENT_TTL_MS });
  readonly #read: ReadRestriction;

  readonly #patienceMs: number;

  constructor(read: ReadRestriction, patienceMs = PATIENCE_MS) {
    this.#read = read;
    this.#patienceMs = patienceMs;
  }

  /** The restriction by the interaction and the memory alone, at once; false where these do not tell. */
  known(channel: Partial<APIChannel> | undefined): boolean {
    if (channel !== undefined && 'nsfw' in channel && channel.nsfw === true) return true;
    const parent = parentOf(channel);
    return parent !== null && this.#parents.settled(parent) === true;
  }

  /** The restriction, read from Discord where need be; false where Discord does not tell, or not in time. Never rejects. */
  async of(channel: Partial<APIChannel> | undefined): Promise<boolean> {
    const parent = parentOf(channel);
    if (parent !== null) {
      const reading = this.#parents.once(parent, () => this.#read(parent)).catch(() => false);
      await withinLimit(this.#patienceMs, reading, () => false);
    }
    return this.known(channel);
  }
}

/** Reads a channel over REST. */
export function restrictionOverRest(rest: REST): ReadRestriction {
  return async (channelId) => {
    try {
      const channel = (await rest.get(Routes.channel(channelId))) as APIChannel;
      return 'nsfw' in channel && channel.nsfw === true;
    } catch (error) {
      // A refusal is an answer, to be remembered like any other.
      if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return false;
      throw error;
    }
  };
}

function parentOf(channel: Partial<APIChannel> | undefined): string | null {
  if (channel === undefined || !THREADS.includes(channel.type)) return null;
  return 'parent_id' in channel ? (channel.parent_id ?? null) : null;
}
