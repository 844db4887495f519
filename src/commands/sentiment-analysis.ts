import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { sentimentAnalysis } from '../engine/analytics/sentiment-analysis.ts';
import { defineCommand } from './framework/command.ts';
import { completeNames } from './framework/complete-names.ts';
import { alignFigures, bar } from './framework/embed-bar.ts';
import { COLOURS } from './framework/embed-colours.ts';
import { markdownName } from './framework/embed-text.ts';
import { footer } from './framework/footer.ts';
import { nameOfToken } from './framework/long-names.ts';

const MARKS = { positive: '🟢', neutral: '⚪', negative: '🔴' } as const;
const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;

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
        autocomplete: true,
      },
    ],
  },
  {
    examples: [{ developer: 'Valve' }],
    kept: () => true,
    ask: async (dataSet, { developer }) =>
      sentimentAnalysis(dataSet, { developer: nameOfToken(developer, (await dataSet.developers()).names) }),
    table: ({ developer, restsOn, ...counts }, words) => ({
      title: words.text('sentiment-analysis.title', { developer }),
      columns: [
        { heading: words.text('column.sentiment'), align: 'left' },
        { heading: words.text('column.reviews'), align: 'right' },
        { heading: words.text('column.share'), align: 'right' },
      ],
      rows: SENTIMENTS.map((sentiment) => [
        words.text(`sentiment.${sentiment}`),
        words.number(counts[sentiment]),
        words.percent(restsOn.reviews === 0 ? 0 : counts[sentiment] / restsOn.reviews),
      ]),
      notes: [words.text('rests-on.reviews-of-games', restsOn)],
    }),
    reply({ developer: name, restsOn, ...counts }, words, { dataSet }) {
      const { reviews } = restsOn;
      const developer = markdownName(name);
      const share = (count: number) => (reviews === 0 ? 0 : count / reviews);
      const title =
        reviews === 0
          ? words.text('sentiment-analysis.none', { developer })
          : words.text('sentiment-analysis.answer', {
              developer,
              share: words.percent(share(counts.positive)),
            });
      const figures = alignFigures(SENTIMENTS.map((sentiment) => words.number(counts[sentiment])));
      const lines = SENTIMENTS.map((sentiment, place) => {
        const of = share(counts[sentiment]);
        const inWords = words.text(`sentiment.${sentiment}`);
        return `${MARKS[sentiment]} ${bar(of)} ${figures[place]} ${inWords} · ${words.percent(of)}`;
      });
      return {
        embeds: [
          {
            color: COLOURS.sentiment,
            title: `💬 ${title}`,
            ...(reviews === 0 ? {} : { description: lines.join('\n') }),
            ...footer([words.text('rests-on.reviews-of-games', restsOn)], dataSet, words),
          },
        ],
        components: [],
        files: [],
      };
    },
    complete: async (dataSet, { typed }) => completeNames(await dataSet.developers(), typed),
  },
);
