import { inTurns } from '../../platform/in-turns.ts';
import { wrongLabel } from '../catalogue/wrong-label.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError, wrongName } from '../data-set/question-error.ts';
import type { Resolution } from '../search/name-index.ts';
import { ownerOf, type UnderstoodDeveloper } from './developer-owner.ts';
import { developerNamesOf } from './developers.ts';
import { genreNamesOf } from './genres.ts';

/**
 * The genre that a typed text stands for.
 *
 * @throws QuestionError `unknown-genre` or `ambiguous-genre`, with the genres that may have been meant
 */
export async function resolveGenre(dataSet: DataSet, typed: string): Promise<string> {
  const genres = await genreNamesOf(dataSet);
  const resolution = await inTurns(genres.resolve(typed));
  if (resolution.kind === 'found') return resolution.name;
  throw genreError(typed, resolution, genres.names);
}

/** The most genres that are offered where none is close to the typed text: one of Discord's menus holds no more. */
const MOST_OFFERED = 25;

/**
 * The error of a text that stands for no one genre. Where none is close to it, all genres are offered, because they are few.
 *
 * @param all the names of all genres
 */
export function genreError(
  typed: string,
  resolution: Exclude<Resolution, { kind: 'found' }>,
  all: readonly string[],
): QuestionError {
  if (resolution.kind === 'ambiguous') {
    const { names } = resolution;
    return new QuestionError('ambiguous-genre', { name: typed }, names, wrongLabel('genre', names));
  }
  const { suggestions } = resolution;
  const offersAll = suggestions.length === 0 && all.length <= MOST_OFFERED;
  const offered = offersAll ? all : suggestions;
  const about = { ...wrongLabel('genre', offered), ...(offersAll ? { offersAll } : {}) };
  return new QuestionError('unknown-genre', { name: typed }, offered, about);
}

/**
 * The developer that a typed text stands for.
 *
 * @throws QuestionError `unknown-developer` or `ambiguous-developer`, with the developers that may have been meant
 */
export async function resolveDeveloper(dataSet: DataSet, typed: string): Promise<UnderstoodDeveloper> {
  const developers = await developerNamesOf(dataSet);
  const resolution = await inTurns(developers.resolve(typed));
  if (resolution.kind === 'found') return { developer: resolution.name, told: false };
  const owner = await inTurns(ownerOf(developers, typed));
  if (owner !== undefined) return owner;
  if (resolution.kind === 'ambiguous') {
    const { names } = resolution;
    throw new QuestionError('ambiguous-developer', { name: typed }, names, wrongName('developer', names));
  }
  const { suggestions } = resolution;
  const about = wrongName('developer', suggestions);
  throw new QuestionError('unknown-developer', { name: typed }, suggestions, about);
}
