import { isAdultTag } from '../catalogue/adult-tags.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError, type WrongOption } from '../data-set/question-error.ts';
import type { HowKnown } from './how-known.ts';
import type { Wishes } from './shown-games.ts';

/** How a list is steered, as it was typed. */
export interface Steering {
  /** A genre or tag that every pick has. */
  genre?: string | undefined;
  /** A genre or tag that none has. */
  avoid?: string | undefined;
  howKnown?: HowKnown | undefined;
  /** Whether games tagged as for adults are shown. */
  adult?: boolean | undefined;
  /** Which five: 1, the first, unless said; no page repeats what an earlier one shows. */
  page?: number | undefined;
}

/**
 * The wishes that were meant.
 *
 * @throws QuestionError `unknown-label` or `ambiguous-label`, with what may have been meant
 */
export async function resolveWishes(dataSet: DataSet, steering: Steering): Promise<Wishes> {
  const { labels } = await catalogueOf(dataSet);
  const resolve = (option: 'genre' | 'avoid', typed: string | undefined) => {
    if (typed === undefined) return undefined;
    const resolution = labels.resolve(typed);
    if (resolution.kind === 'found') return resolution.name;
    if (resolution.kind === 'ambiguous') {
      const { names } = resolution;
      throw new QuestionError('ambiguous-label', { name: typed }, names, wrongLabel(option, names));
    }
    const { suggestions } = resolution;
    throw new QuestionError('unknown-label', { name: typed }, suggestions, wrongLabel(option, suggestions));
  };
  const { howKnown, adult } = steering;
  return {
    genre: resolve('genre', steering.genre),
    avoid: resolve('avoid', steering.avoid),
    howKnown,
    adult,
  };
}

/** A wrong option that could be one of these genres or tags. */
function wrongLabel(option: string, names: readonly string[]): WrongOption {
  const choices = names.map((name) => ({
    name,
    value: name,
    ...(isAdultTag(name) ? { adult: true, named: name } : {}),
  }));
  return { option, choices };
}

/** So far a list can be leafed through. */
export const LAST_PAGE = 20;

/**
 * The picks of a page, none past the last: those of the pages before are made, too, and count as shown.
 *
 * @param pick makes the five for these wishes; the first five where nothing is shown yet
 */
export async function pageOf<Pick extends { gameId: number }>(
  page: number,
  wishes: Wishes,
  pick: (wishes: Wishes) => Promise<Pick[]>,
): Promise<Pick[]> {
  if (page > LAST_PAGE) return [];
  const shown = new Set(wishes.shown);
  for (let before = 1; ; before++) {
    const picks = await pick({ ...wishes, shown });
    if (before >= page || picks.length === 0) return picks;
    for (const { gameId } of picks) shown.add(gameId);
  }
}
