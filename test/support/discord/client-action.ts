import type { ChannelType, InteractionContextType as Context, InteractionType } from 'discord-api-types/v10';
import type { Commands } from './command-routes.ts';
import type { HeldMessage } from './held-message.ts';
import type { JsonObject } from './json.ts';
import type { Reply } from './reply.ts';

export interface MemberOptions {
  userId?: string;
  username?: string;
  /** The server that they are in; without it they write to the bot directly. It may be one without the bot. */
  guildId?: string;
  /** Of their client; `en-US` unless said. */
  locale?: string;
  /** What they may do beyond what everyone may. */
  permissions?: bigint;
  /** Whether they are in an age-restricted channel of the server. */
  nsfwChannel?: boolean;
  /** The channel that they are in, instead of the first that fits. */
  channelId?: string;
  roles?: readonly string[];
  /** Whether they have installed the app for themselves: it then goes with them everywhere. */
  userInstalled?: boolean;
  /** Without a server: a conversation with others instead of one with the bot. */
  privateChannel?: boolean;
  /** Commands that the server's settings let them use though their permissions do not. */
  overrides?: readonly string[];
}

/** Where a member is. */
export interface Place {
  context: Context;
  guildId: string | null;
  guildLocale: string;
  /** Whether the bot is a member of the server. */
  botIsThere: boolean;
  /** As in GUILD_CREATE, or of a direct message. */
  channel: JsonObject & { id: string; type: ChannelType };
  ageRestricted: boolean;
  commands: Commands;
}

/** What a member's client asks Discord to tell the bot. */
export interface ClientAction {
  member: { readonly userId: string; readonly options: MemberOptions };
  place: Place;
  type: InteractionType;
  /** Integration types by which the command is there. */
  integrations: readonly number[];
  source: HeldMessage | null;
  choiceKind: 'string' | 'number' | null;
  commandName: string | null;
  data: JsonObject;
}

export interface Dispatcher {
  /** @throws Error where no bot is connected */
  dispatch(action: ClientAction): Reply;
}
