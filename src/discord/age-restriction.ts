import type { REST } from '@discordjs/rest';
import { type APIChannel, ChannelType, Routes } from 'discord-api-types/v10';
import { Memo } from '../platform/memo.ts';

/** Whether a channel is age-restricted. @throws where Discord does not say */
export type ReadRestriction = (channelId: string) => Promise<boolean>;

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Milliseconds that the parent of a thread is remembered. */
const TEN_MINUTES = 600_000;

/**
 * Whether interactions come from age-restricted channels. A channel says so itself; a thread is what its parent is, which
 * the interaction does not say: it is looked up, and remembered for ten minutes.
 */
export class AgeRestriction {
  readonly #parents = new Memo<string, Promise<boolean>>({ max: 5000, ttlMs: TEN_MINUTES });
  readonly #read: ReadRestriction;

  constructor(read: ReadRestriction) {
    this.#read = read;
  }

  /** From the interaction and from memory; no, where that is not enough. */
  known(channel: Partial<APIChannel> | undefined): boolean {
    if (channel !== undefined && 'nsfw' in channel && channel.nsfw === true) return true;
    const parent = parentOf(channel);
    return parent !== null && this.#parents.settled(parent) === true;
  }

  /** The same, looked up where it has to be; no, where the parent cannot be seen. */
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
