/** `/help` and `/privacy`: the bot about itself. */
export const about = {
  'help.title': 'Questions you can ask',
  'help.intro':
    'Type `/` and choose a command to find out what people play on Steam, what they recommend, and what to play next. Suggestions appear as you type.',
  'help.rest': 'Every answer says which data it is based on. Use the buttons to explore further.',
  'help.terminal': 'In a terminal: npm run --silent ask -- users-recommend --year 2015',

  'privacy.title': 'Data I store',
  'privacy.askers.who': 'If you ask me something',
  'privacy.askers':
    'I keep no record of your questions, nor of the fact that you asked any. I only count your most recent questions, in memory, so that nobody asks too fast.',
  'privacy.moderators.who': 'If you use /admin',
  'privacy.moderators':
    'I keep your Discord id, the server, your action and its time, until you delete them here or until 30 days after I am removed from that server.',
  'privacy.steam.who': 'If you are in the Steam data',
  'privacy.steam':
    'I hold data that was public on Steam when it was gathered: your user id, games, hours, and reviews without their text. /user-for-genre may name you. To be left out, give the people who run me your Steam user id (the moderators of a server that has me know them). They run npm run hide with it, and from then on no answer names you.',
  'privacy.nobody':
    'I cannot tell who you are here. In Discord, where you have an id, you can see and delete the data I store about you.',
  'privacy.button.show': 'Show my data',
  'privacy.button.delete': 'Delete my data',
  'privacy.button.delete-now': 'Yes, delete it for good',
  'privacy.stored': 'Recorded about you: {count, plural, one {# action} other {# actions}}',
  'privacy.stored.refreshes':
    '{count, plural, one {# refresh that you started and that still runs} other {# refreshes that you started and that still run}}',
  'privacy.stored.nothing': 'Nothing is recorded about you',
  'privacy.stored.action':
    '{at}: {action, select, refresh {you started a refresh} cancel {you stopped a refresh} other {you used /admin ({action})}}; server {guild}',
  'privacy.to-delete': 'Delete {count, plural, one {# action} other {# actions}} for good?',
  'privacy.to-delete.what':
    'This deletes your id and the actions recorded under it. The log of refreshes stays: it says when each refresh ran and how it ended, and names nobody.',
  'privacy.deleted': 'Deleted: {count, plural, one {# action} other {# actions}}',
  'privacy.deleted.rest':
    'Nothing else is recorded about you. Older back-ups made by the people who run me may still hold these actions until those back-ups are deleted.',
} as const;
