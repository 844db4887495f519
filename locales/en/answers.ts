/** The answers of the questions about play and reviews: titles, columns, buttons, and the figures that they rest on. */
export const answers = {
  'playtime-genre.title':
    '{genre} games released in {year, number, ::group-off} were played the most: {hours, plural, one {# hour} other {# hours}}',
  'user-for-genre.title': '{user} has played {genre} the most: {hours, plural, one {# hour} other {# hours}}',
  'user-for-genre.left-out': 'Is this you? /privacy says how to be left out.',
  'users-recommend.title.reviewed': 'The most recommended games in reviews from {year, number, ::group-off}',
  'users-recommend.title.released': 'The most recommended games released in {year, number, ::group-off}',
  'users-recommend.none': 'No review of that year recommends a game.',
  'users-worst-developer.title.reviewed':
    'The developers with the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.title.released':
    'The developers with the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.none': 'No developer got a bad review that year.',
  'sentiment-analysis.title': 'Reviews of games by {developer}',

  'name.adult': '(a game for adults)',
  'list.and-more': '{items} and {count, number} more',

  'hours-by-year.all':
    'Hours played by {players, plural, one {# player} other {# players}}, grouped by the games’ release year:',
  'hours-by-year.theirs': 'Their hours, grouped by the games’ release year:',
  'hours-by-year.page': 'Years {from, number} to {to, number} of {count, number}',
  'users-recommend.answer.reviewed':
    '{game} was recommended the most in reviews from {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} is the most recommended game released in {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recommendation} other {# recommendations}}',
  'users-worst-developer.answer.reviewed':
    '{developer} got the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.answer.released':
    '{developer} got the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# bad review} other {# bad reviews}}',
  'sentiment-analysis.answer': '{share} of the reviews of games by {developer} are positive',
  'sentiment-analysis.none': 'Nobody has reviewed a game by {developer}',

  'button.more-hours': '◀ More hours',
  'button.fewer-hours': 'Fewer hours ▶',
  'button.user-for-genre': 'Who has played it the most?',
  'button.playtime-genre': 'Which year’s games are played the most?',
  'button.reviewed': 'By year of the review',
  'button.released': 'By year of release',
  'button.another-five': 'Another five',
  'button.five-before': '◀ Previous five',
  'menu.more-like': 'More games like one of these …',
  'menu.instead': 'Did you mean …?',

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
  'column.question': 'Question',
  'column.tells': 'Description',
  'column.example': 'Example',
  'column.share': 'Share',

  'sentiment.negative': '{count, plural, one {negative} other {negative}}',
  'sentiment.neutral': '{count, plural, one {neutral} other {neutral}}',
  'sentiment.positive': '{count, plural, one {positive} other {positive}}',

  'rests-on.players-and-hours':
    'Based on {hours, plural, one {# hour} other {# hours}} of {players, plural, one {# player} other {# players}} in this genre. Hours are lifetime totals; a year is the year a game was released, not the year it was played.',
  'rests-on.reviews': 'Based on {reviews, plural, one {# review} other {# reviews}}.',
  'rests-on.reviews-of-games':
    'Based on {reviews, plural, one {# review} other {# reviews}} of {games, plural, one {# game} other {# games}}.',
  'rests-on.libraries-with-game':
    '{owners, plural, =0 {Based on the game’s record: no complete library in the data has it} one {Based on the only complete library in the data that has it, and on its record} other {Based on the # complete libraries in the data that have it, and on its record}}.',
  'rests-on.library':
    'Based on {games, plural, one {# game} other {# games}} that this user owns, {played} of them played.',
  'rests-on.likes': 'Based on {games, plural, one {# game} other {# games}} you named.',
  'rests-on.inferred':
    '{inferred, plural, one {# of them does} other {# of them do}} not state the year; it was inferred from the year the data was gathered.',
  'rests-on.span':
    'The data has reviews from {from, date, medium} to {to, date, medium}{inferred, plural, =0 {} one {; the year of # of them is inferred} other {; the year of # of them is inferred}}.',
  'rests-on.invented':
    'These are not real figures: they come from the invented sample that comes with this program.',
} as const;
