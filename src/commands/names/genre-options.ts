import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { genreNamesOf } from '../../engine/analytics/genres.ts';
import { genreError } from '../../engine/analytics/resolve-name.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Choice, Typing } from '../contract/command.ts';
import { nameOfToken } from '../contract/long-names.ts';
import { completeLabels, resolveLabel } from './label-names.ts';

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

/**
 * The genre that was asked for, in the data's own spelling: typed in any language, or behind a button's token.
 *
 * @throws QuestionError `unknown-genre` or `ambiguous-genre`, with the genres that may have been meant
 */
export async function genreAsked(dataSet: DataSet, { genre }: { genre: string }): Promise<{ genre: string }> {
  const genres = await genreNamesOf(dataSet);
  const resolution = await resolveLabel(genres, await nameOfToken(genre, genres.names));
  if (resolution.kind === 'found') return { genre: resolution.name };
  throw genreError(genre, resolution, genres.names);
}

/** The genres that the typed text may mean, best first. */
export async function completeGenre(dataSet: DataSet, { typed, asker }: Typing): Promise<Choice[]> {
  return completeLabels(await genreNamesOf(dataSet), typed, asker);
}
