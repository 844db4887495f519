import type { ChannelType, InteractionContextType as Context, InteractionType } from 'discord-api-types/v10';
import type { Commands } from './command-routes.ts';
import type { HeldMessage } from './held-message.ts';
import type { JsonObject } from './json.ts';
import type { Reply } from './reply.ts';

export interface MemberOptions {
  userId?: string;
  username?: string;
  /** The server that they are in, which need not have the bot. Without it they write in a direct message. */
  guildId?: string;
  /** The language of their client; `en-US` by default. */
  locale?: string;
  /** Permissions beyond those that everyone has. */
  permissions?: bigint;
  /** Whether they are in an age-restricted channel of the server. */
  nsfwChannel?: boolean;
  /** The channel that they are in; by default the first that fits. */
  channelId?: string;
  roles?: readonly string[];
  /** Whether they have installed the app for themselves, so that it goes with them everywhere. */
  userInstalled?: boolean;
  /** Outside a server: whether they are in a conversation with others, not with the bot. */
  privateChannel?: boolean;
  /** Commands that the server's own settings allow them, against their permissions. */
  overrides?: readonly string[];
}

/** The place where a member is. */
export interface Place {
  context: Context;
  guildId: string | null;
  guildLocale: string;
  /** Whether the bot is a member of the server. */
  botIsThere: boolean;
  /** The channel, in the form of GUILD_CREATE or as a direct message. */
  channel: JsonObject & { id: string; type: ChannelType };
  ageRestricted: boolean;
  commands: Commands;
}

/** An action in a member's client of which Discord tells the bot. */
export interface ClientAction {
  member: { readonly userId: string; readonly options: MemberOptions };
  place: Place;
  type: InteractionType;
  /** The integration types through which the command is available. */
  integrations: readonly number[];
  source: HeldMessage | null;
  choiceKind: 'string' | 'number' | null;
  commandName: string | null;
  data: JsonObject;
}

export interface Dispatcher {
  /** Sends the interaction to the bot. @throws Error if no bot is connected */
  dispatch(action: ClientAction): Reply;
}
