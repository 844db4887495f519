/** `/help` and `/privacy`: the bot about itself. */
export const about = {
  'help.title': 'What you can ask',
  'help.intro':
    'Type `/`, choose a question, and see what your community’s games look like from inside Steam. Lists complete themselves while you type.',
  'help.rest': 'Every answer says what it rests on. Buttons under an answer ask on.',
  'help.terminal': 'In a terminal: npm run --silent ask -- users-recommend --year 2015',

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
  'privacy.stored.refreshes':
    '{count, plural, one {# refresh that you started and that still runs} other {# refreshes that you started and that still run}}',
  'privacy.stored.nothing': 'Nothing is written down about you',
  'privacy.stored.action':
    '{at}: {action, select, refresh {you started a refresh} cancel {you stopped a refresh} other {you used /admin ({action})}}; server {guild}',
  'privacy.to-delete': 'Delete {count, plural, one {# action} other {# actions}} for good?',
  'privacy.to-delete.what':
    'Your id goes, and what you did with it. That the data was refreshed, when and how it ended stays in the log of refreshes, which names nobody.',
  'privacy.deleted': 'Deleted: {count, plural, one {# action} other {# actions}}',
  'privacy.deleted.rest':
    'Nothing else is written down about you. Back-ups that whoever runs me has made before may still hold it, until they are thrown away.',
} as const;
