import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { genreNamesOf } from '../../engine/analytics/genres.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Choice, Typing } from '../contract/command.ts';
import { nameOfToken } from '../contract/long-names.ts';
import { completeTags } from './tag-names.ts';

/** The options of a question about a genre. */
export const GENRE_OPTIONS = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'genre',
    description: 'The genre, such as Action',
    required: true,
    autocomplete: true,
  },
] as const;

/** The short forms of these options in the ids of buttons. */
export const GENRE_SHORT = { genre: 'g' };

/** The genre that was asked for: as it was typed, or the genre behind a button's token. */
export async function genreAsked(dataSet: DataSet, { genre }: { genre: string }): Promise<{ genre: string }> {
  return { genre: await nameOfToken(genre, (await genreNamesOf(dataSet)).names) };
}

/** The genres that the typed text may mean, best first. */
export async function completeGenre(dataSet: DataSet, { typed, asker }: Typing): Promise<Choice[]> {
  return completeTags(await genreNamesOf(dataSet), typed, asker);
}
