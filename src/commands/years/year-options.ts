import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** The options of a question about a year: the year, and whether it is that of the review or that of the game's release. */
export const YEAR_OPTIONS = [
  {
    type: ApplicationCommandOptionType.Integer,
    name: 'year',
    description: 'The year, such as 2015',
    required: true,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'year-of',
    description: 'Whether it is the year of the review or the year of the game’s release',
    choices: [
      { name: 'year of the review', value: 'reviewed' },
      { name: 'year of release', value: 'released' },
    ],
  },
] as const;

/** The short forms of these options in the ids of buttons. */
export const YEAR_SHORT = { year: 'y', 'year-of': 'o' };
