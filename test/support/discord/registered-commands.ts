import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { ApiError, invalidForm, unknownCommand } from './api-error.ts';
import { checkCommandLimits } from './command-limits.ts';
import { isObject, type JsonObject, objectsOf } from './json.ts';
import { checkSchema } from './openapi.ts';

/** A registered command in the form in which Discord returns it. */
export interface RegisteredCommand extends JsonObject {
  id: string;
  version: string;
  type: number;
  name: string;
  guild_id?: string;
}

/** The most slash commands in one place; 15 for each of the other types. */
const MAXIMUM = 100;

/** The commands of one place: the global ones, or those of one server. */
export class CommandList {
  #commands: RegisteredCommand[] = [];
  readonly #applicationId: string;
  readonly #guildId: string | null;
  readonly #newId: () => string;

  constructor(applicationId: string, guildId: string | null, newId: () => string) {
    this.#applicationId = applicationId;
    this.#guildId = guildId;
    this.#newId = newId;
  }

  get all(): readonly RegisteredCommand[] {
    return this.#commands;
  }

  named(name: string): RegisteredCommand | undefined {
    return this.#commands.find((command) => command.name === name && command.type === 1);
  }

  /** @throws ApiError 10063 if there is none */
  byId(id: string): RegisteredCommand {
    const command = this.#commands.find((each) => each.id === id);
    if (command === undefined) throw unknownCommand();
    return command;
  }

  /** Creates a command, or replaces the one of the same name and type. @throws ApiError if the body is refused */
  create(payload: unknown): { command: RegisteredCommand; created: boolean } {
    const body = checked('ApplicationCommandCreateRequest', payload, []);
    const existing = this.#same(body);
    if (existing === undefined && this.#commands.length >= MAXIMUM) {
      throw new ApiError(400, 30032, `Maximum number of application commands reached (${MAXIMUM}).`);
    }
    const command = this.#keep(body, existing);
    this.#commands = [...this.#commands.filter((each) => each !== existing), command];
    return { command, created: existing === undefined };
  }

  /**
   * Bulk overwrite: deletes the commands that are not named. A command that keeps its name keeps its id.
   *
   * @throws ApiError
   */
  replaceAll(payload: unknown): readonly RegisteredCommand[] {
    if (!Array.isArray(payload)) {
      throw invalidForm([{ path: [], code: 'BASE_TYPE_LIST', message: 'Must be a list.' }]);
    }
    const bodies = payload.map((body, index) => checked('ApplicationCommandUpdateRequest', body, [index]));
    for (const [index, body] of bodies.entries()) {
      if (bodies.findIndex((other) => keyOf(other) === keyOf(body)) !== index) {
        const code = 'APPLICATION_COMMANDS_DUPLICATE_NAME';
        throw invalidForm([{ path: [index], code, message: 'Application command names must be unique' }]);
      }
    }
    if (bodies.length > MAXIMUM) {
      throw new ApiError(400, 30032, `Maximum number of application commands reached (${MAXIMUM}).`);
    }
    this.#commands = bodies.map((body) => this.#keep(body, this.#same(body)));
    return this.#commands;
  }

  /** Changes the fields that are named. @throws ApiError */
  edit(id: string, payload: unknown): RegisteredCommand {
    const existing = this.byId(id);
    const patch = isObject(payload) ? payload : {};
    const errors = checkSchema('ApplicationCommandPatchRequestPartial', asDescribed(patch));
    if (errors.length > 0) throw invalidForm(errors);
    const body = checked('ApplicationCommandCreateRequest', { ...definitionOf(existing), ...patch }, []);
    const other = this.#same(body);
    if (other !== undefined && other !== existing) {
      const code = 'APPLICATION_COMMANDS_DUPLICATE_NAME';
      throw invalidForm([{ path: ['name'], code, message: 'Application command names must be unique' }]);
    }
    const command = this.#keep(body, existing);
    this.#commands = this.#commands.map((each) => (each === existing ? command : each));
    return command;
  }

  /** @throws ApiError 10063 if there is none */
  delete(id: string): void {
    const command = this.byId(id);
    this.#commands = this.#commands.filter((each) => each !== command);
  }

  #same(body: JsonObject): RegisteredCommand | undefined {
    return this.#commands.find((command) => keyOf(command) === keyOf(body));
  }

  /** Stores a command in the form in which Discord returns it. Its version changes only if the command does. */
  #keep(body: JsonObject, existing: RegisteredCommand | undefined): RegisteredCommand {
    const isGlobal = this.#guildId === null;
    const permissions = body.default_member_permissions ?? null;
    const command: RegisteredCommand = {
      id: existing?.id ?? this.#newId(),
      application_id: this.#applicationId,
      version: existing?.version ?? this.#newId(),
      default_member_permissions: permissions === null ? null : String(permissions),
      type: Number(body.type ?? ApplicationCommandType.ChatInput),
      name: String(body.name),
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      // Only global commands have contexts and integration types; Discord returns a server's commands without.
      integration_types: (isGlobal ? body.integration_types : null) ?? [0],
      contexts: (isGlobal ? body.contexts : null) ?? null,
      ...(isGlobal ? { dm_permission: body.dm_permission ?? true } : { guild_id: this.#guildId as string }),
      ...(objectsOf(body.options).length > 0
        ? { options: objectsOf(body.options).map(optionGivenBack) }
        : {}),
      nsfw: body.nsfw ?? false,
    };
    if (existing !== undefined && !isDeepStrictEqual(existing, command)) command.version = this.#newId();
    return command;
  }
}

/** The item without its other languages, as Discord returns it in a list that was not asked `with_localizations`. */
export function withoutLocalizations<T extends JsonObject>(item: T): T {
  const kept = Object.entries(item).filter(([key]) => !key.endsWith('_localizations'));
  const nested = kept.map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((each) => (isObject(each) ? withoutLocalizations(each) : each)) : value,
  ]);
  return Object.fromEntries(nested) as T;
}

/** Discord leaves out the empty and false fields of an option, and gives null for missing localizations. */
function optionGivenBack(option: JsonObject): JsonObject {
  const { required, autocomplete, options, choices, ...rest } = option;
  const present = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...Object.fromEntries(present),
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(objectsOf(options).length > 0 ? { options: objectsOf(options).map(optionGivenBack) } : {}),
    ...(objectsOf(choices).length > 0
      ? {
          choices: objectsOf(choices).map((each) => ({
            ...each,
            name_localizations: each.name_localizations ?? null,
          })),
        }
      : {}),
  };
}

function keyOf(body: JsonObject): string {
  return `${body.type ?? ApplicationCommandType.ChatInput} ${body.name}`;
}

function definitionOf({ id: _, version: __, ...definition }: RegisteredCommand): JsonObject {
  return definition;
}

function checked(schema: string, payload: unknown, path: readonly number[]): JsonObject {
  const body = isObject(payload) ? payload : {};
  const described = checkSchema(schema, asDescribed(body)).map((error) => ({
    ...error,
    path: [...path, ...error.path],
  }));
  const errors = [...described, ...checkCommandLimits(path, body)];
  if (errors.length > 0) throw invalidForm(errors);
  return body;
}

/**
 * The published description knows permissions only as a number. The documentation and Discord itself also accept a string
 * with the number, and libraries send that.
 */
function asDescribed(body: JsonObject): JsonObject {
  const permissions = body.default_member_permissions;
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return body;
  return { ...body, default_member_permissions: Number(permissions) };
}
