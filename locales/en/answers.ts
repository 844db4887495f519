/** The answers of the questions about play and reviews: titles, columns, buttons, and the figures that they rest on. */
export const answers = {
  'playtime-genre.title':
    '{genre}: games from {year, number, ::group-off} have the most hours ({hours, number})',
  'user-for-genre.title': '{user} has played {genre} the most: {hours, plural, one {# hour} other {# hours}}',
  'user-for-genre.left-out':
    'This Steam profile was public when the data was gathered; it was not picked from this server. Is it yours? /privacy says how to be left out.',
  'users-recommend.title.reviewed': 'The most recommended games in reviews from {year, number, ::group-off}',
  'users-recommend.title.released': 'The most recommended games released in {year, number, ::group-off}',
  'users-recommend.none': 'No review of that year recommends a game in words that are not negative.',
  'users-worst-developer.title.count.reviewed':
    'The developers with the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.title.count.released':
    'The developers with the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.title.share.reviewed':
    'The developers with the highest percentage of bad reviews in {year, number, ::group-off}',
  'users-worst-developer.title.share.released':
    'The developers with the highest percentage of bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.none.count':
    'No developer got a bad review {yearOf, select, reviewed {that year} other {for games of that year}}.',
  'users-worst-developer.none.share':
    'No developer with at least {least, number} reviews {yearOf, select, reviewed {that year} other {for games of that year}} got a bad one.',
  'users-worst-developer.least':
    'Only developers with at least {least, number} reviews {yearOf, select, reviewed {that year} other {for games of that year}} are compared.',
  'sentiment-analysis.title': 'Reviews of games by {developer}',

  'name.adult': '(a game for adults)',
  'list.and-more': '{items} and {count, number} more',

  'hours-by-year.all':
    'Hours of {players, plural, one {# player} other {# players}}, by the games’ release year:',
  'hours-by-year.theirs': 'The hours of this Steam account, by the games’ release year:',
  'hours-by-year.page': 'Years {from, number} to {to, number} of {count, number}',
  'users-recommend.answer.reviewed':
    '{game} was recommended the most in reviews from {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} is the most recommended game released in {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recommendation} other {# recommendations}}',
  'users-worst-developer.answer.count.reviewed':
    '{developer} got the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.answer.count.released':
    '{developer} got the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.answer.share.reviewed':
    '{developer} had the highest percentage of bad reviews in {year, number, ::group-off}',
  'users-worst-developer.answer.share.released':
    '{developer} had the highest percentage of bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# bad review} other {# bad reviews}}',
  'users-worst-developer.share':
    '{share} of {reviews, plural, one {its only review} other {its # reviews}} {yearOf, select, reviewed {that year} other {for these games}}; at least {least} with 95% confidence',
  'sentiment-analysis.answer': '{share} of reviews recommend the games by {developer}',
  'sentiment-analysis.none': 'Nobody has reviewed a game by {developer}',

  'button.more-hours': '◀ More hours',
  'button.fewer-hours': 'Fewer hours ▶',
  'button.user-for-genre': 'Who has played it the most?',
  'button.playtime-genre': 'Which year’s games have the most hours?',
  'button.reviewed': 'By year of the review',
  'button.released': 'By year of release',
  'button.by-count': 'By number',
  'button.by-share': 'By share',
  'button.another-five': 'Another five',
  'button.five-before': '◀ Previous five',
  'menu.more-like': 'More games like one of these …',
  'menu.instead': 'Did you mean …?',
  'menu.which': '{name}: which one?',

  'column.because': 'Why',
  'column.release-year': 'Release year',
  'column.hours': 'Hours',
  'column.rank': 'Rank',
  'column.game': 'Game',
  'column.developer': 'Developer',
  'column.recommendations': 'Recommendations',
  'column.bad-reviews': 'Bad reviews',
  'column.judgement': 'Verdict or words',
  'column.reviews': 'Reviews',
  'column.question': 'Question',
  'column.tells': 'Description',
  'column.example': 'Example',
  'column.share': 'Share',
  'column.at-least': 'At least (95%)',

  'sentiment.negative': '{count, plural, one {negative} other {negative}}',
  'sentiment.neutral': '{count, plural, one {neutral} other {neutral}}',
  'sentiment.positive': '{count, plural, one {positive} other {positive}}',
  'sentiment.words':
    '{tone, select, positive {positive words} neutral {neutral words} other {negative words}}',
  'sentiment.heading': 'Sentiment of the words',
  'sentiment.caution':
    'Judged by VADER, which knows words but no games: “kill” and “hell” are negative to it, even in praise.',
  'verdict.yes': '{count, plural, one {recommends} other {recommend}}',
  'verdict.no': '{count, plural, one {does not} other {do not}}',

  'rests-on.players-and-hours':
    'Based on {hours, plural, one {# hour} other {# hours}} of {players, plural, one {# player} other {# players}} in this genre.',
  'rests-on.players-compared':
    'The most hours among {players, plural, one {# player} other {# players}} of this genre.',
  'rests-on.lifetime-hours':
    'Hours are lifetime totals; a year is the year a game was released, not the year it was played.',
  'rests-on.games-end': 'The games in the data end in {year, number, ::group-off}.',
  'rests-on.reviews': 'Based on {reviews, plural, one {# review} other {# reviews}}.',
  'rests-on.recommendations': 'A recommendation counts if the words of the review are not negative.',
  'rests-on.bad-reviews': 'A bad review does not recommend the game, in negative words.',
  'rests-on.reviews-of-games':
    'Based on {reviews, plural, one {# review} other {# reviews}} of {games, plural, one {# game} other {# games}}.',
  'rests-on.libraries-with-game':
    '{owners, plural, =0 {Based on the game’s record: no complete library in the data has it} one {Based on the only complete library in the data that has it, and on its record} other {Based on the # complete libraries in the data that have it, and on its record}}.',
  'rests-on.library':
    'Based on {games, plural, one {# game} other {# games}} that this user owns, {played} of them played.',
  'rests-on.likes': 'Based on {games, plural, one {# game} other {# games}} you named.',
  'rests-on.inferred':
    '{inferred, plural, one {# of them does} other {# of them do}} not state the year; it is estimated from the year the data was gathered.',
  'rests-on.span':
    'The data has reviews from {from, date, medium} to {to, date, medium}{inferred, plural, =0 {} one {; the year of # of them is estimated} other {; the year of # of them is estimated}}.',
  'rests-on.invented':
    'These are not real figures: they come from the invented sample that comes with this program.',

  'origin.reviews':
    'From {reviews, plural, one {# review} other {# reviews}}{inferred, plural, =0 {} one {, # with an estimated year} other {, # with an estimated year}}',
  'origin.reviews-of-games':
    'From {reviews, plural, one {# review} other {# reviews}} of {games, plural, one {# game} other {# games}}',
  'origin.players': 'From {players, plural, one {# player} other {# players}} of this genre',
  'origin.players-and-hours':
    'From {hours, plural, one {# hour} other {# hours}} of {players, plural, one {# player} other {# players}}',
  'origin.end': 'until {year, number, ::group-off}',
  'origin.games-end': 'games until {year, number, ::group-off}',
  'origin.reviews-end': 'reviews until {year, number, ::group-off}',
  'origin.invented': 'invented sample',
} as const;
