/** The replies to a question that cannot be answered. */
export const errors = {
  'refused.mistake': 'Not quite',
  'refused.failure': 'Something broke',
  'error.no-data-set': 'There is no data yet. Load it with: npm run refresh',
  'error.unknown-genre':
    'No genre “{name}”.{suggestions, select, none {} other {{offers, select, all { The genres are {suggestions}.} other { Did you mean {suggestions}?}}}}',
  'error.ambiguous-genre': '“{name}” matches more than one genre: {suggestions}.',
  'error.unknown-developer':
    'No developer “{name}”.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-developer': '“{name}” matches more than one developer: {suggestions}.',
  'error.unknown-game':
    'No game “{name}”{to, select, other { in the data, whose games end in {to}}}.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-game': '“{name}” matches more than one game: {suggestions}.',
  'error.unknown-label':
    'No genre or tag “{name}”.{suggestions, select, none {} other { Did you mean {suggestions}?}}',
  'error.ambiguous-label': '“{name}” matches more than one genre or tag: {suggestions}.',
  'error.unknown-user':
    'The data has no user with the Steam id “{userId}”. You can name games you like instead.',
  'error.user-or-likes': 'Give me either a Steam user or games you like, not both.',
  'error.too-many-likes': 'Name at most {most} games.',
  'error.no-hours-in-genre': 'Nobody in the data has played a game in the genre {genre}.',
  'error.no-reviews-of-year':
    'There are no reviews for {year, number, ::group-off}. The data goes from {from, number, ::group-off} to {to, number, ::group-off}.',
  'error.year-after-data':
    '{year, number, ::group-off} is newer than the data, whose reviews end in {to, number, ::group-off}.',
  'error.unknown-command': 'No command “{name}”.{suggestions, select, none {} other { Try {suggestions}.}}',
  'error.missing-option': 'The option “{option}” is missing.',
  'error.unknown-option': 'No option “{option}”.{suggestions, select, none {} other { Try {suggestions}.}}',
  'error.option-not-a-number': 'The option “{option}” takes a whole number, not “{value}”.',
  'error.option-not-a-choice': 'The option “{option}” takes {suggestions}, not “{value}”.',
  'error.not-a-question': 'This line is not a question. A question looks like this: {example}',
  'error.internal': 'Something went wrong here, not with your question. Reference: {reference}',

  'error.may-not-administer':
    'Only members who can manage a server that is set up for this may do it, and only in that server.',
  'error.too-many-questions':
    'That was fast: {questions, plural, one {# question} other {# questions}} in {seconds, plural, one {# second} other {# seconds}} is all I can take from one person. Try again in a moment.',
  'error.unknown-button': 'This button is from an older version of me. Please ask again with the command.',
  'error.stopping': 'I am restarting. Ask again in a minute.',
} as const;
