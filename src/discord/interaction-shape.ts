import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** An interaction that lacks what an answer needs. The message names the fields, and repeats nothing of their content. */
export class InteractionShapeError extends Error {
  constructor(fields: readonly string[]) {
    super(`an interaction of an unknown shape: ${fields.join(', ')}`);
    this.name = 'InteractionShapeError';
  }
}

/** The number of options that Discord allows in a command. */
const MOST_OPTIONS = 25;

/** The number of wrong fields that an error names. */
const MOST_NAMED = 5;

const ID = z.string().regex(/^\d{1,20}$/);
const USER = z.object({ id: ID });

/** A field without which an interaction can be answered: anything that is not of the shape counts as absent. */
function spare<Shape extends z.ZodType>(shape: Shape) {
  return shape.optional().catch(undefined);
}

const OPTION = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: spare(z.boolean()),
});

const OPTIONS = z
  .array(
    z.union([
      OPTION.extend({
        type: z.literal(ApplicationCommandOptionType.Subcommand),
        options: z.array(OPTION).max(MOST_OPTIONS).default([]),
      }),
      OPTION,
    ]),
  )
  .max(MOST_OPTIONS)
  .default([]);

const COMMAND = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: OPTIONS,
});

/** The fields that the program reads of any interaction. */
const ANY = z.object({
  id: ID,
  application_id: ID,
  // It becomes a part of an address.
  token: z.string().regex(/^[^\s/?#%\\]+$/),
  guild_id: z.nullish(ID).transform((id) => id ?? undefined),
  member: z.nullish(z.object({ user: USER, permissions: z.string().regex(/^\d+$/).catch('0') })),
  user: z.nullish(USER),
  locale: z.string().catch('en-US'),
  channel: spare(
    z.object({ type: z.number(), nsfw: spare(z.boolean()), parent_id: spare(z.string().nullable()) }),
  ),
});

/** The kinds of interactions that are answered; others are only known by their type. */
const ANSWERED = z
  .discriminatedUnion('type', [
    ANY.extend({ type: z.literal(InteractionType.ApplicationCommand), data: COMMAND }),
    ANY.extend({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: COMMAND }),
    ANY.extend({
      type: z.literal(InteractionType.MessageComponent),
      data: z.object({ custom_id: z.string(), values: spare(z.array(z.string())) }),
      message: z
        .object({
          id: spare(ID),
          flags: spare(z.number()),
          interaction_metadata: spare(z.object({ user: USER })),
        })
        .catch({}),
    }),
  ])
  .refine(({ member, user }) => (member ?? user) != null, { path: ['user'] });

const TYPES: readonly unknown[] = ANSWERED.def.options.map(({ shape }) => shape.type.value);

/**
 * An interaction with the fields that the program reads, each of the type that it takes for granted. Discord may add, drop and
 * change all other fields. An interaction of a kind that is not answered is given back with its type alone.
 *
 * @param received any JSON
 * @returns an error where it cannot be answered
 */
export function readInteraction(received: unknown): APIInteraction | InteractionShapeError {
  const { type } = Object(received) as { type?: unknown };
  if (typeof type === 'number' && !TYPES.includes(type)) return { type } as unknown as APIInteraction;
  const { success, data, error } = ANSWERED.safeParse(received);
  if (success) return data as unknown as APIInteraction;
  const fields = new Set(error.issues.map(({ path }) => path.map(String).join('.') || 'type'));
  return new InteractionShapeError([...fields].slice(0, MOST_NAMED));
}
