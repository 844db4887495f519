import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ComponentType,
  InteractionContextType as Context,
  InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Dispatcher, MemberOptions, Place } from './client-action.ts';
import { callOf, type OptionValues } from './command-options.ts';
import { HeldMessage } from './held-message.ts';
import type { RegisteredCommand } from './registered-commands.ts';
import type { Reply } from './reply.ts';
import { MEMBER_PERMISSIONS } from './world.ts';

/** A person with a Discord client. The client allows only what the bot's registrations and messages offer. */
export class Member {
  readonly userId: string;
  readonly options: MemberOptions;
  readonly #place: Place;
  readonly #dispatcher: Dispatcher;

  constructor(userId: string, options: MemberOptions, place: Place, dispatcher: Dispatcher) {
    this.userId = userId;
    this.options = options;
    this.#place = place;
    this.#dispatcher = dispatcher;
  }

  /** The names of the slash commands that their client lists here. */
  get commands(): string[] {
    return this.#listed().map(({ name }) => name);
  }

  /**
   * Sends a slash command: `recommend-game`, or with a sub-command `admin refresh`.
   *
   * @throws Error if their client would not list the command, or not send it with these values
   */
  async command(name: string, values: OptionValues = {}): Promise<Reply> {
    return this.#send(InteractionType.ApplicationCommand, name, values, null);
  }

  /** Types into an option with autocomplete. `settled()` waits for the choices. @throws Error as `command` does */
  async type(name: string, values: OptionValues, focused: string): Promise<Reply> {
    return this.#send(InteractionType.ApplicationCommandAutocomplete, name, values, focused);
  }

  /** The choices that the bot offers for a typed text. @throws Error as `command` does, or if none come in time */
  async autocomplete(
    name: string,
    values: OptionValues,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const reply = await this.type(name, values, focused);
    await reply.settled();
    return reply.choices ?? [];
  }

  /**
   * Presses a button, found by its custom_id, its label or its place among the buttons.
   *
   * @throws Error if the member cannot see the message, if it is gone, or if it has no such enabled button
   */
  async press(target: Reply | HeldMessage, which: string | number = 0): Promise<Reply> {
    const message = this.#seen(target);
    const { buttons } = message;
    const button =
      typeof which === 'number'
        ? buttons[which]
        : (buttons.find(({ custom_id }) => custom_id === which) ??
          buttons.find((each) => 'label' in each && each.label === which));
    if (button === undefined) throw new Error(`there is no button ${which} to press`);
    if (button.disabled === true) throw new Error(`the button ${which} is disabled`);
    return this.#use(message, {
      component_type: ComponentType.Button,
      custom_id: button.custom_id,
      id: button.id,
    });
  }

  /**
   * Chooses values in a string select menu.
   *
   * @throws Error as `press` does, or if the menu does not offer these values
   */
  async choose(target: Reply | HeldMessage, customId: string, values: readonly string[]): Promise<Reply> {
    const message = this.#seen(target);
    const menu = message.selects.find(({ custom_id }) => custom_id === customId);
    if (menu === undefined) throw new Error(`there is no menu ${customId}`);
    if (menu.disabled === true) throw new Error(`the menu ${customId} is disabled`);
    const unknown = values.filter((value) => !menu.options.some((option) => option.value === value));
    if (unknown.length > 0) throw new Error(`the menu ${customId} does not offer ${unknown.join(', ')}`);
    const { min_values: least = 1, max_values: most = 1 } = menu;
    if (values.length < least || values.length > most) {
      throw new Error(`the menu ${customId} takes ${least} to ${most} values`);
    }
    return this.#use(message, {
      component_type: ComponentType.StringSelect,
      custom_id: customId,
      id: menu.id,
      values,
    });
  }

  #send(type: InteractionType, name: string, values: OptionValues, focused: string | null): Reply {
    const [first, ...path] = name.split(' ');
    const command = this.#listed().find((each) => each.name === first);
    if (command === undefined)
      throw new Error(`/${first} is not among their commands: ${this.commands.join(', ')}`);
    const { options, focused: definition } = callOf(command, path, values, focused);
    return this.#dispatcher.dispatch({
      member: this,
      place: this.#place,
      type,
      integrations: this.#integrations(command),
      source: null,
      choiceKind: definition === null ? null : kindOf(definition.type),
      commandName: [command.name, ...path].join(' '),
      data: {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(options.length > 0 ? { options } : {}),
        ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
      },
    });
  }

  #use(source: HeldMessage, data: Record<string, unknown>): Reply {
    const owners = source.data.interaction_metadata?.authorizing_integration_owners ?? {};
    return this.#dispatcher.dispatch({
      member: this,
      place: this.#place,
      type: InteractionType.MessageComponent,
      integrations: Object.keys(owners).map(Number),
      source,
      choiceKind: null,
      commandName: null,
      data,
    });
  }

  #seen(target: Reply | HeldMessage): HeldMessage {
    const message = target instanceof HeldMessage ? target : target.shown;
    if (message === null || message.deleted) throw new Error('there is no message');
    if (message.loading) throw new Error('the message is still loading');
    if (message.onlyFor !== null && message.onlyFor !== this.userId)
      throw new Error('only someone else sees it');
    if (message.data.channel_id !== this.#place.channel.id)
      throw new Error('the message is in another channel');
    return message;
  }

  /** The listed commands. One of the server goes before a global one of the same name. */
  #listed(): RegisteredCommand[] {
    const { guildId, botIsThere, commands } = this.#place;
    const local = guildId !== null && botIsThere ? commands.guild(guildId) : [];
    const global = commands.global.filter(
      (command) => this.#inContext(command) && this.#integrations(command).length > 0,
    );
    return [...local, ...global].filter(
      (command) =>
        command.type === 1 && this.#mayUse(command) && (command.nsfw !== true || this.#place.ageRestricted),
    );
  }

  #inContext(command: RegisteredCommand): boolean {
    const { contexts } = command;
    if (Array.isArray(contexts)) return contexts.includes(this.#place.context);
    return this.#place.context === Context.Guild || command.dm_permission !== false;
  }

  /** The installations through which the command is here: 0 for the server's, 1 for the user's. */
  #integrations(command: RegisteredCommand): number[] {
    const allowed = (command.integration_types ?? [0]) as readonly number[];
    const { botIsThere, context } = this.#place;
    const byServer = botIsThere || context === Context.BotDM;
    return allowed.filter((type) => (type === 0 ? byServer : this.options.userInstalled === true));
  }

  #mayUse({ name, default_member_permissions: needed }: RegisteredCommand): boolean {
    if (this.#place.guildId === null || this.options.overrides?.includes(name)) return true;
    const mine = permissionsOf(this.options);
    if (needed === null || (mine & PermissionFlagsBits.Administrator) !== 0n) return true;
    const bits = BigInt(String(needed));
    return bits !== 0n && (mine & bits) === bits;
  }
}

/** All permissions of a member in their channel. */
export function permissionsOf({ permissions = 0n }: MemberOptions): bigint {
  return MEMBER_PERMISSIONS | permissions;
}

export function localeOf({ locale = Locale.EnglishUS }: MemberOptions): string {
  return locale;
}

function kindOf(type: unknown): 'string' | 'number' {
  return type === ApplicationCommandOptionType.String ? 'string' : 'number';
}
