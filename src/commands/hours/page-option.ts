import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** The page of a long list, from 1. Members cannot type it: buttons set it. */
export const PAGE_BY_CALLER = [{ type: ApplicationCommandOptionType.Integer, name: 'page' }] as const;

/** The short forms of these options in the ids of buttons. */
export const PAGE_SHORT = { page: 'p' };
