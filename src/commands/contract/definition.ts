import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** A slash command's definition, in Discord's own form; a constant, so that its options' types can be read from it. */
export type CommandDefinition = DeepReadonly<RESTPostAPIChatInputApplicationCommandsJSONBody>;
