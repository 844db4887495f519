/** Every text in English, in ICU message format. The keys are the program's own; `es.ts` has the same ones. */
export const en = {
  'playtime-genre.title':
    'Games of {genre} released in {year, number, ::group-off} were played most: {hours, plural, one {# hour} other {# hours}}',
  'user-for-genre.title': '{user} has played {genre} the most: {hours, plural, one {# hour} other {# hours}}',
  'users-recommend.title.reviewed': 'The most recommended games in reviews of {year, number, ::group-off}',
  'users-recommend.title.released':
    'The most recommended of the games released in {year, number, ::group-off}',
  'users-recommend.none': 'No review of that year recommends a game.',
  'users-worst-developer.title.reviewed':
    'The developers with the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.title.released':
    'The developers with the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.none': 'No developer got a bad review in that year.',
  'sentiment-analysis.title': 'What reviews say of the games by {developer}',

  'column.release-year': 'Release year',
  'column.hours': 'Hours',
  'column.rank': 'Rank',
  'column.game': 'Game',
  'column.developer': 'Developer',
  'column.recommendations': 'Recommendations',
  'column.bad-reviews': 'Bad reviews',
  'column.sentiment': 'Sentiment',
  'column.reviews': 'Reviews',
  'column.share': 'Share',

  'sentiment.negative': 'negative',
  'sentiment.neutral': 'neutral',
  'sentiment.positive': 'positive',

  'rests-on.players-and-hours':
    'From {hours, plural, one {# hour} other {# hours}} of {players, plural, one {# player} other {# players}} in this genre. Hours are lifetime totals: a year is the year in which a game came out, not the year of play.',
  'rests-on.reviews': 'From {reviews, plural, one {# review} other {# reviews}}.',
  'rests-on.reviews-of-games':
    'From {reviews, plural, one {# review} other {# reviews}} of {games, plural, one {# game} other {# games}}.',
  'rests-on.inferred':
    '{inferred, plural, one {# of them does} other {# of them do}} not say the year; it was inferred from the year in which the data was gathered.',
  'rests-on.span':
    'The data has reviews from {from, date, medium} to {to, date, medium}{inferred, plural, =0 {} one {; the year of # of them is inferred} other {; the year of # of them is inferred}}.',
  'rests-on.invented':
    'These are not real figures: they come from the invented sample that this program brings along.',

  'error.no-data-set': 'There is no data yet. Load it with: npm run refresh',
  'error.unknown-genre':
    'No genre “{name}”.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-genre': '“{name}” can be more than one genre: {suggestions}.',
  'error.unknown-developer':
    'No developer “{name}”.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-developer': '“{name}” can be more than one developer: {suggestions}.',
  'error.no-hours-in-genre': 'Nobody in the data has played a game of the genre {genre}.',
  'error.no-reviews-of-year':
    'There are no reviews for {year, number, ::group-off}. The data goes from {from, number, ::group-off} to {to, number, ::group-off}.',
  'error.year-after-data':
    '{year, number, ::group-off} is newer than the data, which ends in {to, number, ::group-off}.',
  'error.unknown-command':
    'No command “{name}”.{suggestions, select, none {} other { There are: {suggestions}.}}',
  'error.missing-option': 'The option “{option}” is missing.',
  'error.unknown-option':
    'No option “{option}”.{suggestions, select, none {} other { There are: {suggestions}.}}',
  'error.option-not-a-number': 'The option “{option}” takes a whole number, not “{value}”.',
  'error.option-not-a-choice': 'The option “{option}” takes one of {suggestions}, not “{value}”.',
  'error.not-a-question': 'This line is not a question. One looks like this: {example}',
  'error.internal': 'Something went wrong here, not with your question. Reference: {reference}',
} as const;
