import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { catalogueOf } from '../../engine/catalogue/read-catalogue.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Steering } from '../../engine/recommender/steering.ts';
import type { Asker } from '../contract/asker.ts';
import type { Choice, Typing } from '../contract/command.ts';
import { nameOfToken, valueForName } from '../contract/long-names.ts';
import { completeGameList, completeGames } from '../names/complete-games.ts';
import { completeTags } from '../names/tag-names.ts';

/** The options with which a list of games is steered. */
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
    description: 'No games of this genre or with this tag',
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

/** What nobody types in Discord: which five games are wished, and whether the channel allows games for adults. */
export const STEERING_BY_CALLER = [
  { type: ApplicationCommandOptionType.Integer, name: 'page' },
  { type: ApplicationCommandOptionType.Boolean, name: 'adult' },
] as const;

/** Short words for these options in the ids of buttons. */
export const STEERING_SHORT = { genre: 'g', avoid: 'v', 'how-known': 'k', page: 'p' };

/** The options by which a list is steered, as they were given. */
export interface SteeringOptions {
  genre?: string;
  avoid?: string;
  'how-known'?: Exclude<Steering['howKnown'], undefined>;
  page?: number;
  adult?: boolean;
}

/** The options as the engine takes them; an age-restricted channel shows games for adults. */
export async function steering(
  dataSet: DataSet,
  options: SteeringOptions,
  asker: Asker,
): Promise<Steering & { page: number }> {
  const { labels } = await catalogueOf(dataSet);
  // As it is called, so that it is shown so and fits in a button; what is called nothing so is the engine's to tell.
  const label = (value: string | undefined) => {
    if (value === undefined) return undefined;
    const name = nameOfToken(value, labels.names);
    const resolution = labels.resolve(name);
    return resolution.kind === 'found' ? resolution.name : name;
  };
  return {
    genre: label(options.genre),
    avoid: label(options.avoid),
    howKnown: options['how-known'],
    page: Math.max(1, options.page ?? 1),
    adult: options.adult === true || asker.ageRestricted,
  };
}

/** The same question's options again, for a button. */
export function steeringAgain({ genre, avoid, howKnown, page }: Steering): SteeringOptions {
  return {
    ...(genre === undefined ? {} : { genre: valueForName(genre) }),
    ...(avoid === undefined ? {} : { avoid: valueForName(avoid) }),
    ...(howKnown === undefined ? {} : { 'how-known': howKnown }),
    ...(page === undefined ? {} : { page }),
  };
}

/** What an option of a command that recommends can become, whichever it is. */
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
    case 'avoid':
      return completeTags(catalogue.labels, typed, asker);
    default:
      return [];
  }
}
