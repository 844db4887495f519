import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { sentimentAnalysis } from '../engine/analytics/sentiment-analysis.ts';
import { defineCommand } from './framework/command.ts';

export default defineCommand(
  {
    name: 'sentiment-analysis',
    description: 'How many reviews of a developer’s games are negative, neutral and positive',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'developer',
        description: 'The developer, such as Valve',
        required: true,
      },
    ],
  },
  {
    ask: sentimentAnalysis,
    table: ({ developer, negative, neutral, positive, restsOn }, words) => ({
      title: words.text('sentiment-analysis.title', { developer }),
      columns: [
        { heading: words.text('column.sentiment'), align: 'left' },
        { heading: words.text('column.reviews'), align: 'right' },
        { heading: words.text('column.share'), align: 'right' },
      ],
      rows: Object.entries({ positive, neutral, negative }).map(([sentiment, count]) => [
        words.text(`sentiment.${sentiment as 'positive' | 'neutral' | 'negative'}`),
        words.number(count),
        words.percent(restsOn.reviews === 0 ? 0 : count / restsOn.reviews),
      ]),
      notes: [words.text('rests-on.reviews-of-games', restsOn)],
    }),
  },
);
