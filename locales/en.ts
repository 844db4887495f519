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

  'recommend-game.title': 'Games like {game}',
  'recommend-user.title.user': 'What {user} could play next',
  'recommend-user.title.likes': 'For someone who likes {games}',
  'recommend.none': 'Nothing is left that fits all of this.',
  'recommend.popular':
    'These are the games that most people play, since nothing is known of what this user plays.',
  'reason.popular': '{players, plural, one {# player has it} other {# players have played it}}',
  'reason.series': 'of the series {series}',
  'reason.developer': 'also by {developer}',
  'reason.players': '{count, plural, one {# player plays} other {# players play}} both',
  'reason.tags': 'both are {tags}',
  'reason.played': 'because you play {games}',
  'reason.owned': 'because you own {games}',
  'reason.played-and-owned': 'because you play {played} and own {owned}',
  'reason.likes': 'because you like {games}',

  'column.because': 'Why',
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
  'rests-on.libraries-with-game':
    '{owners, plural, =0 {From what its record says: no complete library in the data has it} one {From the # complete library in the data that has it, and from its record} other {From the # complete libraries in the data that have it, and from its record}}.',
  'rests-on.library':
    'From {games, plural, one {# game} other {# games}} that this user owns, {played} of them played.',
  'rests-on.likes': 'From {games, plural, one {# game} other {# games}} that you named.',
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
  'error.unknown-game':
    'No game “{name}”{to, select, other { in the data, which ends in {to}}}.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-game': '“{name}” can be more than one game: {suggestions}.',
  'error.unknown-label':
    'No genre or tag “{name}”.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-label': '“{name}” can be more than one genre or tag: {suggestions}.',
  'error.unknown-user':
    'Nobody with the Steam user id “{userId}” is in the data. You can name games that you like instead.',
  'error.user-or-likes':
    'Say either whose games are meant (a Steam user id) or which games you like, and one of the two only.',
  'error.too-many-likes': 'Name {most} games at most.',
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
