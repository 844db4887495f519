import { inTurns } from '../../platform/in-turns.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError, wrongName } from '../data-set/question-error.ts';
import { developerNamesOf } from './developers.ts';
import { genreNamesOf } from './genres.ts';

/**
 * The genre that a typed text stands for.
 *
 * @throws QuestionError `unknown-genre` or `ambiguous-genre`, with the genres that may have been meant
 */
export async function resolveGenre(dataSet: DataSet, typed: string): Promise<string> {
  const resolution = await inTurns((await genreNamesOf(dataSet)).resolve(typed));
  if (resolution.kind === 'found') return resolution.name;
  if (resolution.kind === 'ambiguous') {
    const { names } = resolution;
    throw new QuestionError('ambiguous-genre', { name: typed }, names, wrongName('genre', names));
  }
  const { suggestions } = resolution;
  throw new QuestionError('unknown-genre', { name: typed }, suggestions, wrongName('genre', suggestions));
}

/**
 * The developer that a typed text stands for.
 *
 * @throws QuestionError `unknown-developer` or `ambiguous-developer`, with the developers that may have been meant
 */
export async function resolveDeveloper(dataSet: DataSet, typed: string): Promise<string> {
  const resolution = await inTurns((await developerNamesOf(dataSet)).resolve(typed));
  if (resolution.kind === 'found') return resolution.name;
  if (resolution.kind === 'ambiguous') {
    const { names } = resolution;
    throw new QuestionError('ambiguous-developer', { name: typed }, names, wrongName('developer', names));
  }
  const { suggestions } = resolution;
  const about = wrongName('developer', suggestions);
  throw new QuestionError('unknown-developer', { name: typed }, suggestions, about);
}
