import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type Both, inLines, type Markdown, markdown, own, plainLine } from '../../locales/markdown.ts';
import type { TextKey, Words } from '../../locales/words.ts';
import { developerNamesOf } from '../engine/analytics/developers.ts';
import { type SentimentAnalysisAnswer, sentimentAnalysis } from '../engine/analytics/sentiment-analysis.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { nameOfToken } from './contract/long-names.ts';
import { alignFigures, bar } from './message/embed-bar.ts';
import { COLOURS } from './message/embed-colours.ts';
import { markdownName } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { completeNames } from './names/complete-names.ts';

const SENTIMENTS = [
  { tone: 'positive', mark: own('🟢'), key: 'sentiment.positive' },
  { tone: 'neutral', mark: own('⚪'), key: 'sentiment.neutral' },
  { tone: 'negative', mark: own('🔴'), key: 'sentiment.negative' },
] as const;

export default defineCommand(
  {
    name: 'sentiment-analysis',
    description: 'How many reviews recommend a developer’s games, and the sentiment of their words',
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
    short: 'sa',
    shortOptions: { developer: 'd' },
    examples: [{ developer: 'Valve' }],
    kept: () => true,
    ask: async (dataSet, { developer }) =>
      sentimentAnalysis(dataSet, {
        developer: await nameOfToken(developer, (await developerNamesOf(dataSet)).names),
      }),
    table: (answer, words) => ({
      title: words.plain('sentiment-analysis.title', { developer: plainLine(answer.developer) }),
      columns: [
        { heading: words.plain('column.judgement'), align: 'left' },
        { heading: words.plain('column.reviews'), align: 'right' },
        { heading: words.plain('column.share'), align: 'right' },
      ],
      rows: [
        ...verdictsOf(answer).map(({ key, count }) => ({ name: words.plain(key, { count }), count })),
        ...sentimentsOf(answer).map(({ tone, count }) => ({
          name: words.plain('sentiment.words', { tone: own(tone) }),
          count,
        })),
      ].map(({ name, count }) => [name, words.number(count), words.percent(shareOf(answer, count))]),
      fromReviews: true,
      notes: [
        ...(answer.understood === undefined
          ? []
          : [
              words.plain('understood.developer', {
                typed: plainLine(answer.understood.typed),
                developer: plainLine(answer.developer),
              }),
            ]),
        words.plain('rests-on.reviews-of-games', answer.restsOn),
        words.plain('sentiment.caution'),
      ],
    }),
    reply(answer, words, { dataSet }) {
      const { restsOn, recommended, understood } = answer;
      const developer = markdownName(answer.developer);
      const share = words.percent(shareOf(answer, recommended));
      const read =
        understood === undefined
          ? []
          : [words.text('understood.developer', { typed: markdownName(understood.typed), developer })];
      const title =
        restsOn.reviews === 0
          ? words.text('sentiment-analysis.none', { developer })
          : words.text('sentiment-analysis.answer', { developer, share });
      return {
        embeds: [
          {
            color: COLOURS.sentiment,
            title: markdown`💬 ${title}`,
            ...(restsOn.reviews === 0 ? {} : { description: inLines([...read, figuresOf(answer, words)]) }),
            ...footer(words.plain('origin.reviews-of-games', restsOn), { reviews: true }, dataSet, words),
          },
        ],
        components: [],
        files: [],
      };
    },
    complete: async (dataSet, { typed }) => completeNames(await developerNamesOf(dataSet), typed),
  },
);

/** Some of a developer's reviews. */
interface Part {
  mark: Both;
  /** The text that says what these reviews have in common. */
  key: TextKey;
  count: number;
}

/** The reviews by the verdict of their writers: this is what Steam calls positive and negative. */
function verdictsOf({ recommended, restsOn }: SentimentAnalysisAnswer): Part[] {
  const others = restsOn.reviews - recommended;
  return [
    { mark: own('👍'), key: 'verdict.yes', count: recommended },
    { mark: own('👎'), key: 'verdict.no', count: others },
  ];
}

/** The reviews by the sentiment of their words. */
function sentimentsOf(answer: SentimentAnalysisAnswer) {
  return SENTIMENTS.map((one) => ({ ...one, count: answer[one.tone] }));
}

/** The share of a number of reviews among all reviews of the developer, 0 to 1. */
function shareOf({ restsOn: { reviews } }: SentimentAnalysisAnswer, count: number): number {
  return reviews === 0 ? 0 : count / reviews;
}

/** A line for each verdict; below them, one for each sentiment, with the limits of such a reading. */
function figuresOf(answer: SentimentAnalysisAnswer, words: Words): Markdown {
  const verdicts = verdictsOf(answer);
  const parts = [...verdicts, ...sentimentsOf(answer)];
  const figures = alignFigures(parts.map(({ count }) => words.number(count)));
  const lines = parts.map(({ mark, key, count }, place) => {
    const share = shareOf(answer, count);
    return markdown`${mark} ${bar(share)} ${figures[place]!} ${words.text(key, { count })} · ${words.percent(share)}`;
  });
  return inLines([
    ...lines.slice(0, verdicts.length),
    markdown`\n**${words.text('sentiment.heading')}**`,
    ...lines.slice(verdicts.length),
    markdown`*${words.text('sentiment.caution')}*`,
  ]);
}
