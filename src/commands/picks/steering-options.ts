import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { catalogueOf } from '../../engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import { QuestionError, severalErrors } from '../../engine/data-set/question-error.ts';
import { labelError, type Steering } from '../../engine/recommender/steering.ts';
import type { Asker } from '../contract/asker.ts';
import type { Choice, Typing } from '../contract/command.ts';
import { nameOfToken, tokenOf, valueForName } from '../contract/long-names.ts';
import { completeGameList, completeGames } from '../names/complete-games.ts';
import { completeLabelList, type ListedLabel, resolveLabelList } from '../names/label-lists.ts';
import { completeLabels, resolveLabel } from '../names/label-names.ts';

/** The options that steer a list of games. */
export const STEERING_OPTIONS = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'genre',
    description: 'Only games of this genre or with this tag',
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'avoid',
    description: 'No games of these genres or with these tags: horror, sports',
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'how-known',
    description: 'How widely played the games are',
    choices: [
      { name: 'hardly anyone knows them', value: 'obscure' },
      { name: 'some people play them', value: 'known' },
      { name: 'many people play them', value: 'popular' },
    ],
  },
] as const;

/** The options that members cannot type in Discord: the page of five picks, and whether games for adults are allowed. */
export const STEERING_BY_CALLER = [
  { type: ApplicationCommandOptionType.Integer, name: 'page' },
  { type: ApplicationCommandOptionType.Boolean, name: 'adult' },
] as const;

/** The short forms of these options in the ids of buttons. */
export const STEERING_SHORT = { genre: 'g', avoid: 'v', 'how-known': 'k', page: 'p' };

/** The values of the options that steer a list, as they were given. */
export interface SteeringOptions {
  genre?: string;
  avoid?: string;
  'how-known'?: Exclude<Steering['howKnown'], undefined>;
  page?: number;
  adult?: boolean;
}

/**
 * The options as the engine takes them, with genres and tags in the data's own spelling, in whichever language they were
 * typed. In an age-restricted channel, games for adults are shown.
 *
 * @throws QuestionError `unknown-label` or `ambiguous-label`, with the genres and tags that may have been meant
 */
export async function steering(
  dataSet: DataSet,
  options: SteeringOptions,
  asker: Asker,
): Promise<Steering & { page: number }> {
  const { labels } = await catalogueOf(dataSet);
  const label = async (value: string) => {
    const resolution = await resolveLabel(labels, await nameOfToken(value, labels.names));
    if (resolution.kind === 'found') return resolution.name;
    throw labelError('genre', value, resolution);
  };
  return {
    genre: options.genre === undefined ? undefined : await label(options.genre),
    avoid: options.avoid === undefined ? undefined : avoided(await resolveLabelList(labels, options.avoid)),
    howKnown: options['how-known'],
    page: Math.max(1, options.page ?? 1),
    adult: options.adult === true || asker.ageRestricted,
  };
}

/**
 * The labels of a list, each once.
 *
 * @throws QuestionError with all that are wrong as its parts: to leave one out would show what somebody wants to avoid
 */
function avoided(entries: readonly ListedLabel[]): string[] {
  const names: string[] = [];
  const errors: QuestionError[] = [];
  for (const [place, { text, resolution }] of entries.entries()) {
    if (resolution.kind === 'found') names.push(resolution.name);
    else {
      const { code, values, suggestions, about } = labelError('avoid', text, resolution);
      const choices = about!.choices.map((choice) => ({
        ...choice,
        value: entries.map((entry, at) => (at === place ? choice.value : entry.text)).join(', '),
      }));
      errors.push(new QuestionError(code, values, suggestions, { ...about!, choices }));
    }
  }
  if (errors.length > 0) throw severalErrors(errors);
  return [...new Set(names)];
}

/** The options that ask for the same steering again, for a button. */
export function steeringAgain({ genre, avoid, howKnown, page }: Steering): SteeringOptions {
  return {
    ...(genre === undefined ? {} : { genre: valueForName(genre) }),
    ...(avoid === undefined ? {} : { avoid: avoid.map(avoid.length > 1 ? tokenOf : valueForName).join(',') }),
    ...(howKnown === undefined ? {} : { 'how-known': howKnown }),
    ...(page === undefined ? {} : { page }),
  };
}

/** The choices for any option of a command that recommends games. */
export async function completeSteering(
  dataSet: DataSet,
  { option, typed, asker }: Typing,
): Promise<Choice[]> {
  const catalogue = await catalogueOf(dataSet);
  switch (option) {
    case 'game':
      return completeGames(catalogue, typed, asker);
    case 'likes':
      return completeGameList(catalogue, typed, asker);
    case 'genre':
      return completeLabels(catalogue.labels, typed, asker);
    case 'avoid':
      return completeLabelList(catalogue.labels, typed, asker);
    default:
      return [];
  }
}
