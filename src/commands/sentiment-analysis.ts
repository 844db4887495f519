import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { inLines, markdown, own, plainLine } from '../../locales/markdown.ts';
import type { Words } from '../../locales/words.ts';
import { developerNamesOf } from '../engine/analytics/developers.ts';
import { type SentimentAnalysisAnswer, sentimentAnalysis } from '../engine/analytics/sentiment-analysis.ts';
import type { DataSet } from '../engine/data-set/data-set.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { nameOfToken } from './contract/long-names.ts';
import type { Picture } from './contract/picture.ts';
import { alignFigures, bar } from './message/embed-bar.ts';
import { COLOURS } from './message/embed-colours.ts';
import { markdownName } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { countsInWords, pictureSource } from './message/picture-words.ts';
import { completeNames } from './names/complete-names.ts';

const MARKS = { positive: own('🟢'), neutral: own('⚪'), negative: own('🔴') };
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
    short: 'sa',
    shortOptions: { developer: 'd' },
    examples: [{ developer: 'Valve' }],
    kept: () => true,
    ask: async (dataSet, { developer }) =>
      sentimentAnalysis(dataSet, {
        developer: await nameOfToken(developer, (await developerNamesOf(dataSet)).names),
      }),
    table: ({ developer, restsOn, ...counts }, words) => ({
      title: words.plain('sentiment-analysis.title', { developer: plainLine(developer) }),
      columns: [
        { heading: words.plain('column.sentiment'), align: 'left' },
        { heading: words.plain('column.reviews'), align: 'right' },
        { heading: words.plain('column.share'), align: 'right' },
      ],
      rows: SENTIMENTS.map((sentiment) => [
        words.plain(`sentiment.${sentiment}`, { count: counts[sentiment] }),
        words.number(counts[sentiment]),
        words.percent(restsOn.reviews === 0 ? 0 : counts[sentiment] / restsOn.reviews),
      ]),
      notes: [words.plain('rests-on.reviews-of-games', restsOn)],
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
        const inWords = words.text(`sentiment.${sentiment}`, { count: counts[sentiment] });
        return markdown`${MARKS[sentiment]} ${bar(of)} ${figures[place]!} ${inWords} · ${words.percent(of)}`;
      });
      return {
        embeds: [
          {
            color: COLOURS.sentiment,
            title: markdown`💬 ${title}`,
            ...(reviews === 0 ? {} : { description: inLines(lines) }),
            ...footer([words.plain('rests-on.reviews-of-games', restsOn)], dataSet, words),
          },
        ],
        components: [],
        files: [],
        ...(reviews === 0
          ? {}
          : { picture: sentimentPicture({ developer: name, restsOn, ...counts }, dataSet, words) }),
      };
    },
    complete: async (dataSet, { typed }) => completeNames(await developerNamesOf(dataSet), typed),
  },
);

/** A picture of a developer's reviews by sentiment, as one bar in three parts. */
function sentimentPicture(answer: SentimentAnalysisAnswer, dataSet: DataSet, words: Words): Picture {
  const { developer, restsOn } = answer;
  const title = words.plain('sentiment-analysis.answer', {
    developer: plainLine(developer),
    share: words.percent(answer.positive / restsOn.reviews),
  });
  const parts = SENTIMENTS.map((tone) => ({
    tone,
    name: words.plain(`sentiment.${tone}`, { count: answer[tone] }),
    value: answer[tone],
  }));
  const unit = words.plain('picture.sentiment');
  const reviews = words.plain('picture.reviews', { reviews: restsOn.reviews });
  return {
    chart: {
      kind: 'parts',
      title,
      unit,
      source: pictureSource(reviews, dataSet, words),
      locale: words.locale,
      parts,
    },
    description: words.plain('picture.description', { title, unit, figures: countsInWords(parts, words) }),
  };
}
