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

  'name.adult': '(a game for adults)',
  'list.and-more': '{items} and {count, number} more',

  'hours-by-year.all':
    'Hours that {players, plural, one {# player has} other {# players have}} played, by the year in which the games came out:',
  'hours-by-year.theirs': 'Their hours, by the year in which the games came out:',
  'hours-by-year.page': 'Years {from, number} to {to, number} of {count, number}',
  'users-recommend.answer.reviewed': '{game} was recommended most in reviews of {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} is the most recommended of the games released in {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recommendation} other {# recommendations}}',
  'users-worst-developer.answer.reviewed':
    '{developer} got the most bad reviews in {year, number, ::group-off}',
  'users-worst-developer.answer.released':
    '{developer} got the most bad reviews for games released in {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# bad review} other {# bad reviews}}',
  'sentiment-analysis.answer': '{share} of the reviews of games by {developer} are positive',
  'sentiment-analysis.none': 'Nobody has reviewed a game by {developer}',
  'recommend-game.intro.collaborative': 'What the same people play, and what is like it.',
  'recommend-game.intro.content': 'By what the games are.',
  'recommend-game.intro.popularity': 'Nothing is known to be like it, so here is what most people play.',
  'recommend-user.intro.user.collaborative': 'From what people with a library like this one play.',
  'recommend-user.intro.user.content': 'By what the games of this library are.',
  'recommend-user.intro.likes.collaborative': 'From what people who play these games play, too.',
  'recommend-user.intro.likes.content': 'By what these games are.',
  'recommend-user.intro.popularity': 'Nothing is known of what they play, so here is what most people play.',
  'recommend.place': 'Places {from, number} to {to, number}.',
  'recommend.only': 'Only {genre}.',
  'recommend.without': 'No {avoid}.',
  'recommend.how-known.obscure': 'Only games that hardly anyone knows.',
  'recommend.how-known.known': 'Only games that some people play.',
  'recommend.how-known.popular': 'Only games that many people play.',

  'button.more-hours': '◀ More hours',
  'button.fewer-hours': 'Fewer hours ▶',
  'button.user-for-genre': 'Who has played it the most?',
  'button.playtime-genre': 'Which year’s games are played most?',
  'button.reviewed': 'By year of the review',
  'button.released': 'By year of release',
  'button.another-five': 'Another five',
  'button.five-before': '◀ The five before',
  'menu.more-like': 'More like one of these …',
  'menu.instead': 'What was meant?',

  'help.title': 'What you can ask',
  'help.intro':
    'Type `/`, choose a question, and see what your community’s games look like from inside Steam. Lists complete themselves while you type.',
  'help.rest': 'Every answer says what it rests on. Buttons under an answer ask on.',
  'help.terminal': 'In a terminal: npm run --silent ask -- users-recommend --year 2015',

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
  'column.tells': 'What it tells',
  'column.example': 'Example',
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

  'refused.mistake': 'Not quite',
  'refused.failure': 'Something broke',
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

  'admin.status.title': 'Data set {id} is being served',
  'admin.status.title.none': 'No data is being served yet',
  'admin.published': 'Published',
  'admin.counts': 'What it holds',
  'admin.counts.lines':
    'Games: {games}\nUsers: {users}\nGames in libraries: {libraryRows}\nReviews: {reviews}',
  'admin.span': 'Reviews from {from, date, medium} to {to, date, medium}',
  'admin.left-out': 'Left out',
  'admin.left-out.nothing': 'Nothing',
  'admin.left-out.more': '{count, number} more for other reasons',
  'admin.sources': 'Loaded from',
  'source.games': 'games',
  'source.reviews': 'reviews',
  'source.libraries': 'libraries',
  'admin.refresh': 'Refreshing',
  'admin.refresh.none-runs': 'None is running.',
  'admin.refresh.running':
    'Running since {since}{kind, select, none {} start {, since there was no data} schedule {, by the schedule} terminal {, started in a terminal} other {, started by {by}}}.',
  'admin.refresh.phase': 'Now: {phase}',
  'admin.refresh.phases': 'What took how long',
  'admin.refresh.last.published': 'The last one was published {at}.',
  'admin.refresh.last.failed': 'The last one failed {at}.',
  'admin.refresh.last.cancelled': 'The last one was stopped {at}.',
  'admin.refresh.last.unchanged': 'The last one found nothing new {at}.',
  'admin.refresh.last.waiting': 'What the last one made waits, since {at}.',
  'admin.refresh.next': 'The next one starts {at}.',
  'admin.refresh.unscheduled': 'None is scheduled.',
  'admin.refresh.title.running': 'The data is being refreshed',
  'admin.refresh.title.already': 'A refresh is running already',
  'admin.refresh.title.failed': 'The refresh failed',
  'admin.refresh.title.published': 'The data was refreshed in {seconds} s',
  'admin.refresh.title.unchanged': 'Nothing has changed',
  'admin.refresh.title.waiting': 'The new data looks poorer, and waits',
  'admin.refresh.unchanged': 'The sources are those of the data that is being served, so nothing was loaded.',
  'admin.refresh.failed': 'The log says why.',
  'admin.refresh.old-stays': 'The data that was there stays.',
  'admin.refresh.still-running':
    'It takes longer than this message can be kept up to date. /admin status tells how it ends.',
  'admin.cancel.done': 'The refresh was stopped',
  'admin.cancel.nothing': 'No refresh is running',
  'admin.actions': 'Who did what',
  'admin.actions.none': 'Nobody has done anything yet.',
  'admin.actions.refresh': '{at} {by} started a refresh',
  'admin.actions.cancel': '{at} {by} stopped a refresh',
  'admin.actions.publish': '{at} {by} published the data that waited',
  'admin.actions.drop': '{at} {by} dropped the data that waited',
  'admin.counts.changes': '{added} new, {gone} gone, {changed} changed',
  'admin.waiting': 'Data set {id} waits',
  'admin.waiting.lost':
    '{what, select, games {Games} users {Users} libraryRows {Games in libraries} other {Reviews}}: {after} instead of {before}',
  'admin.waiting.rejected': '{share} of the file of {source} was left out, more than {most}',
  'admin.waiting.publish': 'Publish anyway',
  'admin.waiting.drop': 'Drop',
  'admin.waiting.done.publish': 'Data set {id} is being served now.',
  'admin.waiting.done.drop': 'Data set {id} was dropped.',
  'admin.waiting.done.gone': 'Data set {id} does not wait any more.',
  'admin.program': 'Program',
  'admin.program.lines': 'Steamscope {program}, Node.js {node}, Postgres {postgres}\nStarted {since}',
  'admin.phase.download': 'downloading',
  'admin.phase.games': 'reading games',
  'admin.phase.libraries': 'reading libraries',
  'admin.phase.reviews': 'reading reviews',
  'admin.phase.derive': 'adding up',
  'admin.phase.fit': 'learning what goes with what',
  'admin.phase.publish': 'publishing',

  'privacy.title': 'What is stored',
  'privacy.askers.who': 'If you ask me something',
  'privacy.askers':
    'Nothing about you is written down: neither that you ask, nor what. How often you have asked just now is kept in memory alone, so that nobody asks too fast.',
  'privacy.moderators.who': 'If you use /admin',
  'privacy.moderators':
    'Your Discord id, the server, what you did and when, until you delete it here, or until 30 days after I was removed from that server.',
  'privacy.steam.who': 'If you are in the Steam data',
  'privacy.steam':
    'What was public on Steam when the data was gathered: user id, games, hours, and reviews without their text. Whoever runs me hides you if you ask them to: no answer names you then.',
  'privacy.nobody':
    'Here there is nobody to look up: only in Discord are you known by an id, and can show and delete what is stored about you.',
  'privacy.button.show': 'Show what you hold about me',
  'privacy.button.delete': 'Delete it',
  'privacy.button.delete-now': 'Yes, delete it for good',
  'privacy.stored': 'Written down about you: {count, plural, one {# action} other {# actions}}',
  'privacy.stored.nothing': 'Nothing is written down about you',
  'privacy.stored.action':
    '{at}: {action, select, refresh {you started a refresh} cancel {you stopped a refresh} other {you used /admin ({action})}}; server {guild}',
  'privacy.to-delete': 'Delete {count, plural, one {# action} other {# actions}} for good?',
  'privacy.to-delete.what':
    'Your id goes, and what you did with it. That the data was refreshed, when and how it ended stays in the log of refreshes, which names nobody.',
  'privacy.deleted': 'Deleted: {count, plural, one {# action} other {# actions}}',
  'privacy.deleted.rest':
    'Nothing else is written down about you. Back-ups that whoever runs me has made before may still hold it, until they are thrown away.',

  'error.may-not-administer':
    'Only members who may manage one of the servers that are set up for it can do this, and only in that server.',
  'error.too-many-questions':
    'That was fast: {questions, plural, one {# question} other {# questions}} in {seconds, plural, one {# second} other {# seconds}} is all I can take from one person. Try again in a moment.',
  'error.unknown-button': 'This button is from an older version of me. Ask anew with the command.',
  'error.stopping': 'I am being restarted. Ask again in a minute.',
  'picture.hours': 'Hours played, by release year of the games',
  'picture.sentiment': 'Reviews by the sentiment of their words',
  'picture.players': '{players, plural, one {# player} other {# players}}',
  'picture.reviews': '{reviews, plural, one {# review} other {# reviews}}',
  'picture.source': 'Steam data {from}–{to}',
  'picture.invented': 'invented sample',
  'picture.description': 'Picture: {title}. {unit}: {figures}.',
  'picture.shares': 'What each of the games brought to each pick',
  'picture.rest': 'other games',
  'picture.games': '{games, plural, one {# game} other {# games}}',
  'picture.together': 'Players who play both',
} as const;
