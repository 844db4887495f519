/** The line of a pick, and the line under a list of picks. */
export const picks = {
  'pick.verdict':
    '{reviews, plural, one {{recommending, plural, =0 {its only review does not recommend it} other {its only review recommends it}}} other {{share, number, percent} of # reviews recommend it}}',
  'picks.libraries':
    '{owners, plural, =0 {From the game’s description} one {From # library with it} other {From # libraries with it}}',
  'picks.library': 'From {games, plural, one {# game} other {# games}} in this library',
  'picks.likes': 'From {games, plural, one {# game} other {# games}} you named',
} as const;
