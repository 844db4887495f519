/** The pictures under answers, and their descriptions for people who cannot see them. */
export const pictures = {
  'picture.hours': 'Hours played, by release year of the games',
  'picture.players': '{players, plural, one {# player} other {# players}}',
  'picture.account': 'one Steam account',
  'picture.description': 'Picture: {title}. {unit}: {figures}.',
  'picture.shares': 'How much each game contributed to each pick',
  'picture.rest': 'other games',
  'picture.games': '{games, plural, one {# game} other {# games}}',
} as const;
