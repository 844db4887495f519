import { inTurns } from '../../platform/in-turns.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import { wrongLabel } from '../catalogue/wrong-label.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import type { Resolution } from '../search/name-index.ts';
import type { HowKnown } from './how-known.ts';
import { isSteered, PICKS, type Wishes } from './shown-games.ts';

/** The options that steer a list, as they were typed. */
export interface Steering {
  /** A genre or tag that every pick must be known for. */
  genre?: string | undefined;
  /** Genres and tags of which no pick may have any, each typed for itself. */
  avoid?: readonly string[] | undefined;
  /** How well known every pick must be. */
  howKnown?: HowKnown | undefined;
  /** Whether games tagged as for adults may be picked. Unset: no. */
  adult?: boolean | undefined;
  /** The page of five picks, from 1; unset: 1. No page repeats a game of an earlier one. */
  page?: number | undefined;
}

/**
 * Turns the typed options into wishes, with the names of genres and tags as the data set has them.
 *
 * @throws QuestionError `unknown-label` or `ambiguous-label`, with the genres and tags that may have been meant
 */
export async function resolveWishes(dataSet: DataSet, steering: Steering): Promise<Wishes> {
  const { labels } = await catalogueOf(dataSet);
  const resolve = async (option: 'genre' | 'avoid', typed: string | undefined) => {
    if (typed === undefined) return undefined;
    const resolution = await inTurns(labels.resolve(typed));
    if (resolution.kind === 'found') return resolution.name;
    throw labelError(option, typed, resolution);
  };
  const resolveAll = async (option: 'avoid', typed: readonly string[]) => {
    const names: string[] = [];
    for (const each of typed) names.push((await resolve(option, each))!);
    return names;
  };
  const { howKnown, adult } = steering;
  return {
    genre: await resolve('genre', steering.genre),
    avoid: steering.avoid && (await resolveAll('avoid', steering.avoid)),
    howKnown,
    adult,
  };
}

/** The error of a text that stands for no one genre or tag. */
export function labelError(
  option: 'genre' | 'avoid',
  typed: string,
  resolution: Exclude<Resolution, { kind: 'found' }>,
): QuestionError {
  if (resolution.kind === 'ambiguous') {
    const { names } = resolution;
    return new QuestionError('ambiguous-label', { name: typed }, names, wrongLabel(option, names));
  }
  const { suggestions } = resolution;
  return new QuestionError('unknown-label', { name: typed }, suggestions, wrongLabel(option, suggestions));
}

/** The number of the last page of a list. */
export const LAST_PAGE = 20;

/**
 * Makes the picks of one page. All pages before it are made as well, because their games count as shown. Popular games fill
 * a list that is not steered. A steered list has them only where nothing else meets the wishes: rather four good picks than
 * five.
 *
 * @param page from 1; a page after {@link LAST_PAGE} is empty
 * @param pick makes the next five picks for some wishes, given the games that are already shown
 * @param fillUp adds popular games to picks, five in all
 */
export async function pageOf<Pick extends { gameId: number }>(
  page: number,
  wishes: Wishes,
  pick: (wishes: Wishes) => Promise<Pick[]>,
  fillUp: (picks: Pick[], wishes: Wishes) => Pick[],
): Promise<Pick[]> {
  if (page > LAST_PAGE) return [];
  const shown = new Set(wishes.shown);
  let isFilled = !isSteered(wishes);
  for (let before = 1; ; before++) {
    const on = { ...wishes, shown };
    const good = await pick(on);
    if (before === 1 && good.length === 0) isFilled = true;
    const picks = isFilled && good.length < PICKS ? fillUp(good, on) : good;
    if (before >= page || picks.length === 0) return picks;
    for (const { gameId } of picks) shown.add(gameId);
  }
}
