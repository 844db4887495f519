import type { REST } from '@discordjs/rest';
import { type APIChannel, ChannelType, Routes } from 'discord-api-types/v10';
import { Memo } from '../platform/memo.ts';

/** Asks Discord whether a channel is age-restricted. @throws where Discord does not tell */
export type ReadRestriction = (channelId: string) => Promise<boolean>;

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Milliseconds for which the restriction of a thread's parent channel is remembered: ten minutes. */
const PARENT_TTL_MS = 600_000;

/**
 * Finds out whether an interaction comes from an age-restricted channel. The interaction says so of a channel. A thread
 * has the restriction of its parent channel, which the interaction does not carry: this class reads the parent from Discord
 * and remembers the result for ten minutes.
 */
export class AgeRestriction {
  readonly #parents = new Memo<string, Promise<boolean>>({ max: 5000, ttlMs: PARENT_TTL_MS });
  readonly #read: ReadRestriction;

  constructor(read: ReadRestriction) {
    this.#read = read;
  }

  /** The restriction by the interaction and the memory alone, at once; false where these do not tell. */
  known(channel: Partial<APIChannel> | undefined): boolean {
    if (channel !== undefined && 'nsfw' in channel && channel.nsfw === true) return true;
    const parent = parentOf(channel);
    return parent !== null && this.#parents.settled(parent) === true;
  }

  /** The restriction, read from Discord where need be; false where the bot cannot see the parent channel. */
  async of(channel: Partial<APIChannel> | undefined): Promise<boolean> {
    const parent = parentOf(channel);
    if (parent !== null) await this.#parents.once(parent, () => this.#read(parent).catch(() => false));
    return this.known(channel);
  }
}

/** Reads a channel over REST. */
export function restrictionOverRest(rest: REST): ReadRestriction {
  return async (channelId) => {
    const channel = (await rest.get(Routes.channel(channelId))) as APIChannel;
    return 'nsfw' in channel && channel.nsfw === true;
  };
}

function parentOf(channel: Partial<APIChannel> | undefined): string | null {
  if (channel === undefined || !THREADS.includes(channel.type)) return null;
  return 'parent_id' in channel ? (channel.parent_id ?? null) : null;
}
