import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** Which part of a long list is shown; nobody types it, buttons do. */
export const PAGE_BY_CALLER = [{ type: ApplicationCommandOptionType.Integer, name: 'page' }] as const;

/** Short words for these options in the ids of buttons. */
export const PAGE_SHORT = { page: 'p' };
