import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** A slash command's definition in Discord's own form. It is read-only, so that the types of its options follow from it. */
export type CommandDefinition = DeepReadonly<RESTPostAPIChatInputApplicationCommandsJSONBody>;
