/** The replies to a question that cannot be answered. */
export const errors = {
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

  'error.may-not-administer':
    'Only members who may manage one of the servers that are set up for it can do this, and only in that server.',
  'error.too-many-questions':
    'That was fast: {questions, plural, one {# question} other {# questions}} in {seconds, plural, one {# second} other {# seconds}} is all I can take from one person. Try again in a moment.',
  'error.unknown-button': 'This button is from an older version of me. Ask anew with the command.',
  'error.stopping': 'I am being restarted. Ask again in a minute.',
} as const;
