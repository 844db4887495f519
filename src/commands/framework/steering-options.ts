import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Steering } from '../../engine/recommender/steering.ts';

/** The options with which a list of games is steered. */
export const STEERING_OPTIONS = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'genre',
    description: 'Only games of this genre or with this tag',
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'avoid',
    description: 'No games of this genre or with this tag',
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

/** The options as the engine takes them. */
export function steering(options: {
  genre?: string;
  avoid?: string;
  'how-known'?: Steering['howKnown'];
  page?: number;
  adult?: boolean;
}): Steering {
  const { genre, avoid, page, adult } = options;
  return { genre, avoid, howKnown: options['how-known'], page: Math.max(1, page ?? 1), adult };
}
